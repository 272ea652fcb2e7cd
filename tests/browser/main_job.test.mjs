// The main job, as a person does it: draft from a template, keep, hand over, inspect, rectify, report.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { choose_file, click, download, drop_files, find, input_method, press, type_into } from './harness/actions.mjs';
import { app_idle, app_started, eventually, open_app, open_computer, root } from './harness/app.mjs';

// Built before the browser tests run: the second front end must find what the page finds.
const planner = path.join(root, 'build/native/src/planner');

async function new_plan(page) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

const go_to = (page, name) => click(page, 'link', name);

async function saved(page) {
    await eventually(async () => /已保存/.test(await page.getByRole('status').first().textContent()), 'the plan to be saved');
}

async function choose(page, name, option) {
    await click(page, 'combobox', name);
    await click(page, 'option', option);
}

async function select_task(page, code) {
    await page.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) }).click({ force: true });
    await app_idle(page);
}

async function enter_date(page, name, text) {
    await type_into(page, name, text);
    await press(page, 'Enter');
}

async function exported(page) {
    return download(page, () => page.getByRole('button', { name: '导出', exact: true }).click({ force: true }));
}

test('a new plan, typed with an input method, is there when the browser is opened again', async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    await new_plan(page);
    await go_to(page, '任务与进度');
    await select_task(page, '1.1');
    await find(page, 'textbox', '任务名称').click();
    await page.keyboard.press('ControlOrMeta+A');
    const ime = await input_method(page);
    await ime.type("xuan'zhong'ping'tai", '选中平台');
    await ime.type('bing', '并');
    await ime.compose('deng');
    await ime.commit('登记');
    await press(page, 'Enter');
    await choose(page, '责任人', '护士长');
    await enter_date(page, '开始时间', '2026-3-5');
    await enter_date(page, '完成时间', '2026年3月20日');
    await saved(page);
    await computer.close_browser();

    const again = await computer.open();
    await again.getByRole('row', { name: '急诊科社交媒体互动策略计划' }).click({ force: true });
    await go_to(again, '任务与进度');
    await again.getByRole('row', { name: '1.1 选中平台并登记' }).click({ force: true });
    await app_idle(again);
    assert.equal(await find(again, 'textbox', '任务名称').inputValue(), '选中平台并登记');
    assert.equal(await find(again, 'textbox', '开始时间').inputValue(), '2026-03-05');
    assert.equal(await find(again, 'textbox', '完成时间').inputValue(), '2026-03-20');
    assert.match(await find(again, 'combobox', '责任人').evaluate((box) => box.value ?? box.textContent + box.ariaValueText), /护士长/);
});

test('export, delete, import: the same bytes, and the same findings as the command-line tool', async (t) => {
    const { page } = await open_app(t);
    await page.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await saved(page);
    const first = await exported(page);
    assert.equal(first.name, '急诊科社交媒体互动策略计划.plan.json');

    const shown = Number((await page.getByText(/^检查发现 \d+$/).first().textContent()).match(/\d+/)[0]);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-export-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, first.name);
    await writeFile(file, first.bytes);
    const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format(new Date()));
    let output;
    try {
        output = execFileSync(planner, ['check', file, '--on', today, '--json'], { encoding: 'utf8' });
    } catch (error) {
        assert.equal(error.status, 1, error.stderr);
        output = error.stdout;
    }
    assert.equal(JSON.parse(output).issues.length, shown, 'the page and the command-line tool find the same');

    await click(page, 'button', '回到开始页');
    await click(page, 'button', '删除“急诊科社交媒体互动策略计划”');
    await click(page, 'button', '删除计划');
    await find(page, 'row', '急诊科社交媒体互动策略计划').waitFor({ state: 'detached' });
    await choose_file(page, () => page.getByRole('button', { name: '打开计划文件', exact: true }).click({ force: true }), {
        name: first.name,
        mimeType: 'application/json',
        buffer: first.bytes,
    });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    const second = await exported(page);
    assert.deepEqual(second.bytes, first.bytes);
});

