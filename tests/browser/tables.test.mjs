// Tables and other programs: rows go to the clipboard as text and HTML and come from it; what is looked for is found; the
// bars zoom by wheel, keys and fingers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { allow_clipboard, click, find, press } from './harness/actions.mjs';
import { app_idle, chromium_only, eventually, open_app } from './harness/app.mjs';

async function open_page(t, name, options) {
    const { page } = await open_app(t, options);
    await allow_clipboard(page);
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
    if (name) await click(page, 'link', name);
    return page;
}

async function to_clipboard(page, text, html) {
    await page.evaluate(async ([plain, rich]) => {
        const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
        await navigator.clipboard.write([new ClipboardItem({ ...blob('text/plain', plain), ...(rich ? blob('text/html', rich) : {}) })]);
    }, [text, html]);
}

const from_clipboard = (page, type) =>
    page.evaluate(async (wanted) => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType(wanted)).text();
    }, type);

async function paste(page, text, html) {
    await to_clipboard(page, text, html);
    await press(page, 'Control+v');
}

const task = (page, title) => page.getByRole('row', { name: new RegExp(`^[\\d.]+ ${title}$`) });
const said = (page, text) => page.locator('#mirror').getByText(text).first().waitFor({ state: 'attached' });
const selected_rows = (page) => page.locator('#mirror [role=row][aria-selected=true]').count();

async function choose_task(page, code) {
    await page.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) }).click({ force: true });
    await app_idle(page);
}

test('tables: chosen rows are copied as text and as an HTML table', async (t) => {
    const page = await open_page(t, '任务与进度');
    await choose_task(page, '1.1');
    await press(page, 'Control+c');
    const one = await from_clipboard(page, 'text/plain');
    assert.equal(one.trim().split('\n').length, 1);
    assert.match(one, /^选择社交媒体平台\t/);
    assert.match(await from_clipboard(page, 'text/html'), /<table.*<td>选择社交媒体平台<\/td>/s);
    await said(page, /^已复制 1 行/);
    assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /^1\.1 /, 'the message does not take the focus');

    await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
    assert.equal(await selected_rows(page), 2);
    assert.equal(await page.getByRole('treegrid').getAttribute('aria-multiselectable'), 'true');
    await press(page, 'Control+c');
    assert.equal((await from_clipboard(page, 'text/plain')).trim().split('\n').length, 2);

    await press(page, 'Control+a', 'Control+c');
    const all = (await from_clipboard(page, 'text/plain')).trim().split('\r\n');
    assert.equal(all.length, 16, '15 tasks below the names of the columns');
    assert.equal(all[0], '任务名称\t责任人\t开始时间\t完成时间\t进度\t状态');
    assert.match(await from_clipboard(page, 'text/html'), /<th>任务名称<\/th>/);
});

test('tables: Shift and a click choose a range, Delete removes it, one undo brings it back', async (t) => {
    const page = await open_page(t, '资源与预算');
    const rows = page.getByRole('grid').getByRole('row');  // the first is the head
    const before = (await rows.count()) - 1;
    assert.ok(before >= 4);
    await rows.nth(1).click({ force: true });
    await app_idle(page);
    await rows.nth(3).click({ force: true, modifiers: ['Shift'] });
    await app_idle(page);
    assert.equal(await selected_rows(page), 3);
    await press(page, 'Delete');
    await said(page, /^已删除 3 行/);
    assert.equal(await rows.count(), before + 1 - 3);
    await press(page, 'Control+z');
    assert.equal(await rows.count(), before + 1);
});

test('tables: rows of a spreadsheet are added as one undo step, with values as they are typed', async (t) => {
    const page = await open_page(t, '任务与进度');
    await paste(page, '任务名称\t负责人\t开始日期\t完成时间\t完成率\r\n登记账号\t护士长\t2026-3-5\t2026年3月9日\t20%\r\n核对资料\t科主任\r\n');
    await said(page, '已粘贴：改写 0 行，新增 2 行，可以撤销。');
    await task(page, '登记账号').waitFor({ state: 'attached' });
    assert.equal(await task(page, '核对资料').count(), 1);
    assert.equal(await find(page, 'textbox', '开始时间').inputValue(), '2026-03-05');
    assert.equal(await find(page, 'textbox', '完成时间').inputValue(), '2026-03-09');
    await press(page, 'Control+z');
    assert.equal(await task(page, '登记账号').count(), 0);
    assert.equal(await task(page, '核对资料').count(), 0);
});

