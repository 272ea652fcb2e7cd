// web/pack.mjs: lays out the page that people load: `node web/pack.mjs BUILD_FOLDER DIST`.
//
// All files of one build lie in one folder named after their content, so that script and wasm of different builds can
// never meet. At the root stay only the files whose address must not change:
//   index.html             names the folder as %BUILD%
//   manifest.webmanifest   so does this, for the icons
//   service-worker.js      has every file with its hash as %FILES%, the page itself as "./"; as %LATER% those that
//                          are kept when they are first used
//   fanglue.html           the whole build in one file, for a computer without a server
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { icon_png, icon_svg } from './app_icon.mjs';
import { page_policy } from './policy.mjs';
import { single_file } from './single_file.mjs';

const [build_folder, dist] = process.argv.slice(2);

// [source, place in the build's folder]
const content = [
    [path.join(build_folder, 'page'), ''],
    ['shell', ''],
    ...['calendar', 'examples', 'lang', 'report', 'templates'].map((kind) => [`assets/${kind}`, `assets/${kind}`]),
];
const icons = {
    'icon.svg': icon_svg(),
    '180.png': icon_png(180, { rounded: false }), // Apple's systems cut the corners themselves
    '192.png': icon_png(192, { rounded: true }),
    '512.png': icon_png(512, { rounded: true }),
    'maskable-192.png': icon_png(192, { rounded: false }),
    'maskable-512.png': icon_png(512, { rounded: false }),
};
// Chinese glyphs for computers without any, in a hundred slices; a page asks for those that hold its characters.
const web_font = 'web/node_modules/@fontsource-variable/noto-sans-sc';
async function add_web_font(folder) {
    await cp(path.join(web_font, 'files'), folder, { recursive: true });
    await cp(path.join(web_font, 'LICENSE'), path.join(folder, 'LICENSE'));
    const css = await readFile(path.join(web_font, 'index.css'), 'utf8');
    const named = css.replaceAll(/font-family: '[^']*'/g, "font-family: 'Fanglue Han'").replaceAll('url(./files/', 'url(');
    await writeFile(path.join(folder, 'fonts.css'), named);
}

// Only web/traditional.mjs reads it.
const not_shipped = /\.overrides$/;

// What explains a failure must be there when nothing else can be loaded: it stands with its words in the script that begins.
async function pack_shell(folder) {
    const words = {};
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
        const lines = (await readFile(`assets/lang/${language}.lang`, 'utf8')).matchAll(/^(app\.name|shell\.\S+) *= *(.*)$/gm);
        words[language] = Object.fromEntries(Array.from(lines, ([, key, text]) => [key, text]));
    }
    const parts = await Promise.all(['failure.js', 'start.js'].map((name) => readFile(path.join('shell', name), 'utf8')));
    await writeFile(path.join(folder, 'start.js'), [`'use strict';\nconst WORDS = ${JSON.stringify(words)};\n`, ...parts].join('\n'));
    await rm(path.join(folder, 'failure.js'));
}

// Scripts without what only people need, except of the page for whoever works on it.
async function minify_scripts(folder) {
    if (path.basename(build_folder) === 'web-dev') return;
    const { minify } = createRequire(import.meta.url)('terser');
    for (const name of await readdir(folder)) {
        if (!name.endsWith('.js')) continue;
        const file = path.join(folder, name);
        const { code } = await minify(await readFile(file, 'utf8'), { ecma: 2020, compress: { passes: 2 }, mangle: true });
        await writeFile(file, code);
    }
}

// Words that only the command-line tool says.
const is_of_the_command_line = (line) => /^(cli\.|error\.usage-)/.test(line);
async function strip_words(folder) {
    for (const name of await readdir(folder)) {
        const file = path.join(folder, name);
        const lines = (await readFile(file, 'utf8')).split('\n');
        await writeFile(file, lines.filter((line) => line !== '' && !line.startsWith('#') && !is_of_the_command_line(line)).join('\n'));
    }
}

async function list(folder, prefix = '') {
    const found = [];
    for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
        const name = path.posix.join(prefix, entry.name);
        if (entry.isDirectory()) found.push(...(await list(folder, name)));
        else found.push(name);
    }
    return found.sort();
}

const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);
const integrity = (bytes) => `sha256-${sha256(bytes, 'base64')}`;

const page_there = await stat(path.join(build_folder, 'page')).catch(() => null);
if (!page_there) {
    console.error(`pack: ${build_folder} holds no page`);
    process.exit(1);
}

const next = `${dist}.next`;
const folder = path.join(next, 'content');
await rm(next, { recursive: true, force: true });
await mkdir(path.join(folder, 'icons'), { recursive: true });
for (const [source, place] of content) {
    await cp(source, path.join(folder, place), { recursive: true, filter: (name) => !not_shipped.test(name) });
}
await rm(path.join(folder, 'index.html'));
await pack_shell(folder);
await minify_scripts(folder);
await strip_words(path.join(folder, 'assets/lang'));
for (const [name, bytes] of Object.entries(icons)) await writeFile(path.join(folder, 'icons', name), bytes);
await add_web_font(path.join(folder, 'fonts'));

const names = await list(folder);
const hashes = new Map();
for (const name of names) hashes.set(name, integrity(await readFile(path.join(folder, name))));

const page = (await readFile('shell/index.html', 'utf8'))
    .replaceAll('%POLICY%', page_policy)
    .replaceAll('%ICON%', Buffer.from(icons['icon.svg']).toString('base64'));
const manifest = await readFile('web/manifest.webmanifest', 'utf8');
const worker = await readFile('web/service-worker.js', 'utf8');
const build = sha256(JSON.stringify([[...hashes], page, manifest, worker]), 'hex').slice(0, 16);
const named = (text) => text.replaceAll('%BUILD%', build);

const is_later = (name) => name.startsWith('fonts/');
const hashed = (some) => some.map((name) => [`${build}/${name}`, hashes.get(name)]);
const files = Object.fromEntries([
    ['./', integrity(named(page))],
    ['manifest.webmanifest', integrity(named(manifest))],
    ...hashed(names.filter((name) => !is_later(name))),
]);
const later = Object.fromEntries(hashed(names.filter(is_later)));
const roots = {
    'index.html': named(page),
    'manifest.webmanifest': named(manifest),
    'service-worker.js': named(worker)
        .replace('%FILES%', () => JSON.stringify(files, null, 1))
        .replace('%LATER%', () => JSON.stringify(later, null, 1)),
    'fanglue.html': await single_file({ folder, page: named(page), names }),
};
for (const [name, text] of Object.entries(roots)) await writeFile(path.join(next, name), text);
await rename(folder, path.join(next, build));
await rm(dist, { recursive: true, force: true });
await rename(next, dist);
console.log(`${dist}: build ${build}, ${names.length + Object.keys(roots).length} files`);
