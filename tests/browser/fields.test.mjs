// Fields and focus as a person meets them in the program: giving up, shortcuts while typing, cells, dialogs, a narrower window.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, download, drop_files, find, press, type_into } from './harness/actions.mjs';
import { app_idle, app_started, chromium_only, eventually } from './harness/app.mjs';
import { fields, open_tasks, write } from './harness/editing.mjs';

const row = (page, code) => page.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) });
const value = (page, name) => find(page, 'textbox', name).inputValue();
const focused = (page) => page.evaluate(() => document.activeElement.ariaLabel ?? document.activeElement.textContent);
const can_undo = async (page) => (await find(page, 'button', /^撤销/).first().getAttribute('aria-disabled')) !== 'true';

async function choose(page, code) {
    await row(page, code).click({ force: true });
    await app_idle(page);
}

test('fields: Escape gives back what was there, as if nothing had been typed', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.1');
    const before = await value(page, '任务名称');
    await type_into(page, '任务名称', '不要了');
    assert.equal(await row(page, '1.1').getAttribute('aria-label'), '1.1 不要了', 'the table follows the typing');
    await press(page, 'Escape');
    assert.equal(await value(page, '任务名称'), before);
    assert.equal(await row(page, '1.1').getAttribute('aria-label'), `1.1 ${before}`);
    assert.equal(await can_undo(page), false, 'nothing to undo');
    await type_into(page, '任务名称', '留下的');
    await press(page, 'Enter');
    await page.keyboard.type('，多余的');
    await press(page, 'Escape');
    assert.equal(await value(page, '任务名称'), '留下的', 'what was confirmed stays');
});

test('fields: a shortcut counts with what has been typed', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await page.evaluate(() => { delete window.showSaveFilePicker; });
    await choose(page, '1.1');
    await type_into(page, '开始时间', '2026-3-5');
    const plan = JSON.parse((await download(page, () => page.keyboard.press('Control+s'))).bytes);
    assert.equal(plan.tasks.filter((task) => task.start === '2026-03-05').length, 1);
    assert.equal(await value(page, '开始时间'), '2026-03-05');
});

test('fields: after a cell was edited or given up its row has the focus', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.1');
    for (const [text, key, name] of [['改过的任务', 'Enter', '1.1 改过的任务'], ['又改', 'Escape', '1.1 改过的任务']]) {
        await row(page, '1.1').focus();
        await press(page, 'F2');
        await page.waitForFunction(() => document.activeElement.matches('input, textarea'));
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(text);
        await press(page, key);
        assert.equal(await focused(page), name, key);
    }
});

test('fields: a dialog gives the focus back; Escape closes its lists first', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.2');
    await row(page, '1.2').focus();
    await press(page, 'Control+k');
    await find(page, 'searchbox', '搜索与命令').waitFor({ state: 'attached' });
    await press(page, 'Escape');
    await eventually(async () => (await page.getByRole('dialog').count()) === 0, 'the search to be closed');
    await app_idle(page);
    assert.match(await focused(page), /^1\.2 /);
});

test('fields: a window that gets narrower leaves the field and its text alone', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.1');
    await type_into(page, '开始时间', '2026-3');
    for (const width of [1040, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await app_idle(page);
        assert.equal(await focused(page), '开始时间');
    }
    await page.keyboard.type('-5');
    await press(page, 'Enter');
    assert.equal(await value(page, '开始时间'), '2026-03-05');
});

test('fields: a number is taken with or without its sign; what is none is told and kept to be mended', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.1');
    const enter = async (text) => {
        await type_into(page, '进度', text, { role: 'spinbutton' });
        await press(page, 'Enter');
    };
    const field = find(page, 'spinbutton', '进度');
    for (const [typed, shown] of [['40', '40%'], ['55%', '55%'], ['６０', '60%']]) {
        await enter(typed);
        assert.match(await row(page, '1.1').textContent(), new RegExp(shown), typed);
    }
    await enter('一半');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await field.inputValue(), '一半');
    assert.match(await row(page, '1.1').textContent(), /60%/, 'the plan keeps the last number');
    await enter('50');
    assert.equal(await field.getAttribute('aria-invalid'), null);
});

