// web/pack.mjs: lays out the page that people load: `node web/pack.mjs BUILD_FOLDER DIST`.
//
// All files of one build lie in one folder named after their content, so that script and wasm of different builds can
// never meet. At the root stay only the files whose address must not change. They name the folder as %BUILD%, and the
// service worker gets the list of all files as %FILES%.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const [build_folder, dist] = process.argv.slice(2);

// [source, place in the build's folder]; a source that does not exist is left out.
const content = [
    [path.join(build_folder, 'page'), ''],
    ['shell', ''],
    ...['calendar', 'examples', 'lang', 'templates'].map((kind) => [`assets/${kind}`, `assets/${kind}`]),
    ['web/icons', 'icons'],
];
const root_files = ['shell/index.html', 'web/service-worker.js', 'web/manifest.webmanifest'];

async function exists(file) {
    return stat(file).then(
        () => true,
        () => false,
    );
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

async function digest(folder, names) {
    const hash = createHash('sha256');
    for (const name of names) hash.update(`${name}\n`).update(await readFile(path.join(folder, name)));
    return hash.digest('hex').slice(0, 16);
}

if (!(await exists(path.join(build_folder, 'page')))) {
    console.error(`pack: ${build_folder} holds no page`);
    process.exit(1);
}

const next = `${dist}.next`;
await rm(next, { recursive: true, force: true });
await mkdir(path.join(next, 'content'), { recursive: true });
for (const [source, place] of content) {
    if (await exists(source)) await cp(source, path.join(next, 'content', place), { recursive: true });
}
await rm(path.join(next, 'content', 'index.html'), { force: true });

const names = await list(path.join(next, 'content'));
const roots = [];
for (const file of root_files) if (await exists(file)) roots.push([path.basename(file), await readFile(file, 'utf8')]);
const build = createHash('sha256')
    .update(await digest(path.join(next, 'content'), names))
    .update(JSON.stringify(roots))
    .digest('hex')
    .slice(0, 16);
await rename(path.join(next, 'content'), path.join(next, build));
const files = names.map((name) => `${build}/${name}`);
for (const [name, text] of roots) {
    await writeFile(path.join(next, name), text.replaceAll('%BUILD%', build).replaceAll('%FILES%', JSON.stringify(files)));
}
await rm(dist, { recursive: true, force: true });
await rename(next, dist);
console.log(`${dist}: build ${build}, ${files.length + roots.length} files`);
