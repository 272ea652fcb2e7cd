// Dragging: bars of the time plan and rows of tables, with scrolling at the edges; what dragging does, keys and the menu of a
// row do as well.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, find, menu_key, press, screenshot, screenshots } from './harness/actions.mjs';
import { app_idle, chromium_only, eventually } from './harness/app.mjs';
import { open_tasks } from './harness/editing.mjs';

const titles = (page) =>
    page.evaluate(() => [...document.querySelectorAll('#mirror [role=treegrid] [role=row][aria-level]')].map((row) => row.ariaLabel));
const codes_of = (rows, title) => rows.find((row) => row.endsWith(` ${title}`)).split(' ')[0];
const row_of = (page, title) => page.getByRole('row', { name: new RegExp(`^[\\d.]+ ${title}$`) });

// The bar of a task: where it is, and which days it says.
async function bar(page, title) {
    const element = row_of(page, title).getByText(/^\d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d/);
    const [, start, finish] = /^(\S+) 至 ([\d-]+)/.exec(await element.textContent());
    const days = (Date.parse(finish) - Date.parse(start)) / 86400000 + 1;
    return { ...(await element.boundingBox()), start, finish, days };
}
const plus = (day, days) => new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10);

// hold: "still", or "edge", where the page does not rest.
async function drag(page, from, to, hold = '') {
    await page.mouse.move(from.x, from.y);
    await app_idle(page);
    await page.mouse.down();
    await page.mouse.move(from.x + (to.x - from.x) / 2, from.y + (to.y - from.y) / 2, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 3 });
    if (!hold) await page.mouse.up();
    if (hold !== 'edge') await app_idle(page);
}

const task = '策划并制作内容';

test('drag: a bar moves by whole days, its ends alone, each as one undo step', async (t) => {
    const page = await open_tasks(t);
    const before = await bar(page, task);
    const day = before.width / before.days, y = before.y + before.height / 2;
    await drag(page, { x: before.x + before.width / 2, y }, { x: before.x + before.width / 2 + 20 * day, y });
    const moved = await bar(page, task);
    assert.deepEqual([moved.start, moved.finish], [plus(before.start, 20), plus(before.finish, 20)]);
    await press(page, 'Control+z');
    assert.deepEqual(await bar(page, task), before);

    await drag(page, { x: before.x + before.width - 2, y }, { x: before.x + before.width - 2 + 7 * day, y });
    const longer = await bar(page, task);
    assert.deepEqual([longer.start, longer.finish], [before.start, plus(before.finish, 7)]);
    await drag(page, { x: longer.x + 2, y }, { x: longer.x + longer.width + 90, y });
    const shortest = await bar(page, task);
    assert.deepEqual([shortest.start, shortest.finish], [longer.finish, longer.finish], 'the start stops at the finish');
    await press(page, 'Control+z', 'Control+z');
    assert.deepEqual(await bar(page, task), before);
});

test('drag: Escape leaves the bar where it was, a click on it chooses its row, a press that does not move changes nothing', async (t) => {
    const page = await open_tasks(t);
    const before = await bar(page, task);
    const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
    await page.mouse.click(middle.x, middle.y);
    await app_idle(page);
    assert.equal(await row_of(page, task).getAttribute('aria-selected'), 'true');
    const now = await bar(page, task);
    await drag(page, { x: now.x + now.width / 2, y: middle.y }, { x: now.x + now.width / 2 + 80, y: middle.y }, 'still');
    await screenshots(page, 'drag-bar');
    await press(page, 'Escape');
    await page.mouse.up();
    await app_idle(page);
    const after = await bar(page, task);
    assert.deepEqual([after.start, after.finish], [before.start, before.finish]);
    assert.equal(await find(page, 'button', /^撤销/).first().getAttribute('aria-disabled'), 'true');
});

test('drag: at the edge of the bars their time goes on, beyond the end of the plan too', async (t) => {
    const page = await open_tasks(t);
    const before = await bar(page, task);
    const right = 1440 - 20, y = before.y + before.height / 2;
    await drag(page, { x: before.x + before.width / 2, y }, { x: right, y }, 'edge');
    const frames = await page.evaluate(() => window.fanglue.frames);
    await eventually(async () => (await bar(page, task)).x < before.x - 400 || (await page.evaluate(() => window.fanglue.frames)) > frames + 40, 'frames without a motion');
    await page.mouse.up();
    await app_idle(page);
    const moved = await bar(page, task);
    const day = before.width / before.days;
    assert.ok(Date.parse(moved.start) > Date.parse(plus(before.start, (right - before.x) / day)), `${moved.start} lies beyond what was shown`);
    assert.ok(moved.x + moved.width <= 1440, 'and is in view');
});

test('drag: a row goes where it is let go, keeps its level, and the table scrolls at its edge', async (t) => {
    const page = await open_tasks(t, { viewport: { width: 1024, height: 420 } });
    const before = await titles(page);
    const first = await row_of(page, before[1].slice(before[1].indexOf(' ') + 1)).boundingBox();
    const second = await row_of(page, before[2].slice(before[2].indexOf(' ') + 1)).boundingBox();
    // 1.1 below 1.2
    await drag(page, { x: first.x + 30, y: first.y + 20 }, { x: first.x + 60, y: second.y + second.height - 4 });
    const name = before[1].slice(4);
    assert.equal(codes_of(await titles(page), name), '1.2');
    await press(page, 'Control+z');
    assert.deepEqual(await titles(page), before);
    // To the very end: the body scrolls while the row is held at its lower edge.
    await drag(page, { x: first.x + 30, y: first.y + 20 }, { x: first.x + 60, y: 390 }, 'edge');
    await eventually(async () => (await titles(page)).at(-1).startsWith('5.2'), 'the last rows');
    await page.mouse.up();
    await app_idle(page);
    const code = codes_of(await titles(page), name);
    assert.match(code, /^5\.\d$/, 'still a subtask');
});