test('numbers of members that this version does not know leave as they came, however large or small', async (t) => {
    const { page } = await open_app(t);
    await page.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await saved(page);
    const plan = JSON.parse((await exported(page)).bytes);
    const numbers = [0.1, 2.5, 1e21, 5e-324, 1.7976931348623157e308, 0.000001, 123456.789, 1 / 3, -2e-7, 4503599627370497.5, 9007199254740993, 3];
    plan['x-numbers'] = numbers;
    await choose_file(page, () => press(page, 'Control+o'), { name: '数.plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(plan)) });
    await click(page, 'button', '用文件替换');
    await saved(page);
    const out = (await exported(page)).bytes.toString('utf8');
    assert.deepEqual(JSON.parse(out)['x-numbers'], numbers);
    assert.equal(out.slice(out.indexOf('"x-numbers"')).replace(/\s/g, '').split(']')[0], `"x-numbers":${JSON.stringify(numbers)}`.split(']')[0]);
});

test('self-inspection lists what the checks find; one finding is rectified, accepted and closed; the report counts the same', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    await go_to(page, '自查与整改');
    await page.getByRole('button', { name: '开始自查', exact: true }).first().click({ force: true });
    await app_idle(page);
    await page.getByRole('dialog').getByRole('button', { name: '开始自查', exact: true }).click({ force: true });
    const figure = async (name) => (await page.getByRole('group', { name, exact: true }).textContent()).replace(name, '').trim();
    await eventually(async () => Number(await figure('问题总数')) > 0, 'findings');
    const total = Number(await figure('问题总数'));
    assert.equal(await figure('已销号'), '0');

    const grid = page.getByRole('grid', { name: '整改台账' });
    await grid.getByRole('row').nth(1).click({ force: true });
    await app_idle(page);
    await type_into(page, '原因分析', '分工没有落实到人');
    await choose(page, '责任人', '护士长');
    await choose(page, '验收人', '科主任');
    await enter_date(page, '整改时限', '+10');
    await click(page, 'button', '新增整改措施');
    await type_into(page, '整改措施', '逐项明确责任人');
    await press(page, 'Tab');
    await page.getByRole('button', { name: /^‹/ }).click({ force: true });
    await app_idle(page);
    for (const step of ['开始整改', '提交验收', '验收销号']) {
        await page.getByRole('button', { name: step, exact: true }).click({ force: true });
        await app_idle(page);
        await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click({ force: true });
        await app_idle(page);
    }
    await eventually(async () => (await figure('已销号')) === '1', 'the finding to be closed');

    await click(page, 'button', '生成报告');
    const report = await eventually(() => page.frames().find((frame) => frame !== page.mainFrame()), 'the report');
    const text = await eventually(async () => { const got = await report.locator('body').innerText().catch(() => ''); return got.length > 200 && got; }, 'the report text');
    assert.match(text, /逐项明确责任人/);
    assert.match(text, new RegExp(`(问题总数|共)\\D{0,12}${total}\\b`), 'the report counts as the ledger does');
    assert.match(text, /已销号\D{0,12}1\b/);
});

test('what is no plan is refused with a reason, and the open plan stays', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    const before = (await exported(page)).bytes;
    const good = before.toString('utf8');
    const cases = [
        ['not-json.json', Buffer.from('你好')],
        ['cut.plan.json', before.subarray(0, Math.floor(before.length / 2))],
        ['newer.plan.json', Buffer.from(good.replace('"version": "1.0"', '"version": "9.0"'))],
        ['types.plan.json', Buffer.from(good.replace(/"title": "[^"]*"/, '"title": 7'))],
        ['empty.json', Buffer.alloc(0)],
    ];
    for (const [name, bytes] of cases) {
        await drop_files(page, [{ name, bytes }]);
        const alert = page.getByRole('alert').filter({ hasText: name });
        await alert.first().waitFor({ state: 'attached' });
        const said = await alert.first().textContent();
        assert.match(said, /当前计划没有改动/);
        assert.doesNotMatch(said, /«/, `${name}: every message has words`);
        await page.getByRole('button', { name: '关闭提示' }).first().click({ force: true });
        await app_idle(page);
    }
    await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(100 * 1024 * 1024 + 1)], 'huge.json', { type: 'application/json' }));
        const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('alert').filter({ hasText: 'huge.json' }).first().waitFor({ state: 'attached' });
    assert.deepEqual((await exported(page)).bytes, before);
});

test('undo back to the start and redo to the end give the same plans', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    const start = (await exported(page)).bytes;
    await go_to(page, '任务与进度');
    await select_task(page, '1.1');
    await type_into(page, '任务名称', '第一次改名');
    await press(page, 'Enter');
    await choose(page, '责任人', '护士长');
    await enter_date(page, '开始时间', '2026-3-5');
    await click(page, 'button', '新增任务');
    const end = (await exported(page)).bytes;
    assert.notDeepEqual(end, start);
    const undo = page.getByRole('button', { name: /^撤销/ }), redo = page.getByRole('button', { name: /^重做/ });
    let steps = 0;
    while ((await undo.getAttribute('aria-disabled')) !== 'true') {
        await undo.click({ force: true });
        await app_idle(page);
        assert.ok(++steps < 20);
    }
    assert.equal(steps, 4, 'one step per edit');
    assert.deepEqual((await exported(page)).bytes, start);
    for (let i = 0; i < steps; ++i) {
        await redo.click({ force: true });
        await app_idle(page);
    }
    assert.deepEqual((await exported(page)).bytes, end);
});

test('a template opens in the language that is chosen, and the choice is remembered', async (t) => {
    const { page } = await open_app(t);
    for (const { menu, language, make, overview, exporting, home, title } of [
        { menu: '语言', language: '繁體中文', make: '新建', overview: '總覽', exporting: '匯出', home: '回到開始頁', title: /急診科/ },
        { menu: '語言', language: 'English', make: 'New', overview: 'Overview', exporting: 'Export', home: 'Back to the start page', title: /[Ee]mergency/ },
    ]) {
        await click(page, 'button', menu);
        await click(page, 'menuitemcheckbox', language);
        await page.getByRole('button', { name: make, exact: true }).first().click({ force: true });
        await find(page, 'heading', overview, { level: 2 }).waitFor({ state: 'attached' });
        await app_idle(page);
        const file = await download(page, () => page.getByRole('button', { name: exporting, exact: true }).click({ force: true }));
        const plan = JSON.parse(file.bytes);
        assert.match(plan.cover.title, title);
        assert.doesNotMatch(JSON.stringify(plan.tasks), language === 'English' ? /\p{Script=Han}/u : /[们么这门时说]/);
        await click(page, 'button', home);
    }
    await page.reload();
    await app_started(page);
    await find(page, 'button', 'Language').waitFor({ state: 'attached' });
});