test('tables: a cut task moves whole behind the chosen one, as one undo step; until then it stays', async (t) => {
    const page = await open_page(t, '任务与进度');
    const names = () => page.evaluate(() => [...document.querySelectorAll('#mirror [role=treegrid] [role=row][aria-level]')].map((row) => row.ariaLabel.replace(/^[\d.]+ /, '')));
    const before = await names();
    await choose_task(page, '1.1');
    await press(page, 'Control+x');
    await said(page, /^已剪切 1 行，还留在原处/);
    assert.deepEqual(await names(), before, 'nothing has gone');
    assert.equal(await page.getByRole('row', { name: `1.1 ${before[1]}`, description: '已剪切，等待粘贴' }).count(), 1);
    await choose_task(page, '1.2');
    await press(page, 'Control+v');
    await said(page, /^已移动 1 行/);
    assert.deepEqual((await names()).slice(0, 3), [before[0], before[2], before[1]]);
    assert.equal((await names()).length, before.length);
    await press(page, 'Control+v');
    await said(page, '已粘贴：改写 0 行，新增 1 行，可以撤销。');
    assert.equal((await names()).filter((name) => name === before[1]).length, 2, 'pasted once more it is a copy');
    await press(page, 'Control+z', 'Control+z');
    assert.deepEqual(await names(), before);
    await press(page, 'Control+x', 'Escape');
    assert.equal(await page.getByRole('row', { description: '已剪切，等待粘贴' }).count(), 0, 'called off');
});

test('tables: a table without a head is pasted once its columns are agreed on', async (t) => {
    const page = await open_page(t, '任务与进度');
    const html = '<table><tr><td><p>改过的</p><p>名称</p></td><td>护士长</td></tr></table>';
    await paste(page, '改过的\n名称\t护士长', html);  // as a word processor does: its paragraphs tear the rows
    await find(page, 'dialog', '粘贴前请核对').waitFor({ state: 'attached' });
    const column = page.getByRole('combobox', { name: /^第 2 列（如“护士长”）/ });
    assert.match(await column.evaluate((box) => box.value ?? box.textContent + box.ariaValueText), /责任人/);
    await click(page, 'button', '粘贴');
    await task(page, '改过的 名称').waitFor({ state: 'attached' });
});

test('tables: what is not understood is told first; the rest goes in only when wanted', async (t) => {
    const page = await open_page(t, '任务与进度');
    const cells = '登记账号\t王五\t某一天\r\n核对资料\t科主任\t\r\n';
    await paste(page, cells);
    const dialog = find(page, 'dialog', '有 2 处没有看懂');
    await dialog.waitFor({ state: 'attached' });
    await said(page, /第 1 行“责任人”的“王五”：没有登记这个名称/);
    await said(page, /第 1 行“开始时间”的“某一天”：看不懂这个日期/);
    await press(page, 'Escape');
    assert.equal(await task(page, '登记账号').count(), 0, 'nothing has changed');
    await paste(page, cells);
    await click(page, 'button', '粘贴其余内容');
    await task(page, '登记账号').waitFor({ state: 'attached' });
    assert.equal(await task(page, '核对资料').count(), 1);
    assert.equal(await find(page, 'textbox', '开始时间').inputValue(), '');
});

test('tables: one cell is no table, and is refused with a reason', async (t) => {
    const page = await open_page(t, '任务与进度');
    await choose_task(page, '1.1');
    await paste(page, '随手复制的一句话');
    await said(page, /^剪贴板里没有表格/);
    assert.equal(await task(page, '选择社交媒体平台').count(), 1);
});

test('tables: a thousand rows pasted at once are all there', async (t) => {
    const page = await open_page(t, '任务与进度');
    const lines = Array.from({ length: 1000 }, (_, i) => `事项${i + 1}\t护士长\t2026-3-${1 + (i % 28)}\t\t${i % 101}%`);
    await paste(page, `任务名称\t责任人\t开始时间\t完成时间\t进度\r\n${lines.join('\r\n')}`);
    const rows = async () => Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'));
    await eventually(async () => (await rows()) === 1 + 15 + 1000, 'all rows below the head', 60_000);
});

// ---------------------------------------------------------------- finding

