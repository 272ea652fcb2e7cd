// A frame breaks down: what the page then offers, and that the plan which did it is never opened again by itself.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, download, drop_files, find } from './harness/actions.mjs';
import { app_idle, app_started, eventually, open_app, open_computer } from './harness/app.mjs';
import { close_messages, edit, fields, new_plan, save_state, value_of, write } from './harness/editing.mjs';
import { stored_files } from './harness/stores.mjs';

// Whatever has 炸 in its title cannot be drawn: what the program does when it tells the page that title ends as in a trap.
function poison() {
    const real = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
    Object.defineProperty(document, 'title', {
        get: () => real.get.call(document),
        set: (title) => {
            if (title.includes('炸')) throw new WebAssembly.RuntimeError('unreachable');
            real.set.call(document, title);
        },
    });
}

const failed = (page, text = '程序出错，已经停止') => page.getByText(text).waitFor();
const rows = (page) => page.getByRole('grid', { name: '本机计划' }).getByRole('row');
const row = (page, name) => page.getByRole('grid', { name: '本机计划' }).getByRole('row', { name, exact: true });
const forgive = async (computer) => {
    await eventually(() => computer.complaints.some((line) => /unreachable/.test(line)), 'the error');
    while (computer.complaints.length) computer.expect_complaint(/unreachable/);
};

async function open(page, name) {
    await close_messages(page);
    await row(page, name).click({ force: true });
    await app_idle(page);
}
const opened = (page) => find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });

async function exported(page) {
    await page.evaluate(() => { window.showSaveFilePicker = undefined; });
    return JSON.parse((await download(page, () => page.keyboard.press('Control+s'))).bytes);
}

// A plan 平安 that is fine, and one that was 可用 before its title became 炸弹, which broke the program down.
async function broken_down(t, options = {}) {
    const computer = await open_computer(t, { init_script: poison, ...options });
    const page = await computer.open();
    await new_plan(page);
    await edit(page, fields.title, '平安');
    const plans = { 平安: await exported(page) };
    await page.reload();
    await app_started(page);
    await new_plan(page);
    await edit(page, fields.title, '可用');
    plans.炸弹 = await exported(page);
    plans.炸弹.cover.title = '炸弹';
    await write(page, fields.title, '炸弹');
    await failed(page);
    await forgive(computer);
    return { computer, page, plans };
}

const reload = async (page, name) => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
    await app_started(page);
};

test('trap: the page that tells of it opens the version before, keeps the one that broke down, and has a report', async (t) => {
    const { page } = await broken_down(t);
    assert.match(await page.getByLabel('错误报告').inputValue(), /RuntimeError: unreachable[^]*/);
    assert.match(await page.getByLabel('错误报告').inputValue(), /^计划 [0-9a-z-]+ @\d+$/m);
    await reload(page, '打开修改前的版本');
    await opened(page);
    await click(page, 'link', '封面与引言');
    assert.equal(await value_of(page, fields.title), '可用');
    await page.reload();
    await app_started(page);
    assert.equal(await rows(page).count(), 4, 'the head, the fine one, the one that went back, the one that broke down');
    await open(page, '可用');
    await opened(page);
});

test('trap: what the page that tells of it exports brings all plans to another computer', async (t) => {
    const { page, plans } = await broken_down(t);
    const rescued = await download(page, () => page.getByRole('button', { name: '导出全部已保存的计划' }).click());
    const { page: there } = await open_app(t);
    await drop_files(there, [{ name: rescued.name, bytes: rescued.bytes, type: 'application/zip' }]);
    await there.locator('#mirror').getByText(/加入 2 份计划/).first().waitFor({ state: 'attached' });
    for (const [title, plan] of Object.entries(plans)) {
        await open(there, title);
        await opened(there);
        assert.deepEqual(await exported(there), plan, title);
        await click(there, 'button', '回到开始页');
    }
});

test('trap: at the next start the plan is marked and asked about, and the others are as ever', async (t) => {
    const { computer, page } = await broken_down(t);
    await reload(page, '重新加载');
    await page.getByText('上次打开时程序出错').first().waitFor({ state: 'attached' });
    await open(page, '平安');
    await opened(page);
    await eventually(async () => /^已保存|^$/.test(await save_state(page)), 'nothing to be unsaved');
    await page.reload();
    await app_started(page);
    await page.getByText('上次打开时程序出错').first().click({ force: true });
    await app_idle(page);
    const dialog = find(page, 'dialog', '上次打开这份计划时程序出错');
    await dialog.waitFor({ state: 'attached' });
    const { name } = await download(page, () => click(page, 'button', '原样导出'));
    assert.match(name, /\.zip$/);
    await dialog.getByRole('button', { name: '仍然打开' }).click({ force: true });
    await failed(page);
    await forgive(computer);
    await reload(page, '重新加载');
    await page.getByText('上次打开时程序出错').first().click({ force: true });
    await app_idle(page);
    await find(page, 'dialog', '上次打开这份计划时程序出错').getByRole('button', { name: '打开修改前的版本' }).click({ force: true });
    await opened(page);
    await click(page, 'link', '封面与引言');
    assert.equal(await value_of(page, fields.title), '可用');
});

test('trap: an opening that never ended, because the tab was closed meanwhile, counts as one', async (t) => {
    const computer = await open_computer(t), page = await computer.open();
    await new_plan(page);
    await edit(page, fields.title, '没打开完');
    assert.equal(await page.evaluate(() => localStorage.getItem('fanglue.opening')), null, 'a good frame clears it');
    const [file] = await stored_files(page);
    await page.evaluate((plan) => localStorage.setItem('fanglue.opening', plan), file.path.split('/').find((part) => /^[0-9a-z]{16}$/.test(part)));
    await page.reload();
    await app_started(page);
    await open(page, '没打开完');
    await find(page, 'dialog', '上次打开这份计划时程序出错').getByRole('button', { name: '仍然打开' }).click({ force: true });
    await opened(page);
    await page.reload();
    await app_started(page);
    await open(page, '没打开完');
    await opened(page);
});

test('trap: the page that tells of it speaks the language that was chosen', async (t) => {
    const computer = await open_computer(t, { init_script: poison }), page = await computer.open();
    await new_plan(page);
    await page.evaluate(() => localStorage.setItem('fanglue.preference.language', 'en'));
    await page.reload();
    await app_started(page);
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await failed(page, 'The program failed and has stopped');
    await page.getByRole('button', { name: 'Copy the error report' }).waitFor();
    await page.getByLabel('Error report').waitFor();
    await forgive(computer);
});
