// The store on the lab page: what is answered as stored is stored, what is not is said with a code, and nobody writes
// over another tab.
import assert from 'node:assert/strict';
import test from 'node:test';
import { app_idle, app_started, chromium_only, in_firefox } from './harness/app.mjs';
import { ask, clear_events, event, events, lab_computer, no_lab, open_lab } from './harness/lab.mjs';

test('storage: stored files outlive the browser, removed ones do not', { skip: no_lab }, async (t) => {
    const computer = await lab_computer(t);
    const page = await computer.open();
    await event(page, /^started writer/);
    await ask(page, 'store 1 /plans/a/one.txt hello');
    await event(page, /^answer 1 ok/);
    await ask(page, 'store 2 /plans/two.txt world');
    await event(page, /^answer 2 ok/);
    await ask(page, 'remove 3 /plans/two.txt');
    await event(page, /^answer 3 ok/);
    await computer.close_browser();
    const again = await computer.open();
    await ask(again, 'read 4 /plans/a/one.txt');
    assert.equal(await event(again, /^answer 4/), 'answer 4 ok  5 hello');
    await ask(again, 'read 5 /plans/two.txt');
    assert.equal(await event(again, /^answer 5/), 'answer 5 failed storage-missing 0 ');
    assert.equal(await local_file(again, '/plans/a/one.txt'), 'hello', 'the program can read it like any file');
});

// The file as the program sees it; the lab answers with what fopen finds.
let asked = 100;
async function local_file(page, path) {
    ++asked;
    await ask(page, `local ${asked} ${path}`);
    return (await event(page, new RegExp(`^local ${asked} `))).slice(`local ${asked} `.length);
}

test('storage: two writes within one clock tick both count', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await page.evaluate(() => { Date.now = () => 1_000_000; });
    for (const [id, text] of [[1, 'first'], [2, 'second']]) {
        await ask(page, `store ${id} /plans/tick ${text}`);
        await event(page, new RegExp(`^answer ${id} ok`));
    }
    const stamps = await page.evaluate(() => new Promise((resolve) => {
        indexedDB.open('/plans').onsuccess = (e) => {
            const database = e.target.result;
            database.transaction('FILE_DATA').objectStore('FILE_DATA').get('/plans/tick').onsuccess = (got) => {
                resolve([got.target.result.timestamp.getTime(), new TextDecoder().decode(got.target.result.contents)]);
                database.close();
            };
        };
    }));
    assert.equal(stamps[1], 'second');
    assert.equal(stamps[0], 1_000_001);
});

test('storage: a second tab reads, hears of changes and takes over when the first closes', { skip: no_lab }, async (t) => {
    const computer = await lab_computer(t);
    const first = await computer.open();
    const second = await computer.browser.newPage();
    await second.goto(computer.origin);
    await app_started(second);
    await event(second, /^started reader/);
    await ask(second, 'store 1 /plans/a from-second');
    assert.match(await event(second, /^answer 1/), /failed storage-not-writer/);
    await ask(first, 'store 2 /plans/a from-first');
    await event(first, /^answer 2 ok/);
    await event(second, /^storage changed/);
    assert.equal(await local_file(second, '/plans/a'), 'from-first');
    await first.close();
    await event(second, /^storage writer/);
    await ask(second, 'store 3 /plans/a from-second');
    await event(second, /^answer 3 ok/);
});

test('storage: a cleared store is noticed, and the next commit brings everything back', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'store 1 /plans/kept old');
    await event(page, /^answer 1 ok/);
    await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('/plans').onsuccess = resolve; }));
    await event(page, /^storage cleared/);
    await ask(page, 'store 2 /plans/new new');
    await event(page, /^answer 2 ok/);
    await page.reload();
    await app_started(page);
    assert.equal(await local_file(page, '/plans/kept'), 'old');
    assert.equal(await local_file(page, '/plans/new'), 'new');
});

test('storage: a full disk is reported, and the old contents stay', { skip: no_lab || chromium_only }, async (t) => {
    const { computer, page } = await open_lab(t);
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: computer.origin, quotaSize: 2_000_000 });
    await ask(page, 'store 1 /plans/a old');
    await event(page, /^answer 1 ok/);
    await ask(page, 'big 2 /plans/a 5000000');
    assert.match(await event(page, /^answer 2/), /failed storage-full/);
    await session.send('Storage.overrideQuotaForOrigin', { origin: computer.origin });
    await ask(page, 'read 3 /plans/a');
    assert.equal(await event(page, /^answer 3/), 'answer 3 ok  3 old');
    await ask(page, 'big 4 /plans/a 5000000');
    await event(page, /^answer 4 ok/);
});

