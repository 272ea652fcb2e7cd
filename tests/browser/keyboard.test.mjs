// The main job without a mouse: everything is reached with Tab and arrows and done with Enter, Space and Escape.
import assert from 'node:assert/strict';
import test from 'node:test';
import { download, find, press } from './harness/actions.mjs';
import { app_idle, eventually, open_app } from './harness/app.mjs';

const focused = (page) =>
    page.evaluate(() => {
        const element = document.activeElement;
        const role = element.getAttribute('role') ?? { INPUT: 'textbox', TEXTAREA: 'textbox' }[element.tagName] ?? '';
        return { role, name: element.getAttribute('aria-label') ?? element.textContent };
    });

// Tabs on until the focus is on it, as a person looks for it; the number of presses.
async function tab_to(page, role, name, key = 'Tab') {
    const passed = [];
    for (let presses = 1; presses <= 150; ++presses) {
        await press(page, key);
        const at = await focused(page);
        if (at.role === role && (name instanceof RegExp ? name.test(at.name) : at.name === name)) return presses;
        passed.push(`${at.role} ${at.name}`);
    }
    throw new Error(`${key} never reached ${role} ${name}; it passed ${passed.slice(0, 40).join(' | ')}`);
}

async function fill(page, name, text) {
    await tab_to(page, 'textbox', name);
    await press(page, 'Enter', 'ControlOrMeta+A');
    await page.keyboard.type(text);
    await press(page, 'Enter');
}

test('keyboard: a plan is drafted, checked, inspected and handed over without a mouse', async (t) => {
    const { page } = await open_app(t);
    await tab_to(page, 'button', /^新建/);
    await press(page, 'Enter');
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });

    await tab_to(page, 'link', '任务与进度');
    await press(page, 'Enter');
    await tab_to(page, 'row', /^1 /);
    await press(page, 'ArrowDown');
    assert.match((await focused(page)).name, /^1\.1 /);
    await press(page, 'Enter');
    await fill(page, '任务名称', '登记全部账号');
    await eventually(async () => (await page.getByRole('row', { name: /^1\.1 登记全部账号/ }).count()) === 1, 'the new name in the table');

    await tab_to(page, 'combobox', '责任人');
    await press(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
    const owner = await find(page, 'combobox', '责任人').evaluate((box) => box.value ?? box.textContent + box.ariaValueText);
    assert.match(owner, /科主任/);
    await press(page, 'Enter');
    await page.keyboard.type('护士');
    await press(page, 'Enter');
    assert.match(await find(page, 'combobox', '责任人').evaluate((box) => box.value ?? box.textContent + box.ariaValueText), /护士长/);
    await tab_to(page, 'textbox', '开始时间');
    await press(page, 'Enter', 'ControlOrMeta+A');
    await page.keyboard.type('2026-3-5');
    await press(page, 'Enter');
    assert.equal(await find(page, 'textbox', '开始时间').inputValue(), '2026-03-05');

    await press(page, 'Escape');
    await press(page, 'ControlOrMeta+Z');
    assert.equal(await find(page, 'textbox', '开始时间').inputValue(), '', 'undone');
    await press(page, 'ControlOrMeta+Shift+Z');
    assert.equal(await find(page, 'textbox', '开始时间').inputValue(), '2026-03-05');

    await tab_to(page, 'link', '自查与整改', 'Shift+Tab');
    await press(page, 'Enter');
    await tab_to(page, 'button', '开始自查');
    await press(page, 'Enter');
    await find(page, 'dialog').waitFor({ state: 'attached' });
    await tab_to(page, 'button', '开始自查');
    await press(page, 'Enter');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.ok((await page.getByRole('row').count()) > 1, 'findings are listed');

    await tab_to(page, 'button', '导出', 'Shift+Tab');
    const file = await download(page, () => page.keyboard.press('Enter'));
    const plan = JSON.parse(file.bytes);
    assert.ok(plan.tasks.some((task) => task.title === '登记全部账号' && task.start === '2026-03-05' && task.owner));
    assert.ok(plan.findings.length > 0);
});

test('keyboard: a menu opens, is walked with arrows and gives the focus back', async (t) => {
    const { page } = await open_app(t);
    await tab_to(page, 'button', '语言');
    await press(page, 'Enter', 'ArrowDown');
    assert.equal((await focused(page)).role, 'menuitemcheckbox');
    await press(page, 'Escape');
    await app_idle(page);
    assert.deepEqual(await focused(page), { role: 'button', name: '语言' });
});