test('finding: Ctrl+F searches the whole plan, again it is the browser\'s', async (t) => {
    const page = await open_page(t, '任务与进度');
    const pressed = async () => {
        await page.evaluate(() => {
            window.left_alone = false;  // what the program uses does not come this far
            window.addEventListener('keydown', (e) => { if (e.key === 'f') window.left_alone = !e.defaultPrevented; });
        });
        await press(page, 'Control+f');
        return page.evaluate(() => window.left_alone);
    };
    assert.equal(await pressed(), false, 'the program takes it');
    const field = find(page, 'searchbox', '搜索与命令');
    await field.waitFor({ state: 'attached' });
    await page.keyboard.type('医生办公室');  // in no title: how a piece of equipment is allocated
    await app_idle(page);
    const hit = page.getByRole('option', { name: /办公电脑/ });
    assert.equal(await hit.count(), 1);
    assert.equal(await pressed(), true, 'once more it is the browser\'s');
    await press(page, 'Enter');
    await find(page, 'heading', '资源与预算', { level: 2 }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('row', { name: '办公电脑', selected: true }).count(), 1);
});

test('finding: the browser\'s own search finds what is on screen', async (t) => {
    const page = await open_page(t, '任务与进度');
    assert.equal(await page.evaluate(() => window.find('选择社交媒体平台')), true);
    assert.equal(await page.evaluate(() => window.find('不在这里的字')), false);
});

// ---------------------------------------------------------------- zooming the bars

const bars = (page) => find(page, 'columnheader', '时间安排');
async function days_shown(page) {
    const text = await bars(page).evaluate((element) => element.getAttribute('aria-description'));
    const [, from, to] = /(\d{4}-\d\d-\d\d) 至 (\d{4}-\d\d-\d\d)/.exec(text);
    return { from, to, days: (Date.parse(to) - Date.parse(from)) / 86_400_000 };
}

test('bars: Ctrl+wheel and keys zoom the time, never beyond the plan, and leave the page as it is', async (t) => {
    const page = await open_page(t, '任务与进度');
    const whole = await days_shown(page);
    const box = await bars(page).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await app_idle(page);
    const nearer = await days_shown(page);
    assert.ok(nearer.days < whole.days * 0.85 && nearer.days > whole.days * 0.75, `${nearer.days} of ${whole.days} days`);
    await page.mouse.wheel(0, 120);
    await page.mouse.wheel(0, 120);
    await page.keyboard.up('Control');
    await app_idle(page);
    assert.deepEqual(await days_shown(page), whole);
    await choose_task(page, '1.1');
    await press(page, '+', '+');
    const near = await days_shown(page);
    assert.ok(near.days < whole.days * 0.7);
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.mouse.wheel(5000, 0);
    await app_idle(page);
    assert.equal((await days_shown(page)).to, whole.to, 'moved to the end of the plan');
    await press(page, '-', '-', '-');
    assert.deepEqual(await days_shown(page), whole);
    assert.equal(await page.evaluate(() => window.visualViewport.scale), 1);
});

test('bars: two fingers zoom them; elsewhere two fingers are the browser\'s', { skip: chromium_only }, async (t) => {
    const page = await open_page(t, '任务与进度', { hasTouch: true });
    const whole = await days_shown(page);
    const session = await page.context().newCDPSession(page);
    const fingers = (type, places) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
    await page.evaluate(() => {
        window.kept = [];
        document.addEventListener('touchmove', (e) => window.kept.push(e.defaultPrevented));
    });
    const pinch = async (x, y) => {
        await fingers('touchStart', [[x - 30, y]]);
        await fingers('touchStart', [[x - 30, y], [x + 30, y]]);
        for (let wide = 35; wide <= 60; wide += 5) await fingers('touchMove', [[x - wide, y], [x + wide, y]]);
        await fingers('touchEnd', []);
        await app_idle(page);
        return page.evaluate(() => window.kept.splice(0));
    };
    const box = await bars(page).boundingBox();
    const kept = await pinch(box.x + box.width / 2, box.y + 120);
    assert.ok(kept.length > 0 && kept.every(Boolean), 'the browser does not zoom the page as well');
    const nearer = await days_shown(page);
    assert.ok(Math.abs(nearer.days / whole.days - 0.5) < 0.05, `${nearer.days} of ${whole.days} days after fingers went twice as far apart`);
    assert.ok((await pinch(100, 400)).every((prevented) => !prevented), 'over the navigation it stays the browser\'s');
    assert.deepEqual(await days_shown(page), nearer);
    await eventually(async () => (await selected_rows(page)) === 0, 'no row chosen by two fingers');
});
