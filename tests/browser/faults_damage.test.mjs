// The browser's own records are damaged or gone: what can be had is had, from journals, backups or the copies outside
// IndexedDB, and people are told. The exhaustive version of the damages is in tests/store/damage_test.cpp.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, find } from './harness/actions.mjs';
import { close_messages, edit, fields, messages, new_plan, open_the_plan, random_numbers, rounds, saved, value_of } from './harness/editing.mjs';
import { app_started, chromium_only, eventually, open_computer } from './harness/app.mjs';
import { copied, damage, delete_database, go_outside, stored_files } from './harness/stores.mjs';

const all_copied = (page) => eventually(async () => {
    const files = (await stored_files(page)).map((file) => file.path).filter((name) => !name.startsWith('/plans/.'));
    const copies = await copied(page);
    return files.length > 0 && files.every((file) => copies.includes(file)) && copies.length === files.length;
}, 'the copies to be complete');

const told = (page, pattern) => eventually(async () => (await messages(page)).some((text) => pattern.test(text)), `${pattern} to be said`);

test('faults: damaged records in IndexedDB lose nothing while their copies are whole', async (t) => {
    const computer = await open_computer(t);
    const random = random_numbers(5);
    let page = await computer.open();
    await new_plan(page);
    let number = 0, kept = 0, said = 0;
    const total = rounds(3, 60);
    for (let round = 0; round < total; ++round) {
        const text = `第 ${++number} 次修改`;
        await edit(page, fields.title, text);
        await edit(page, fields.department, `科室 ${number}`);
        await all_copied(page);
        await go_outside(computer, page);
        const files = (await stored_files(page)).filter((file) => !file.path.startsWith('/plans/.'));
        for (let n = 1 + Math.floor(3 * random()); n > 0; --n) {
            const file = files[Math.floor(random() * files.length)];
            await damage(page, file.path, Math.floor(file.size * random()), random() < 0.5);
        }
        await page.goto(computer.origin);
        await app_started(page);
        const before = await messages(page);
        await open_the_plan(page);
        if ((await value_of(page, fields.title)) === text && (await value_of(page, fields.department)) === `科室 ${number}`) ++kept;
        if (before.concat(await messages(page)).some((line) => /损坏|备份恢复/.test(line))) ++said;
        await saved(page);
        await close_messages(page);
    }
    t.diagnostic(`${total} times one to three records damaged: nothing lost ${kept}, told ${said}`);
    assert.deepEqual([kept, said], [total, total]);
});

for (const place of ['OPFS', 'Cache Storage']) {
    test(`faults: IndexedDB deleted between starts comes back from ${place}`, async (t) => {
        const computer = await open_computer(t);
        await computer.start_browser();
        if (place !== 'OPFS')
            await computer.before_the_page(() => { StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError')); });
        const page = await computer.open();
        await new_plan(page);
        const total = rounds(2, 20);
        let recovered = 0;
        for (let round = 0; round < total; ++round) {
            await edit(page, fields.title, `第 ${round} 轮`);
            await all_copied(page);
            await go_outside(computer, page);
            await delete_database(page);
            if (round % 2 === 1) await page.evaluate(() => localStorage.clear());
            await page.goto(computer.origin);
            await app_started(page);
            await told(page, /从本机的另一份副本找回 1 份计划/);
            await open_the_plan(page);
            if ((await value_of(page, fields.title)) === `第 ${round} 轮`) ++recovered;
            await eventually(async () => (await stored_files(page)).length > 0, 'the files to be stored again');
            await close_messages(page);
        }
        t.diagnostic(`${place}: ${total} times deleted between starts, ${recovered} recovered and told`);
        assert.equal(recovered, total);
    });
}

test('faults: IndexedDB deleted while the page is open: told, and written again at once', async (t) => {
    const computer = await open_computer(t);
    let page = await computer.open();
    await new_plan(page);
    const total = rounds(2, 30);
    let recovered = 0;
    for (let round = 0; round < total; ++round) {
        await edit(page, fields.title, `第 ${round} 轮`);
        await delete_database(page);
        await told(page, /浏览器清空了已保存的数据/);
        await edit(page, fields.department, `删除之后 ${round}`);
        await page.reload();
        await app_started(page);
        await open_the_plan(page);
        if ((await value_of(page, fields.title)) === `第 ${round} 轮` && (await value_of(page, fields.department)) === `删除之后 ${round}`) ++recovered;
    }
    t.diagnostic(`${total} times deleted while open, ${recovered} all there after the next start`);
    assert.equal(recovered, total);
});

test('faults: all site data cleared while the page is open, on the start page too', { skip: chromium_only }, async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    await new_plan(page);
    await edit(page, fields.title, '清除之前');
    await click(page, 'button', '回到开始页');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: computer.origin, storageTypes: 'all' });
    await told(page, /浏览器清空了已保存的数据/);
    await eventually(async () => (await stored_files(page)).length > 0, 'the files to be stored again');
    await all_copied(page);
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.title), '清除之前');
});

test('faults: what is nowhere any more is said to be missing, and can be struck off', async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    await new_plan(page);
    await edit(page, fields.title, '不见了的计划');
    await go_outside(computer, page);
    await delete_database(page);
    await page.evaluate(async () => {
        await (await navigator.storage.getDirectory()).removeEntry('fanglue-copies', { recursive: true }).catch(() => {});
        await caches.delete('fanglue-copies');
    });
    await page.goto(computer.origin);
    await app_started(page);
    await told(page, /有 1 份计划在浏览器里找不到了/);
    await find(page, 'row', '不见了的计划').waitFor({ state: 'attached' });
    await close_messages(page);
    await click(page, 'button', '保存与备份');
    await click(page, 'button', '彻底删除“不见了的计划”');
    await click(page, 'button', '彻底删除');
    await find(page, 'row', '不见了的计划').waitFor({ state: 'detached' });
    await page.reload();
    await app_started(page);
    assert.ok(!(await messages(page)).some((text) => /找不到/.test(text)));
});
