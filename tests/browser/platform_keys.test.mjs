// Focus, keys, activation and assistive technology on the lab page, and when frames are drawn.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibility_violations } from './harness/accessibility.mjs';
import { app_idle, chromium_only, eventually, frames_drawn } from './harness/app.mjs';
import { ask, button, clear_events, event, events, field, no_lab, open_lab } from './harness/lab.mjs';

const focused_id = (page) => page.evaluate(() => document.activeElement.id);

test('keys: Tab goes through the nodes in drawing order, Shift+Tab back', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    const visited = [];
    for (let i = 0; i < 14; ++i) {
        await page.keyboard.press('Tab');
        visited.push(await focused_id(page));
    }
    const expected = [10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 25, 26, 50, 100031].map((key) => `n${key}`);
    assert.deepEqual(visited, expected);
    assert.ok((await events(page)).includes('focused 50'), 'the program can bring into view what has the focus');
    assert.deepEqual(await page.evaluate(() => [document.scrollingElement.scrollTop, app.scrollTop, mirror.scrollTop]), [0, 0, 0]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused_id(page), 'n26');
    assert.ok((await events(page)).includes('focused 100031'));
});

test('keys: Enter, Space, a click by script and a real click activate a button once each', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await button(page, '加一').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await button(page, '加一').evaluate((element) => element.click());
    await button(page, '加一').click({ force: true });
    await app_idle(page);
    assert.equal(await page.locator('#n6').textContent(), '计数 4');
    const lines = await events(page);
    assert.equal(lines.filter((line) => line === 'activated 10').length, 3);
    assert.equal(lines.filter((line) => line === 'clicked 10').length, 1);
});

test('keys: a press on the canvas moves the focus to what is drawn there, or takes it away', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await button(page, '切换').click({ force: true });
    await app_idle(page);
    assert.equal(await focused_id(page), 'n11');
    assert.equal(await button(page, '切换').getAttribute('aria-pressed'), 'true');
    await page.mouse.click(900, 600);
    await app_idle(page);
    assert.equal(await focused_id(page), '');
    assert.equal((await events(page)).at(-1), 'focused 0');
});

test('keys: the program gets keys with modifiers and target, and keeps the browser off those it uses', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await page.evaluate(() => {
        window.kept = [];
        addEventListener('keydown', (e) => setTimeout(() => kept.push(`${e.key}:${e.defaultPrevented}`)), true);
    });
    await button(page, '加一').focus();
    await clear_events(page);
    await button(page, '加一').focus();
    await page.keyboard.press('Control+s');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Shift+K');
    await page.keyboard.press('x');
    const lines = (await events(page)).filter((line) => line.startsWith('key'));
    assert.deepEqual(lines, ['key s mods=1 at=10', 'key ArrowDown mods=0 at=10', 'key k mods=3 at=10', 'key x mods=0 at=10']);
    const kept = await page.evaluate(() => window.kept.filter((line) => !/^(Control|Shift)/.test(line)));
    assert.deepEqual(kept, ['s:true', 'ArrowDown:true', 'K:false', 'x:false']);
});

test('keys: the browser\'s own are neither taken nor told', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await clear_events(page);
    const taken = await page.evaluate(() => {
        const keys = [['F5'], ['F12'], ['r', 1], ['t', 1], ['w', 1], ['+', 1], ['-', 1], ['0', 1], ['c', 1], ['v', 1], ['I', 1, 1], ['Tab', 1]];
        return keys.filter(([key, ctrlKey, shiftKey]) => !document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key, ctrlKey: !!ctrlKey, shiftKey: !!shiftKey, bubbles: true, cancelable: true })));
    });
    assert.deepEqual(taken, []);
    assert.deepEqual((await events(page)).filter((line) => line.startsWith('key')), []);
});

test('keys: nothing behind a modal dialog takes focus or pointer', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'modal');
    for (let i = 0; i < 3; ++i) {
        await page.keyboard.press('Tab');
        assert.ok(['n61', ''].includes(await focused_id(page)), await focused_id(page));
    }
    await page.mouse.click(150, 157);  // the field behind it
    await app_idle(page);
    assert.notEqual(await focused_id(page), 'n20');
    assert.ok(await field(page, '名称').evaluate((element) => element.closest('[inert]')), 'assistive technology does not see it either');
    await button(page, '确定').evaluate((element) => element.click());
    await app_idle(page);
    await page.mouse.click(150, 157);
    assert.equal(await focused_id(page), 'n20');
});

test('keys: when the node with the focus goes away the program hears of it', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await field(page, '查找').focus();
    await clear_events(page);
    await field(page, '查找').focus();
    await page.locator('#n12').evaluate((element) => element.click());
    await app_idle(page);
    assert.equal((await events(page)).at(-1), 'focused 0');
});

test('keys: arrows reach the program from a field of one line, and only there', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await field(page, '查找').click();
    await clear_events(page);
    await field(page, '查找').focus();
    await page.keyboard.press('ArrowDown');
    assert.ok((await events(page)).includes('key ArrowDown mods=0 at=23'));
    await field(page, '说明').focus();
    await page.keyboard.press('ArrowDown');
    assert.ok(!(await events(page)).includes('key ArrowDown mods=0 at=21'));
});

