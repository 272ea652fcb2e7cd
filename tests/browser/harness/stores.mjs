// tests/browser/harness/stores.mjs: the browser's own stores of the page, past the application: to look at them, damage
// them, delete them.
// A page of the same origin without the application, from which its stores can be handled.
export async function go_outside(computer, page) {
    await page.route('**/outside', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }));
    await page.goto(`${computer.origin}/outside`);
}

// None while there is no database: asking must not make an empty one.
export const stored_files = (page) => page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('/plans');
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = (e) => { e.preventDefault(); resolve([]); };
    request.onsuccess = (opened) => {
        const database = opened.target.result, files = [];
        database.transaction('FILE_DATA').objectStore('FILE_DATA').openCursor().onsuccess = (e) => {
            const at = e.target.result;
            if (!at) { database.close(); resolve(files); return; }
            if (at.value.contents) files.push({ path: at.key, size: at.value.contents.length });
            at.continue();
        };
    };
}));

// Flips a bit of the file at `at`, or cuts it there.
export const damage = (page, file, at, cut) => page.evaluate(([file, at, cut]) => new Promise((resolve) => {
    indexedDB.open('/plans').onsuccess = (opened) => {
        const database = opened.target.result;
        const transaction = database.transaction('FILE_DATA', 'readwrite'), store = transaction.objectStore('FILE_DATA');
        store.get(file).onsuccess = (e) => {
            const entry = e.target.result;
            if (cut) entry.contents = entry.contents.slice(0, at); else entry.contents[at] ^= 1;
            store.put(entry, file);
        };
        transaction.oncomplete = () => { database.close(); resolve(); };
    };
}), [file, at, cut]);

export const delete_database = (page) => page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('/plans');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
}));

// The copies of a plan: in the origin's private file system, or in Cache Storage.
export const copied = (page) => page.evaluate(async () => {
    const names = [];
    try {
        const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('fanglue-copies');
        for await (const plan of root.keys())
            for await (const name of (await root.getDirectoryHandle(plan)).keys()) names.push(`/plans/${plan}/${name}`);
    } catch { /* the cache, then */ }
    if (await caches.has('fanglue-copies'))
        for (const request of await (await caches.open('fanglue-copies')).keys()) names.push(new URL(request.url).pathname.replace('/fanglue-copies', '/plans'));
    return names.sort();
});

// Writes a file into the store as the application would find it.
export const put_stored = (page, file, bytes) => page.evaluate(([file, bytes]) => new Promise((resolve) => {
    indexedDB.open('/plans').onsuccess = (opened) => {
        const database = opened.target.result;
        const transaction = database.transaction('FILE_DATA', 'readwrite'), store = transaction.objectStore('FILE_DATA');
        const time = new Date();
        for (let at = file.indexOf('/', 1); at > 0; at = file.indexOf('/', at + 1))
            if (at > 6) store.put({ timestamp: time, mode: 0o40777 }, file.slice(0, at));
        store.put({ timestamp: time, mode: 0o100666, contents: new Uint8Array(bytes) }, file);
        transaction.oncomplete = () => { database.close(); resolve(); };
    };
}), [file, Array.from(bytes)]);

// CRC-64/XZ, as the store's files carry it.
export function crc64(bytes) {
    let value = ~0n & 0xffff_ffff_ffff_ffffn;
    for (const byte of bytes) {
        value ^= BigInt(byte);
        for (let bit = 0; bit < 8; ++bit) value = value & 1n ? (value >> 1n) ^ 0xc96c5795d7870f42n : value >> 1n;
    }
    return ~value & 0xffff_ffff_ffff_ffffn;
}

// A snapshot as a version to come might write it: src/store/frame.cpp.
export function newer_snapshot(plan, title, body) {
    const size = Buffer.byteLength(body);
    const head = ['fanglue-store 1 snapshot', `plan ${plan}`, 'writer a-newer-version', 'schema 9.0', 'state 3 00000000000000aa', 'saved 2031-02-03T04:05',
        `title ${title}`, 'department 急诊科', 'status Draft', 'tasks 7', `size ${size}`, ''].join('\n');
    const sum = crc64(Buffer.from(head + body)).toString(16).padStart(16, '0');
    return { path: `/plans/${plan}/s-0000000003-00000000000000aa`, bytes: Buffer.from(`${head}sum ${sum}\n${body}`) };
}
