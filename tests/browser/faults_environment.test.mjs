// The machine around the page misbehaves: its clock, its graphics, its policies.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, download, find } from './harness/actions.mjs';
import { edit, fields, new_plan, open_the_plan, rounds, save_state, value_of, write } from './harness/editing.mjs';
import { app_idle, app_started, frames_drawn, open_app, open_computer } from './harness/app.mjs';

const clocks = {
    'set back by a day with every start': () => {
        const starts = Number(localStorage.getItem('starts') || 0) + 1;
        localStorage.setItem('starts', starts);
        const now = Date.now, away = starts * 86_400_000;
        Date.now = () => now() - away;
    },
    frozen: () => { Date.now = () => 1_770_000_000_000; },
    coarse: () => {
        const now = Date.now;
        Date.now = () => Math.floor(now() / 60_000) * 60_000;
    },
};

// What clocks do to the store is tried natively (storage_client_test.cpp); here that the page takes its time from where it should.
for (const [name, script] of Object.entries(clocks).slice(0, rounds(1, 3))) {
    test(`faults: a clock that is ${name} loses nothing`, async (t) => {
        const computer = await open_computer(t);
        await computer.start_browser();
        await computer.before_the_page(script);
        const page = await computer.open();
        await new_plan(page);
        let number = 0, kept = 0;
        const starts = rounds(2, 10), edits = rounds(3, 10);
        for (let start = 0; start < starts; ++start) {
            for (let i = 0; i < edits; ++i) await edit(page, fields.title, `第 ${++number} 次修改`);
            await page.reload();
            await app_started(page);
            await open_the_plan(page);
            if ((await value_of(page, fields.title)) === `第 ${number} 次修改`) ++kept;
        }
        t.diagnostic(`clock ${name}: ${number} edits over ${starts} starts, ${kept} times the newest was there`);
        assert.equal(kept, starts);
    });
}

test('faults: the graphics context is lost and comes back; editing and saving go on', async (t) => {
    const page = await (await open_computer(t)).open('/?renderer=webgl');
    await new_plan(page);
    const canvas = page.locator('#canvas');
    const is_webgl = await canvas.evaluate((element) => {
        window.loss = element.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        return !!window.loss;
    });
    if (!is_webgl) return t.skip('this page does not draw with WebGL here');
    let lost = 0;
    for (let round = 0; round < 3; ++round) {
        await page.evaluate(() => window.loss.loseContext());
        await page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
        await write(page, fields.title, `丢失 ${round}`);
        await page.evaluate(() => window.loss.restoreContext());
        await page.waitForFunction(() => !document.getElementById('canvas').getContext('webgl2').isContextLost());
        const before = await frames_drawn(page);
        await edit(page, fields.department, `恢复 ${round}`);
        assert.ok((await frames_drawn(page)) > before);
        assert.equal(await value_of(page, fields.title), `丢失 ${round}`);
        ++lost;
    }
    // The picture is there again: not one colour all over.
    const picture = await page.screenshot();
    assert.ok(picture.length > 20_000, `a picture of ${picture.length} bytes`);
    t.diagnostic(`context lost and restored ${lost} times`);
});

const policies = {
    'IndexedDB.open throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('The user denied permission to access the database.', 'SecurityError'); }; },
    'IndexedDB is missing': () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); },
    'localStorage throws too': () => {
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
        IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };
    },
    'all storage throws': () => {
        const deny = { get() { throw new DOMException('denied', 'SecurityError'); } };
        for (const name of ['localStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, deny);
        StorageManager.prototype.getDirectory = StorageManager.prototype.persist = StorageManager.prototype.estimate = () => Promise.reject(new DOMException('denied', 'SecurityError'));
        navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    },
};

for (const [name, script] of Object.entries(policies)) {
    test(`faults: storage blocked (${name}): it says what to do, works in memory and exports`, async (t) => {
        const computer = await open_computer(t);
        await computer.start_browser();
        await computer.before_the_page(script);
        const page = await computer.open();
        const alert = page.getByRole('alert').filter({ hasText: '这个浏览器不能保存' });
        await alert.first().waitFor({ state: 'attached' });
        await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
        await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
        await click(page, 'link', '封面与引言');
        await write(page, fields.title, '只在内存里');
        await app_idle(page);
        assert.match(await save_state(page), /^这个浏览器不能保存/);
        const file = await download(page, () => page.getByRole('button', { name: '立即导出' }).click({ force: true }));
        assert.equal(JSON.parse(file.bytes.toString('utf8')).cover.title, '只在内存里');
        await click(page, 'link', '保存与备份');
        assert.equal(await page.getByText(/«/).count(), 0);
    });
}

test('faults: a private window works, and keeps what it can as long as it is open', async (t) => {
    const computer = await open_computer(t);
    await computer.start_browser();
    const context = await computer.browser.browser()?.newContext({ locale: 'zh-CN' });
    if (!context) return t.skip('this browser gives no second context');
    const page = await context.newPage();
    await page.goto(computer.origin);
    await app_started(page);
    await new_plan(page);
    await edit(page, fields.title, '无痕窗口里');
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.title), '无痕窗口里');
    await context.close();
});