test('mirror: roles, names and states can be read, and axe-core has nothing to say', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    assert.equal(await page.getByRole('heading', { name: '平台试验页', level: 1 }).count(), 1);
    assert.equal(await page.getByRole('textbox', { name: '名称' }).inputValue(), '消毒隔离');
    assert.equal(await page.getByRole('searchbox', { name: '查找' }).count(), 1);
    assert.equal(await page.getByRole('spinbutton', { name: '数量' }).inputValue(), '42');
    const grid = page.getByRole('grid', { name: '任务' });
    assert.equal(await grid.getAttribute('aria-rowcount'), '10000');
    const cell = grid.getByRole('row', { name: '任务 3' }).getByRole('gridcell', { name: '张医生' });
    assert.equal(await cell.getAttribute('aria-colindex'), '2');
    await ask(page, 'page');
    assert.deepEqual(await accessibility_violations(page), []);
});

test('mirror: an item that can be clicked but is not described is found', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    assert.equal(await page.evaluate(() => fanglue.undescribed()), '');
    await ask(page, 'forget');  // the lab draws a button without telling
    assert.match(await page.evaluate(() => fanglue.undescribed()), /^lab \/ secret at 700,20 110x34$/m);
});

test('mirror: scrolling the canvas changes the rows, and what has the focus keeps it', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await field(page, '名称').focus();
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, 3600);
    await app_idle(page);
    assert.equal(await page.getByRole('gridcell', { name: '任务 101', exact: true }).count(), 1);
    assert.equal(await page.getByRole('gridcell', { name: '任务 1', exact: true }).count(), 0);
    assert.equal(await focused_id(page), 'n20');
    const box = await page.getByRole('gridcell', { name: '任务 101', exact: true }).boundingBox();
    assert.equal(Math.round(box.y), 330, 'a wheel of 3600 px scrolls 100 rows of 36 px');
});

test('announcements: polite and urgent, and the same text twice', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'announce 已保存');
    assert.equal(await page.getByRole('status').filter({ hasText: '已保存' }).textContent(), '已保存');
    await ask(page, 'announce 已保存');
    assert.notEqual(await page.getByRole('status').filter({ hasText: '已保存' }).textContent(), '已保存');
    await ask(page, 'announce 出错 now');
    assert.equal(await page.locator('#announce-now').textContent(), '出错');
});

test('frames: none while nothing happens, few after a key', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await app_idle(page);
    const before = await frames_drawn(page);
    // The only wait for a length of time: that nothing happens can be seen in no other way.
    await page.waitForTimeout(3000);
    assert.equal(await frames_drawn(page), before);
    await page.keyboard.press('x');
    await app_idle(page);
    const after = await frames_drawn(page);
    assert.ok(after > before && after <= before + 8, `${after - before} frames for one key`);
});

test('frames: what happens while the page is hidden reaches the program', { skip: no_lab }, async (t) => {
    const { computer, page } = await open_lab(t);
    await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
        document.dispatchEvent(new Event('visibilitychange'));
    });
    const drawn = await frames_drawn(page);
    await ask(page, 'store 9 /plans/hidden text');
    await event(page, /^answer 9 ok/);
    assert.equal(await frames_drawn(page), drawn, 'nothing is drawn that nobody sees');
    assert.equal(computer.complaints.length, 0);
});

test('display: the canvas follows the window and the screen\'s density', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t, { deviceScaleFactor: 1.5 });
    const size = () => page.evaluate(() => { const { width, height } = document.getElementById('surface') ?? canvas; return [width, height]; });
    assert.deepEqual(await size(), [2160, 1350]);
    await page.setViewportSize({ width: 390, height: 844 });
    await app_idle(page);
    assert.deepEqual(await size(), [585, 1266]);
});

// The window goes from one screen to another: the density changes while the page runs.
test('display: on another screen everything is drawn anew at its density', { skip: no_lab || chromium_only }, async (t) => {
    const { page } = await open_lab(t, { screen: { width: 900, height: 600 } });
    const there = (await open_lab(t, { screen: { width: 900, height: 600 }, deviceScaleFactor: 2 })).page;
    const session = await page.context().newCDPSession(page);
    const before = await page.screenshot();
    // Chromium tells the page of an emulated density only along with a size.
    const move = async (deviceScaleFactor) => {
        for (const width of [901, 900]) {
            await session.send('Emulation.setDeviceMetricsOverride', { width, height: 600, deviceScaleFactor, mobile: false });
            await app_idle(page);
        }
    };
    const drawn = (on) => on.evaluate(() => (document.getElementById('surface') ?? canvas).toDataURL());
    await move(2);
    await eventually(async () => (await drawn(page)) === (await drawn(there)), 'the same picture as on a page that began there');
    await move(1);
    await eventually(async () => (await page.screenshot()).equals(before), 'the same picture as before');
});