test('fields: people are added from a list that is searched, or new, and taken away again', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await choose(page, '1.1');
    const people = page.getByRole('group', { name: '参与人员', exact: true });
    const names = async () => (await people.getByRole('button').evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent))).filter((name) => !/添加$/.test(name));
    const add = async (text, take) => {
        await click(page, 'button', '向“参与人员”添加');
        await page.waitForFunction(() => document.activeElement.matches('input'));
        await page.keyboard.type(text);
        await app_idle(page);
        await take();
    };
    const before = await names();
    await add('护士长', () => press(page, 'Enter'));
    await add('新来的同事', () => click(page, 'option', '新增“新来的同事”'));
    const after = await names();
    assert.equal(after.length, before.length + 2, String(after));
    assert.ok(after.some((name) => name.includes('护士长')) && after.some((name) => name.includes('新来的同事')));
    await click(page, 'button', after.find((name) => name.includes('护士长')));
    assert.equal((await names()).length, before.length + 1);
    await press(page, 'Control+z', 'Control+z', 'Control+z');
    assert.deepEqual(await names(), before);
});

test('saving: its state is one live element whose text changes', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    const element = await page.getByRole('status').filter({ hasText: '保存' }).first().elementHandle();
    const told = await page.evaluateHandle((status) => {
        const texts = [];
        new MutationObserver(() => texts.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
        return texts;
    }, element);
    await choose(page, '1.1');
    await type_into(page, '任务名称', '会被说出来');
    await press(page, 'Enter');
    await eventually(async () => (await told.jsonValue()).some((text) => !/^已保存/.test(text)), 'that it is being saved');
    await eventually(async () => /^已保存/.test((await told.jsonValue()).at(-1)), 'that it is saved');
    assert.equal(await element.evaluate((status) => status.isConnected), true);
});

test('fields: the calendar of an empty date begins with none, so that today can be picked', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await page.evaluate(() => { HTMLInputElement.prototype.showPicker = function () { window.offered = this.value; }; });
    await choose(page, '1.1');
    await click(page, 'button', '选择开始时间');
    assert.equal(await page.evaluate(() => window.offered), '');
});

test('pointers: Shift and the wheel move the time of the bars', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    const bars = find(page, 'columnheader', '时间安排');
    const from = async () => /(\d{4}-\d\d-\d\d) 至/.exec(await bars.getAttribute('aria-description'))[1];
    await choose(page, '1.1');
    await press(page, '+', '+', '+');
    const before = await from();
    const box = await bars.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, -600);
    await page.mouse.wheel(0, 300);
    await page.keyboard.up('Shift');
    await eventually(async () => (await from()) !== before, 'another first day');
});

test('pointers: a drag that the system interrupts changes nothing', async (t) => {
    const page = await open_tasks(t);
    const bar = page.getByRole('row', { name: /^[\d.]+ 策划并制作内容$/ }).getByText(/^\d{4}-\d\d-\d\d 至/);
    const box = await bar.boundingBox(), before = await bar.textContent();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await app_idle(page);
    await page.evaluate(() => window.dispatchEvent(new FocusEvent('blur')));
    await app_idle(page);
    await page.mouse.up();
    await app_idle(page);
    assert.equal(await bar.textContent(), before);
    assert.equal(await can_undo(page), false);
});

test('forced colours: the canvas is drawn with the system\'s', { skip: chromium_only }, async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    const drawn = () => page.evaluate(async () => {
        const canvas = document.getElementById('surface') ?? document.getElementById('canvas');
        const { data } = canvas.getContext('2d').getImageData(canvas.width - 6, canvas.height / 2, 1, 1);
        return [...data.subarray(0, 3)];
    });
    const system = (name) => page.evaluate((colour) => {
        const probe = document.body.appendChild(document.createElement('i'));
        Object.assign(probe.style, { forcedColorAdjust: 'none', color: colour });
        const found = getComputedStyle(probe).color.match(/\d+/g).map(Number);
        probe.remove();
        return found;
    }, name);
    // The browser tells the page of it with a later frame.
    const drawn_as = (wanted) => eventually(async () => `${await drawn()}` === `${await wanted()}`, 'the colour behind all');
    const usual = await drawn();
    await page.emulateMedia({ forcedColors: 'active' });
    await drawn_as(() => system('Canvas'));
    assert.notDeepEqual(await drawn(), usual);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await drawn_as(() => system('Canvas'));
    assert.ok((await drawn())[0] < 64, 'a dark page');
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    await drawn_as(() => usual);
});

