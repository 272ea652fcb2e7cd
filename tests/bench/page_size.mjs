// tests/bench/page_size.mjs: what the page weighs, as a server sends it that packs with gzip.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

// Bytes, to be lowered whenever less is sent. The start: all that is asked for until the start page is drawn; the aim is 450 kB. Everything: a build but for fonts, which a computer with its
// own does without, and the one file for computers without a server, which holds the same again.
export const budget = { start: 541_000, everything: 1_200_000 };

export const packed_size = async (file) => gzipSync(await readFile(file), { level: 9 }).length;

// Of what `page`, a tab that has just drawn its first frame, has loaded: [name, bytes packed], the largest first.
export async function start_files(page, dist) {
    const addresses = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation');
        const drawn = performance.getEntriesByName('drawn')[0].startTime;
        const resources = performance.getEntriesByType('resource').filter(({ startTime, name }) => startTime <= drawn && /^http/.test(name));
        return [navigation, ...resources].map(({ name }) => name);
    });
    const names = addresses.map((address) => new URL(address).pathname.slice(1) || 'index.html');
    return sized(dist, [...new Set(names)]);
}

export async function all_files(dist) {
    const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll(path.sep, '/'));
    return sized(dist, names.filter((name) => !/^[0-9a-f]{16}\/fonts\/|^fanglue\.html$/.test(name)));
}

async function sized(dist, names) {
    const files = await Promise.all(names.map(async (name) => [name, await packed_size(path.join(dist, name))]));
    return files.sort(([, a], [, b]) => b - a);
}

export const sum = (files) => files.reduce((bytes, [, size]) => bytes + size, 0);
