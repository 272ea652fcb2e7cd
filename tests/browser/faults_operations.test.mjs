// Each single operation of the browser's storage fails once: it is reported, what was typed stays, the next success
// stores all of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, find } from './harness/actions.mjs';
import { edit, fields, new_plan, open_the_plan, rounds, save_alert, save_state, saved, value_of, write } from './harness/editing.mjs';
import { app_idle, app_started, eventually, open_computer } from './harness/app.mjs';

// Lets the k-th operation of a kind fail, once; counts how many there were.
function instrument() {
    const fault = (window.fault = { kind: '', at: 0, count: 0, hits: 0 });
    const due = (kind) => {
        if (fault.kind !== kind) return false;
        fault.count += 1;
        if (fault.count !== fault.at) return false;
        fault.hits += 1;
        return true;
    };
    // A transaction lives as long as somebody asks it for something.
    const real_get = IDBObjectStore.prototype.get;
    const stay = (store) => { if (fault.kind === 'put never ends') real_get.call(store, '/').onsuccess = () => stay(store); };
    const wrap = (prototype, name, around) => {
        const original = prototype[name];
        prototype[name] = function (...args) { return around.call(this, original, args); };
    };
    wrap(IDBObjectStore.prototype, 'put', function (put, args) {
        if (due('put throws')) throw new DOMException('no room', 'QuotaExceededError');
        if (due('put stores other bytes') && args[0].contents) args[0] = { ...args[0], contents: new Uint8Array([7]) };
        const request = put.apply(this, args);
        if (due('transaction aborts')) this.transaction.abort();
        if (due('put never ends')) stay(this);
        return request;
    });
    wrap(IDBObjectStore.prototype, 'get', function (get, args) {
        if (due('read throws')) throw new DOMException('broken', 'UnknownError');
        return get.apply(this, args);
    });
    wrap(IDBDatabase.prototype, 'transaction', function (transaction, args) {
        if (due('transaction throws')) throw new DOMException('closing', 'InvalidStateError');
        return transaction.apply(this, args);
    });
    wrap(IDBFactory.prototype, 'open', function (open, args) {
        if (due('open fails')) return open.call(this, args[0], 1);  // too old a version: an error event
        return open.apply(this, args);
    });
}

const arm = (page, kind, at) => page.evaluate(([kind, at]) => { Object.assign(window.fault, { kind, at, count: 0, hits: 0 }); }, [kind, at]);
const fault_count = (page) => page.evaluate(() => window.fault.count);
const fault_hits = (page) => page.evaluate(() => window.fault.hits);

async function instrumented_page(t) {
    const computer = await open_computer(t);
    await computer.start_browser();
    await computer.before_the_page(instrument);
    return { computer, page: await computer.open() };
}

// Nothing failed, or bytes that are only a folder's entry, which may differ without harm.
const is_harmless = async (page, kind) => (await fault_hits(page)) === 0 || (kind === 'put stores other bytes' && /^已保存/.test(await save_state(page)));

const kinds = ['put throws', 'put stores other bytes', 'transaction aborts', 'read throws', 'transaction throws'];

test('faults: the k-th storage operation of an edit fails, for every k', async (t) => {
    const { page } = await instrumented_page(t);
    await new_plan(page);
    let failures = 0, reported = 0, kept = 0, stored = 0, number = 0;
    const next_text = () => `第 ${++number} 次修改`;
    for (const kind of kinds) {
        await arm(page, kind, 0);
        await edit(page, fields.title, next_text());
        const operations = await fault_count(page);
        assert.ok(operations > 0, `an edit has operations that “${kind}” concerns`);
        for (let repeat = 0; repeat < rounds(1, 5); ++repeat) {
            for (let k = 1; k <= operations; ++k) {
                const text = next_text();
                await arm(page, kind, k);
                await write(page, fields.title, text);
                await app_idle(page);
                if (await is_harmless(page, kind)) {
                    await saved(page);
                    continue;
                }
                ++failures;
                await save_alert(page).waitFor({ state: 'attached', timeout: 2000 });
                if (/^没有保存/.test(await save_state(page))) ++reported;
                if ((await value_of(page, fields.title)) === text) ++kept;
                await click(page, 'button', '再试一次');
                await saved(page);
                assert.equal(await save_alert(page).count(), 0);
                ++stored;
            }
        }
    }
    const last = await value_of(page, fields.title);
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.title), last);
    t.diagnostic(`${failures} failures of ${kinds.length} kinds: ${reported} reported, ${kept} times the text kept, ${stored} times all stored by the next success`);
    assert.deepEqual([reported, kept, stored], [failures, failures, failures]);
    assert.ok(failures >= kinds.length);
});