test('fields: a text that is too long stays in its field, is told, and outlives other rows and the page until it is mended', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    const long = '字'.repeat(501), refused = '任务名称太长（501／500 字）。';
    const told = () => find(page, 'button', '去修改').count();
    const described = () => find(page, 'textbox', '任务名称').getAttribute('aria-description');
    await choose(page, '1.1');
    const before = await value(page, '任务名称');
    await type_into(page, '任务名称', '');
    await page.keyboard.insertText(long);
    await app_idle(page);
    assert.equal(await told(), 0, 'nothing moves while somebody types');
    await press(page, 'Enter');
    assert.equal(await value(page, '任务名称'), long);
    assert.equal(await described(), refused);
    assert.equal(await told(), 1);
    await choose(page, '1.2');
    assert.notEqual(await value(page, '任务名称'), long);
    await page.reload();
    await app_started(page);
    await page.getByRole('grid', { name: '本机计划' }).getByRole('row').nth(1).click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await click(page, 'button', '去修改');
    assert.equal(await value(page, '任务名称'), long);
    assert.equal(await described(), refused);
    await type_into(page, '任务名称', before);
    await press(page, 'Enter');
    assert.equal(await value(page, '任务名称'), before);
    assert.equal(await told(), 0);
});

test('fields: what is pasted into the introduction beyond its limit stays there, with how much there is and may be', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await click(page, 'link', '封面与引言');
    const before = await value(page, fields.introduction);
    const long = '背景与目的。'.repeat(5002);
    assert.equal(long.length, 30012);
    await type_into(page, fields.introduction, '');
    await page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        // The browser itself puts in what is pasted, unless somebody took it.
        if (document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))) document.execCommand('insertText', false, text);
    }, long);
    await app_idle(page);
    await press(page, 'Tab');
    assert.equal(await value(page, fields.introduction), long);
    assert.equal(await find(page, 'textbox', fields.introduction).getAttribute('aria-description'), '引言太长（30,012／20,000 字）。');
    assert.equal(await find(page, 'button', '去修改').count(), 1);
    await type_into(page, fields.introduction, before || '背景');
    await press(page, 'Tab');
    assert.equal(await find(page, 'button', '去修改').count(), 0);
});

test('fields: a message over a part of a long field leaves the rest in use, and lies over the field while that is in use', async (t) => {
    const page = await open_tasks(t, { start: '新建' });
    await page.setViewportSize({ width: 1440, height: 1800 });  // the field begins above the message
    await click(page, 'link', '封面与引言');
    await write(page, fields.introduction, '目的与背景。\n'.repeat(200));
    await app_idle(page);
    await drop_files(page, [{ name: '坏.plan.json', bytes: '{' }]);
    const message = page.locator('#mirror').getByRole('alert').filter({ hasText: '坏.plan.json' });
    await message.waitFor({ state: 'attached' });
    const field = find(page, 'textbox', fields.introduction);
    await eventually(async () => {
        const [one, other] = [await field.boundingBox(), await message.boundingBox()];
        return one.y < other.y && one.y + one.height > other.y + other.height && one.x < other.x + other.width && other.x < one.x + one.width;
    }, 'the message to lie over a part of the field');
    assert.equal(await field.getAttribute('inert'), null);
    const box = await field.boundingBox();
    await page.mouse.click(box.x + 30, box.y + 20);
    await app_idle(page);
    assert.equal(await focused(page), fields.introduction);
    await page.keyboard.type('写在消息旁边');
    await app_idle(page);
    assert.match(await field.inputValue(), /写在消息旁边/);
    const close = message.getByRole('button', { name: '关闭提示' });
    const at = await close.boundingBox();
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await app_idle(page);
    assert.equal(await message.count(), 0, 'its button takes the click, although the field has the focus');
});