test('storage: each failing operation is answered once with its code', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    const sabotage = (code) => page.evaluate(code);
    await sabotage(() => {
        window.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function () { throw new DOMException('no', 'QuotaExceededError'); };
    });
    await ask(page, 'store 1 /plans/a x');
    assert.match(await event(page, /^answer 1/), /failed storage-full/);
    await sabotage(() => {
        IDBObjectStore.prototype.put = function (...args) { const r = put.apply(this, args); this.transaction.abort(); return r; };
    });
    await ask(page, 'store 2 /plans/a x');
    assert.match(await event(page, /^answer 2/), /failed storage-failed/);
    await sabotage(() => {
        IDBObjectStore.prototype.put = function (entry, key) {
            return put.call(this, entry.contents ? { ...entry, contents: new Uint8Array([1, 2]) } : entry, key);
        };
    });
    await ask(page, 'store 3 /plans/a x');
    assert.match(await event(page, /^answer 3/), /failed storage-mismatch/);
    await sabotage(() => { IDBObjectStore.prototype.put = window.put; });
    await ask(page, 'store 4 /etc/a x');
    assert.match(await event(page, /^answer 4/), /failed storage-path/);
    await ask(page, 'store 5 /plans/../a x');
    assert.match(await event(page, /^answer 5/), /failed storage-path/);
    await ask(page, 'store 6 /plans/a x');
    await event(page, /^answer 6 ok/);
    const answers = (await events(page)).filter((line) => line.startsWith('answer'));
    assert.equal(answers.length, 6);
});

test('storage: a browser without IndexedDB says so and still works', { skip: no_lab }, async (t) => {
    const computer = await lab_computer(t);
    const page = await computer.open();
    await page.addInitScript(() => { Object.defineProperty(window, 'indexedDB', { value: undefined }); });
    await page.reload();
    await app_started(page);
    await event(page, /^started unavailable/);
    await ask(page, 'store 1 /plans/a x');
    assert.match(await event(page, /^answer 1/), /failed storage-blocked/);
});

test('storage: a damaged record hides no other, and is reported', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'store 1 /plans/good whole');
    await event(page, /^answer 1 ok/);
    await page.evaluate(() => new Promise((resolve) => {
        indexedDB.open('/plans').onsuccess = (e) => {
            const transaction = e.target.result.transaction('FILE_DATA', 'readwrite');
            transaction.objectStore('FILE_DATA').put({ timestamp: new Date(5), mode: 7 }, '/plans/bad');
            transaction.oncomplete = () => { e.target.result.close(); resolve(); };
        };
    }));
    await page.reload();
    await app_started(page);
    await event(page, /^started damaged/);
    assert.equal(await local_file(page, '/plans/good'), 'whole');
});

test('storage: the tail is written when the page goes away, preferences at once', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'prefer theme dark');
    await ask(page, 'tail unsaved');
    assert.equal(await page.evaluate(() => localStorage.getItem('fanglue.tail')), null);
    await page.reload();
    await app_started(page);
    const lines = await events(page);
    assert.ok(lines.includes('started writer tail=unsaved query='), lines.join());
    assert.ok(lines.includes('preference theme=dark'));
    await ask(page, 'tail');
    await clear_events(page);
    await page.reload();
    await app_started(page);
    assert.ok((await events(page)).includes('started writer tail= query='));
    await app_idle(page);
});

test('storage: random bytes, assets of the own origin and the answer of persist()', { skip: no_lab }, async (t) => {
    const { computer, page } = await open_lab(t);
    await ask(page, 'random 1');
    assert.match(await event(page, /^answer 1/), /ok {2}70000 /);
    await ask(page, 'fetch 2 page.css');
    assert.match(await event(page, /^answer 2/), /ok {2}\d+ \/\* The page around/);
    await ask(page, 'fetch 3 missing.txt');
    assert.match(await event(page, /^answer 3/), /failed asset-missing/);
    if (!in_firefox) computer.expect_complaint(/404/);
    await ask(page, 'fetch 4 //example.org/x');
    assert.match(await event(page, /^answer 4/), /failed asset-foreign/);
    await ask(page, 'persist 5');
    assert.match(await event(page, /^answer 5/), /ok (granted|denied) \d+ \d+\/\d+/);
});
