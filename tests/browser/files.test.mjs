// Plan files in numbers, and saving into the same file again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { choose_file, click, download, drop_files, find, press, type_into } from './harness/actions.mjs';
import { app_idle, eventually, open_app, root } from './harness/app.mjs';

const template = async (name) => (await readFile(path.join(root, 'assets/templates', `${name}.json`))).toString();
const said = (page, text) => page.locator('#mirror').getByText(text).first().waitFor({ state: 'attached' });

async function new_plan(page) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

test('files: several dropped at once are all kept, the last is shown, bad ones are named with the reason', async (t) => {
    const { page } = await open_app(t);
    await drop_files(page, [
        { name: '自查.plan.json', bytes: await template('self-inspection') },
        { name: '坏的.plan.json', bytes: '{"format": ' },
        { name: '微博.plan.json', bytes: await template('microblog-operation') },
        { name: '空的.plan.json', bytes: '' },
    ]);
    await said(page, /^已打开并保存 2 份计划/);
    const failed = await page.locator('#mirror').getByText(/^有 2 个文件没有打开/).first().textContent();
    assert.match(failed, /“坏的.plan.json”：.+\n“空的.plan.json”：这个文件是空的/);
    const title = JSON.parse(await template('microblog-operation')).cover.title;
    await find(page, 'heading', title, { level: 1 }).waitFor({ state: 'attached' });
    await click(page, 'button', '回到开始页');
    await eventually(async () => (await page.getByRole('grid').getByRole('row').count()) === 3, 'two plans below the head');
});

test('files: several chosen by the button; those that are kept already are asked about one by one', async (t) => {
    const { page } = await open_app(t);
    const files = [];
    for (const name of ['self-inspection', 'microblog-operation', 'account-management'])
        files.push({ name: `${name}.plan.json`, mimeType: 'application/json', buffer: Buffer.from(await template(name)) });
    await choose_file(page, () => click(page, 'button', '打开计划文件'), files);
    await said(page, /^已打开并保存 3 份计划/);
    const changed = files.map((file) => ({ ...file, bytes: file.buffer.toString().replace('"department": "', '"department": "新的') }));
    await drop_files(page, changed.slice(0, 2));
    for (const file of changed.slice(0, 2)) {
        await page.getByRole('dialog').getByText(file.name).first().waitFor({ state: 'attached' });
        await click(page, 'button', '另存一份');
    }
    assert.equal(await page.getByRole('dialog').count(), 0);
    await click(page, 'button', '回到开始页');
    await eventually(async () => (await page.getByRole('grid').getByRole('row').count()) === 6, 'five plans below the head');
});

// A file chooser that answers with a file of the browser's own file system, which is written like any other.
const with_picker = () => {
    window.asked = 0;
    window.showSaveFilePicker = async (options) => {
        window.asked += 1;
        if (window.refuse) throw new DOMException('', 'AbortError');
        window.suggested = options.suggestedName;
        const folder = await navigator.storage.getDirectory();
        window.chosen = await folder.getFileHandle('计划.plan.json', { create: true });
        return window.chosen;
    };
};
const written = (page) => page.evaluate(async () => JSON.parse(await (await window.chosen.getFile()).text()));

test('files: Ctrl+S asks for a file once and writes into it from then on', async (t) => {
    const { page } = await open_app(t);
    await page.evaluate(with_picker);
    await new_plan(page);
    await page.evaluate(() => { window.refuse = true; });
    await press(page, 'Control+s');
    assert.equal(await page.evaluate(() => window.asked), 1);
    assert.equal(await page.locator('#mirror').getByText(/存入文件|已导出/).count(), 0, 'called off: nothing to say');
    await page.evaluate(() => { window.refuse = false; });
    await press(page, 'Control+s');
    await said(page, /计划\.plan\.json/);
    assert.match(await page.evaluate(() => window.suggested), /\.plan\.json$/);
    const before = await written(page);
    await click(page, 'link', '封面与引言');
    await type_into(page, '计划名称', '改过的标题');
    await press(page, 'Control+s');
    await eventually(async () => (await written(page)).cover.title === '改过的标题', 'the same file with the new title');
    assert.equal(await page.evaluate(() => window.asked), 2, 'not asked again');
    assert.notEqual(before.cover.title, '改过的标题');
});

test('files: a file that cannot be written is told, and the next time another can be chosen', async (t) => {
    const { page } = await open_app(t);
    await page.evaluate(with_picker);
    await new_plan(page);
    await press(page, 'Control+s');
    await page.evaluate(() => { window.chosen.createWritable = () => Promise.reject(new DOMException('', 'NotFoundError')); });
    await press(page, 'Control+s');
    await said(page, /^没有存入文件/);
    await press(page, 'Control+s');
    assert.equal(await page.evaluate(() => window.asked), 2);
});

test('files: where the browser cannot save into files, Ctrl+S downloads', async (t) => {
    const { page } = await open_app(t);
    await page.evaluate(() => { window.showSaveFilePicker = undefined; });
    await new_plan(page);
    const file = await download(page, () => page.keyboard.press('Control+s'));
    assert.match(file.name, /\.plan\.json$/);
    assert.ok(JSON.parse(file.bytes).tasks.length > 0);
});