test('drag: keys and the menu of a row move it as well', async (t) => {
    const page = await open_tasks(t);
    const before = await titles(page);
    const name = before[1].slice(4);
    await row_of(page, name).click({ force: true });
    await app_idle(page);
    await press(page, 'Alt+Shift+ArrowDown');
    assert.equal(codes_of(await titles(page), name), '1.2');
    await press(page, 'Alt+Shift+ArrowRight');
    assert.equal(codes_of(await titles(page), name), '1.1.1');
    await press(page, 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft');
    assert.equal(codes_of(await titles(page), name), '2');
    await press(page, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
    assert.deepEqual(await titles(page), before);

    await row_of(page, name).click({ force: true, button: 'right' });
    await app_idle(page);
    await screenshot(page, 'row-menu');
    await click(page, 'menuitem', '上移');
    assert.equal(codes_of(await titles(page), name), '1.1');
    await page.locator('#mirror').getByText('不能再往这个方向移动了').first().waitFor({ state: 'attached' });
    await row_of(page, name).focus();
    await menu_key(page);
    await app_idle(page);
    await click(page, 'menuitem', '下移');
    assert.equal(codes_of(await titles(page), name), '1.2');
});

test('drag: a long press of a finger opens the menu of the row; a moving finger scrolls and drags nothing', { skip: chromium_only }, async (t) => {
    const page = await open_tasks(t, { viewport: { width: 1024, height: 420 }, hasTouch: true });
    const before = await titles(page);
    const session = await page.context().newCDPSession(page);
    const finger = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const box = await row_of(page, before[1].slice(4)).boundingBox();
    const x = box.x + 40, y = box.y + 20;
    await finger('touchStart', { x, y });
    await page.getByRole('menuitem', { name: '下移', exact: true }).waitFor({ state: 'attached' });
    await finger('touchEnd');
    await app_idle(page);
    await click(page, 'menuitem', '下移');
    assert.equal(codes_of(await titles(page), before[1].slice(4)), '1.2');

    const rows = await titles(page);
    await finger('touchStart', { x, y: 380 });
    for (let at = 370; at > 200; at -= 10) await finger('touchMove', { x, y: at });
    await finger('touchEnd');
    await app_idle(page);
    const after = await titles(page);
    assert.notDeepEqual(after, rows, 'scrolled');
    assert.deepEqual(after.filter((row) => rows.includes(row)).length > 0, true);
    assert.equal(await find(page, 'button', /^撤销/).first().getAttribute('aria-disabled'), null, 'the one move can be undone');
    await press(page, 'Control+z');
    assert.equal(await find(page, 'button', /^撤销/).first().getAttribute('aria-disabled'), 'true', 'and nothing else was done');
});

test('drag: a pen drags like a mouse, and the cursor says what can be dragged', async (t) => {
    const page = await open_tasks(t);
    const before = await bar(page, task);
    const cursor_at = async (x) => {
        await page.mouse.move(x, before.y + before.height / 2);
        await app_idle(page);
        return page.evaluate(() => document.getElementById('canvas').style.cursor);
    };
    assert.equal(await cursor_at(before.x + before.width / 2), 'move');
    assert.equal(await cursor_at(before.x + 2), 'ew-resize');
    assert.equal(await cursor_at(before.x - 40), 'default');

    if (chromium_only) return;  // which alone can be told to use a pen
    const session = await page.context().newCDPSession(page);
    const y = before.y + before.height / 2, x = before.x + before.width / 2, day = before.width / before.days;
    const pen = (type, at, buttons) =>
        session.send('Input.dispatchMouseEvent', { type, x: at, y, button: 'left', buttons, clickCount: 1, pointerType: 'pen' });
    await pen('mouseMoved', x, 0);
    await app_idle(page);
    await pen('mousePressed', x, 1);
    for (let n = 1; n <= 10; ++n) await pen('mouseMoved', x + n * day, 1);
    await pen('mouseReleased', x + 10 * day, 0);
    await app_idle(page);
    const moved = await bar(page, task);
    assert.deepEqual([moved.start, moved.finish], [plus(before.start, 10), plus(before.finish, 10)]);
});

test('overlay: Ctrl+Alt+D shows what frames, mirror and glyphs cost, and hides it again', async (t) => {
    const page = await open_tasks(t);
    const shown = () => page.evaluate(() => { const overlay = document.getElementById('overlay'); return overlay !== null && !overlay.hidden && overlay.textContent; });
    assert.ok(!(await shown()));
    await page.keyboard.press('Control+Alt+d');
    await page.mouse.move(700, 300);
    await eventually(async () => /\d/.test((await shown()) || ''), 'figures');
    await page.keyboard.press('Control+Alt+d');
    assert.ok(!(await shown()));
});
