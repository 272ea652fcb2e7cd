// tests/browser/harness/builds.mjs: builds that differ, and a server that changes builds, breaks and stops as a test asks.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { answer } from '../../../web/serve.mjs';
import { app_idle, root } from './app.mjs';

// The program in dist, marked in its script and its wasm, packed again: another build without compiling.
// change: {name: (text) => text} for files of the page's folder that are to differ in more than the mark; without any, all
// tests of a file that want this mark have the same build.
export async function marked_build(t, mark, change = null) {
    if (change) return make_build(t.after.bind(t), mark, change);
    if (!builds.has(mark)) builds.set(mark, make_build((work) => when_done.push(work), mark, {}));
    return builds.get(mark);
}
const builds = new Map(), when_done = [];
after(() => Promise.all(when_done.map((work) => work())));

async function make_build(clean_up, mark, change) {
    const folder = await mkdtemp(path.join(os.tmpdir(), `fanglue-build-`));
    clean_up(() => rm(folder, { recursive: true, force: true }));
    const page = path.join(folder, 'page');
    await cp(path.join(root, 'build/web-release/page'), page, { recursive: true });
    const edit = async (name, work) => writeFile(path.join(page, name), work(await readFile(path.join(page, name))));
    await edit('fanglue.js', (bytes) => `${bytes}\nglobalThis.fanglue_mark = '${mark}';\n`);
    // A custom section, which WebAssembly engines ignore: id 0, size, name, content.
    const name = Buffer.from('mark'), content = Buffer.from(mark);
    await edit('fanglue.wasm', (bytes) =>
        Buffer.concat([bytes, Buffer.of(0, 1 + name.length + content.length, name.length), name, content]));
    for (const [file, work] of Object.entries(change)) await edit(file, (bytes) => work(bytes.toString('utf8')));
    const dist = path.join(folder, 'dist');
    execFileSync('node', ['web/pack.mjs', folder, dist], { cwd: root });
    const build = (await readdir(dist)).find((entry) => /^[0-9a-f]{16}$/.test(entry));
    const worker = await readFile(path.join(dist, 'service-worker.js'), 'utf8');
    const files = Object.keys(JSON.parse(/^const FILES = JSON\.parse\(`([^`]*)`/m.exec(worker)[1]));
    return { dist, build, mark, files };
}

// Serves `server.folder`; `server.fault(path)` may return a function (request, response) that answers instead.
// stop() makes the address refuse connections until start().
export async function moody_server(t, folder) {
    const http = createServer((request, response) => {
        const name = new URL(request.url, 'http://localhost').pathname.slice(1) || './';
        server.requests.push(name);
        const fault = server.fault?.(name);
        if (fault) fault(request, response);
        else answer(path.resolve(server.folder), request, response);
    });
    const listen = (port) => new Promise((resolve) => http.listen(port, '127.0.0.1', resolve));
    await listen(0);
    const { port } = http.address();
    const stop = () =>
        new Promise((resolve) => {
            http.close(resolve);
            http.closeAllConnections();
        });
    const server = {
        origin: `http://127.0.0.1:${port}`,
        folder,
        fault: null,
        requests: [],
        stop: () => (http.listening ? stop() : undefined),
        start: () => (http.listening ? undefined : listen(port)),
        close: () => server.stop(),
    };
    return server;
}

// What a page runs: its build, the marks of its script and its wasm, and whatever it loaded from elsewhere.
export function running_build(page) {
    return page.evaluate(async () => {
        const build = window.fanglue.version;
        const wasm = await (await fetch(`${build}/fanglue.wasm`)).arrayBuffer();
        const [section] = WebAssembly.Module.customSections(await WebAssembly.compile(wasm), 'mark');
        const root = new URL('./', location.href).href;
        const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
        return {
            build,
            page: document.documentElement.dataset.build,
            script: globalThis.fanglue_mark,
            wasm: section ? new TextDecoder().decode(section) : '',
            foreign: loaded.filter((name) => /^http/.test(name) && !name.startsWith(`${root}${build}/`) && !/\/(service-worker\.js|manifest\.webmanifest)$/.test(name)),
        };
    });
}

// Resolves when the service worker keeps the running build and controls the page.
export function kept_offline(page) {
    return page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const worker = registration.active;
        if (worker.state !== 'activated') await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
        if (!navigator.serviceWorker.controller) {
            await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
        }
    });
}

// What the program says when a newer build is kept, and the consent to it; resolves when the page was loaded again.
export const update_offer = (page) => page.locator('#mirror').getByRole('status').filter({ hasText: '新版本已就绪' });
export async function update_now(page) {
    await app_idle(page);
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: '更新', exact: true }).click({ force: true });
    await loaded;
}

// Lets the browser look for another build now. Resolves with what became of it: "waiting" or "failed"; "none" if there is
// none after several looks, for a look joins one that the browser has begun by itself, perhaps before the build was there.
export async function look_for_update(page) {
    let outcome = 'none';
    for (let look = 0; look < 20 && outcome === 'none'; ++look) {
        outcome = await page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            try {
                await registration.update();
            } catch {
                return 'failed';
            }
            const worker = registration.installing;
            if (!worker) return registration.waiting ? 'waiting' : 'none';
            return new Promise((resolve) => {
                worker.addEventListener('statechange', () => resolve(worker.state === 'redundant' ? 'failed' : 'waiting'), { once: true });
            });
        });
    }
    return outcome;
}
