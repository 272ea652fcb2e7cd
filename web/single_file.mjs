// web/single_file.mjs: a packed build as one HTML file that opens from a disk, for computers without a server.
//
// Styles and scripts stand in the page itself; every other file is a data block, compressed, that start.js reads by its
// path. Chromium gives such a file IndexedDB but no service worker and no other file, so it may not ask for any.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { page_policy, single_file_policy } from './policy.mjs';

// In the order in which they run; start.js comes last and finds the others there.
const scripts = ['rescue.js', 'fanglue.js', 'start.js'];

const integrity = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
// Inside a script element these would end it or begin a comment; in a JavaScript string they mean the same this way.
const for_script_element = (text) => text.replace(/<(?=\/script|!--)/gi, '\\x3c');

// folder: the build's own; page: its index.html; names: all files in the folder.
export async function single_file({ folder, page, names }) {
    const text_of = async (name) => (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    const codes = await Promise.all(scripts.map(async (name) => for_script_element(await text_of(name))));
    const carried = names.filter((name) => /^(fanglue\.wasm|documents\.(js|wasm))$/.test(name) || name.startsWith('assets/'));
    const blocks = await Promise.all(
        carried.map(async (name) => {
            const packed = gzipSync(await readFile(path.join(folder, name)), { level: 9 }).toString('base64');
            return `<script type="text/plain" id="file:${name}">${packed}</script>`;
        }),
    );
    const style = await text_of('page.css');
    const replaced = page
        .replaceAll(/^<(link rel="(preload|manifest|apple-touch-icon)"|script src=).*\n/gm, '')
        .replace(/^<link rel="stylesheet".*$/m, () => `<style>\n${style}</style>`)
        .replace(page_policy, () => single_file_policy(codes.map(integrity)))
        .replace('</body>', () => [...blocks, ...codes.map((code) => `<script>${code}</script>`), '</body>'].join('\n'));
    const left = /(?:src|href)="(?!data:)[^"]*"/.exec(replaced.replace(/<script[^]*?<\/script>/g, ''));
    if (left) throw new Error(`the single file still asks for ${left[0]}`);
    return replaced;
}
