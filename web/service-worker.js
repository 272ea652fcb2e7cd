// web/service-worker.js: keeps whole builds of the page in the browser, so that it starts without network.
//
// A build's files lie in a folder named after their content, and one cache per build holds them; the page itself, "./", is
// put into it last, so a cache that has it is whole. Each file is checked against its hash, so what a server, a proxy or a
// half-finished upload mixes up is never kept. A new build waits until the person takes it or closes the last tab; older
// ones go when a page of the new one has started (web/updates.js says so) and no page of theirs is open.
'use strict';

const BUILD = '%BUILD%';
const FILES = JSON.parse(`%FILES%`);  // path → integrity
const LATER = JSON.parse(`%LATER%`);  // the same of what not every computer needs: kept when it is first asked for
const PREFIX = 'fanglue-build-';
const CACHE = PREFIX + BUILD;
const ROOT = new URL('./', self.location.href);
const PAGE = ROOT.href;

const kept = (cacheName, address) => caches.match(address, { cacheName: cacheName, ignoreVary: true });

// What an earlier, interrupted attempt has kept stays: it was checked.
const keep = async (cache, path) => {
    const address = new URL(path, ROOT).href;
    if (await cache.match(address, { ignoreVary: true })) return;
    const response = await fetch(address, { integrity: FILES[path] || LATER[path], cache: 'no-cache', credentials: 'same-origin' });
    if (!response.ok) throw new Error(response.status + ' ' + path);
    // Made anew, because a response that was redirected may not answer a navigation.
    await cache.put(address, new Response(await response.blob(), { headers: response.headers }));
};

const install = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.keys(FILES).filter((path) => path !== './').map((path) => keep(cache, path)));
    await keep(cache, './');
};

const buildCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// Pages hold a lock named like their build's cache.
const removeOlder = async () => {
    const others = (await buildCaches()).filter((name) => name !== CACHE);
    // A worker that is being installed or waits has its build among them.
    if (self.registration.installing || self.registration.waiting) return;
    const held = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
    await Promise.all(others.filter((name) => !held.includes(name)).map((name) => caches.delete(name)));
};

// wanted: the build that a person went back to, after a newer one did not start.
const answerPage = async (request, wanted) => {
    const own = (wanted && await kept(PREFIX + wanted, PAGE)) || await kept(CACHE, PAGE);
    if (own) return own;
    try {
        return await fetch(request);
    } catch (offline) {
        for (const name of await buildCaches()) {
            const other = await kept(name, PAGE);
            if (other) return other;
        }
        throw offline;
    }
};

const keepAndAnswer = async (path, address) => {
    await keep(await caches.open(CACHE), path);
    return kept(CACHE, address);
};

self.addEventListener('install', (event) => event.waitUntil(install()));
// Safe for every open page: whatever its build, its files are found by their folder.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
    const address = new URL(event.request.url);
    if (event.request.method !== 'GET' || !address.href.startsWith(ROOT.href)) return;
    const path = address.pathname.slice(ROOT.pathname.length);
    const folder = /^([0-9a-f]{16})\//.exec(path);
    if (event.request.mode === 'navigate') {
        if (path === '' || path === 'index.html') event.respondWith(answerPage(event.request, address.searchParams.get('build')));
    } else if (LATER[path]) {
        event.respondWith(keepAndAnswer(path, address.href));
    } else if (folder || path === 'manifest.webmanifest') {
        event.respondWith(kept(folder ? PREFIX + folder[1] : CACHE, address.href).then((found) => found || fetch(event.request)));
    }
});

self.addEventListener('message', (event) => {
    const { what, build } = event.data;
    if (what === 'build') event.ports[0].postMessage(BUILD);
    if (what === 'take over') event.waitUntil(self.skipWaiting());
    if (what === 'started' && build === BUILD) event.waitUntil(removeOlder());
});