test('faults: the k-th storage operation of a new plan fails, for every k', async (t) => {
    const { page } = await instrumented_page(t);
    let plans = 0, failures = 0, reported = 0, stored = 0;
    const make = async () => {
        await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
        await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
        await app_idle(page);
        ++plans;
    };
    const leave = async () => {
        await click(page, 'button', '回到开始页');
        await app_idle(page);
    };
    for (const kind of rounds(['put throws', 'transaction throws'], kinds)) {
        await arm(page, kind, 0);
        await make();
        await saved(page);
        const operations = await fault_count(page);
        assert.ok(operations > 0, `a new plan has operations that “${kind}” concerns`);
        await leave();
        for (let k = 1; k <= operations; ++k) {
            await arm(page, kind, k);
            await make();
            await eventually(async () => (await save_alert(page).count()) > 0 || (await is_harmless(page, kind)), 'an alert, or nothing that failed');
            if (!(await is_harmless(page, kind))) {
                ++failures;
                if (/^没有保存/.test(await save_state(page))) ++reported;
                await click(page, 'button', '再试一次');
                await saved(page);
                ++stored;
            }
            await saved(page);
            await leave();
        }
    }
    await page.reload();
    await app_started(page);
    const rows = await page.getByRole('grid', { name: '本机计划' }).getAttribute('aria-rowcount');
    t.diagnostic(`${plans} plans made with ${failures} failures: ${reported} reported, ${stored} times stored by the next success, ${Number(rows) - 1} plans after a reload`);
    assert.deepEqual([reported, stored, Number(rows) - 1], [failures, failures, plans]);
    assert.ok(failures >= 2);
});

test('faults: a write that never ends is reported, and counts once it has ended', async (t) => {
    const { page } = await instrumented_page(t);
    await new_plan(page);
    await arm(page, 'put never ends', 1);
    await write(page, fields.title, '写到一半');
    await save_alert(page).waitFor({ state: 'attached', timeout: 30_000 });
    assert.match(await save_state(page), /^没有保存/);
    assert.ok(await page.getByRole('button', { name: '立即导出' }).count(), 'export is offered');
    await write(page, fields.title, '接着写的');
    await arm(page, '', 0);
    await saved(page);  // it tries again by itself
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.title), '接着写的');
});

test('faults: deleting, restoring and deleting for good say so when they fail, and change nothing', async (t) => {
    const { page } = await instrumented_page(t);
    await new_plan(page);
    await edit(page, fields.title, '要留下的计划');
    await click(page, 'button', '回到开始页');
    const remove = async () => {
        await click(page, 'button', '删除“要留下的计划”');
        await click(page, 'button', '删除计划');
    };
    const in_storage = (name) => click(page, 'button', name);
    const purge = async () => {
        await in_storage('彻底删除“要留下的计划”');
        await click(page, 'button', '彻底删除');
    };
    const steps = [['没有删除', remove], ['没有恢复', () => in_storage('恢复“要留下的计划”')], [null, remove], ['没有彻底删除', purge]];
    for (const [said, step] of steps) {
        if (step !== remove) await page.evaluate(() => 0);
        if (said) {
            await arm(page, 'transaction throws', 1);
            await step();
            await page.getByRole('alert').filter({ hasText: said }).first().waitFor({ state: 'attached' });
            await click(page, 'button', '关闭提示');
        }
        await arm(page, '', 0);
        await step();
        await app_idle(page);
        if (step === remove) await click(page, 'button', '保存与备份');
        if (said === '没有恢复') {
            await click(page, 'button', '回到开始页');
            await find(page, 'row', '要留下的计划').waitFor({ state: 'attached' });
        }
    }
    await eventually(async () => (await page.getByText('回收站是空的').count()) > 0, 'an empty bin');
});

test('faults: a store that cannot be opened at the start is reported, and opens the next time', async (t) => {
    const { computer, page } = await instrumented_page(t);
    await new_plan(page);
    await edit(page, fields.title, '已经保存的计划');
    await computer.before_the_page(() => { if (sessionStorage.getItem('fail')) Object.assign(window.fault, { kind: 'open fails', at: 1 }); });
    await page.evaluate(() => sessionStorage.setItem('fail', '1'));
    await page.reload();
    await app_started(page);
    await page.getByRole('alert').filter({ hasText: '这个浏览器不能保存' }).first().waitFor({ state: 'attached' });
    await page.evaluate(() => sessionStorage.removeItem('fail'));
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.title), '已经保存的计划');
});
