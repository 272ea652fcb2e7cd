// The page “saving and backup”: what is kept and how large, backups, the bin, everything as one file, plans of newer versions.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { accessibility_violations } from './harness/accessibility.mjs';
import { choose_file, click, download, find, press, screenshots } from './harness/actions.mjs';
import { edit, fields, messages, new_plan, open_the_plan, save_alert, saved, value_of, write } from './harness/editing.mjs';
import { app_idle, app_started, eventually, open_app, open_computer } from './harness/app.mjs';
import { go_outside, newer_snapshot, put_stored, stored_files } from './harness/stores.mjs';

const told = (page, pattern) => eventually(async () => (await messages(page)).some((text) => pattern.test(text)), `${pattern} to be said`);
const grid_of = (page) => page.getByRole('grid', { name: '本机保存的计划' });

test('storage page: sizes, the browser’s promise, the last export', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    await click(page, 'link', '保存与备份');
    await page.getByText(/^计划 [\d.]+ kB，自动备份 [\d.]+ kB，回收站 0 B$/).first().waitFor({ state: 'attached' });
    await page.getByText(/^浏览器共占用 [\d.]+ [kM]B，还可以用 /).first().waitFor({ state: 'attached' });
    await page.getByText('还没有导出过全部计划').first().waitFor({ state: 'attached' });
    await click(page, 'button', '请浏览器长期保留');
    await told(page, /^浏览器(已答应|没有答应)/);
    const archive = await download(page, () => page.getByRole('button', { name: '导出全部计划' }).click({ force: true }));
    assert.match(archive.name, /^方略-\d{4}-\d\d-\d\d\.zip$/);
    await page.getByText(/^上次导出全部计划：\d{4}-\d\d-\d\d（0 天前）$/).first().waitFor({ state: 'attached' });
    await page.reload();
    await app_started(page);
    await click(page, 'button', '保存与备份');
    await page.getByText(/^上次导出全部计划：/).first().waitFor({ state: 'attached' });
    assert.equal(await page.getByText(/«/).count(), 0);
});

test('storage page: an archive of everything brings the plans to another computer, and overwrites nothing there', async (t) => {
    const here = await open_computer(t);
    const page = await here.open();
    await new_plan(page);
    await edit(page, fields.title, '甲科室的计划');
    await click(page, 'link', '保存与备份');
    const archive = await download(page, () => page.getByRole('button', { name: '导出全部计划' }).click({ force: true }));
    const file = { name: archive.name, mimeType: 'application/zip', buffer: archive.bytes };
    const bring = async (target) => {
        await choose_file(target, () => target.getByRole('button', { name: '导入压缩包' }).click({ force: true }), file);
    };
    await bring(page);
    await told(page, /加入 0 份计划；.*副本的 0 份；与本机相同的 1 份/);
    await click(page, 'link', '封面与引言');
    await edit(page, fields.department, '改过的科室');
    await click(page, 'link', '保存与备份');
    await bring(page);
    await told(page, /加入 0 份计划；.*副本的 1 份/);
    await eventually(async () => (await grid_of(page).getByRole('row').count()) === 3, 'two plans');

    const { page: there } = await open_app(t);
    await click(there, 'button', '保存与备份');
    await bring(there);
    await told(there, /加入 1 份计划/);
    await click(there, 'button', '回到开始页');
    await open_the_plan(there);
    assert.equal(await value_of(there, fields.title), '甲科室的计划');
    const broken = { ...file, name: '坏.zip', buffer: archive.bytes.subarray(0, archive.bytes.length - 30) };
    await choose_file(there, () => press(there, 'ControlOrMeta+O'), broken);
    await told(there, /没有打开“坏\.zip”/);
});

test('storage page: a backup is restored as one step that undo takes back', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    const original = await value_of(page, fields.title);
    await edit(page, fields.title, '改坏了的标题');
    await click(page, 'link', '保存与备份');
    await click(page, 'button', '从备份恢复“改坏了的标题”');
    await find(page, 'dialog', '从备份恢复').waitFor({ state: 'attached' });
    await click(page, 'button', '恢复这一份');
    await told(page, /^已恢复为 \d{4}-\d\d-\d\d \d\d:\d\d 的备份/);
    await click(page, 'link', '封面与引言');
    assert.equal(await value_of(page, fields.title), original);
    await saved(page);
    await page.getByRole('button', { name: /^撤销/ }).click({ force: true });
    await app_idle(page);
    assert.equal(await value_of(page, fields.title), '改坏了的标题');
});

test('storage page: what a file replaced is named among the backups, and the safe choice has the focus', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    await page.evaluate(() => { delete window.showSaveFilePicker; });  // a download, then
    const sent = await download(page, () => press(page, 'Control+s'));
    const file = { name: sent.name, mimeType: 'application/json', buffer: sent.bytes };
    await edit(page, fields.title, '送出之后改的标题');
    await saved(page);
    await choose_file(page, () => press(page, 'ControlOrMeta+O'), file);
    const dialog = find(page, 'dialog', '本机已有这份计划');
    await dialog.waitFor({ state: 'attached' });
    await page.getByText(/^本机：“送出之后改的标题”。最后保存于 \d{4}-\d\d-\d\d \d\d:\d\d/).first().waitFor({ state: 'attached' });
    await page.getByText('两边都有但内容不同的有 1 行').first().waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent), '另存一份');
    await click(page, 'button', '用文件替换');
    await saved(page);
    await click(page, 'link', '保存与备份');
    await click(page, 'button', /^从备份恢复“/);
    await page.getByText(/· 替换前/).first().waitFor({ state: 'attached' });
    await click(page, 'button', '恢复这一份');
    await told(page, /^已恢复为/);
    await click(page, 'link', '封面与引言');
    assert.equal(await value_of(page, fields.title), '送出之后改的标题');
});

test('storage page: the bin says when a plan is gone for good; it is restored or deleted at once', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    await edit(page, fields.title, '删掉的计划');
    await click(page, 'button', '回到开始页');
    const remove = async () => {
        await click(page, 'button', '删除“删掉的计划”');
        await click(page, 'button', '删除计划');
        await click(page, 'button', '保存与备份');
    };
    await remove();
    const day = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format(new Date(Date.now() + 30 * 86_400_000)));
    await page.getByText(day).first().waitFor({ state: 'attached' });
    await click(page, 'button', '恢复“删掉的计划”');
    await grid_of(page).getByRole('row', { name: '删掉的计划' }).waitFor({ state: 'attached' });
    await click(page, 'button', '回到开始页');
    await remove();
    await click(page, 'button', '彻底删除“删掉的计划”');
    await click(page, 'button', '彻底删除');
    await page.getByText('回收站是空的').first().waitFor({ state: 'attached' });
    assert.deepEqual((await stored_files(page)).filter((file) => file.path.endsWith('aa')), []);
    assert.deepEqual(await stored_files(page), []);
});

// The files in an archive, by its directory (APPNOTE 6.3, section 4.3.12).
function unpacked(zip) {
    const files = [];
    for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && zip.readUInt32LE(at) === 0x02014B50;) {
        const method = zip.readUInt16LE(at + 10), size = zip.readUInt32LE(at + 20), local = zip.readUInt32LE(at + 42);
        const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const bytes = zip.subarray(from, from + size);
        files.push(method === 0 ? bytes : inflateRawSync(bytes));
        at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        if (at + 4 > zip.length) break;
    }
    return files;
}

test('storage page: a plan of a newer version is listed, not opened, kept as it is and handed out as it is', async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    await new_plan(page);
    const newer = newer_snapshot('from-the-future', '新版计划', '{"format":"fanglue-plan","version":"9.0"}');
    await go_outside(computer, page);
    await put_stored(page, newer.path, newer.bytes);
    await page.goto(computer.origin);
    await app_started(page);
    const row = page.getByRole('grid', { name: '本机计划' }).getByRole('row', { name: '新版计划' });
    await row.waitFor({ state: 'attached' });
    await row.click({ force: true });
    await told(page, /由更新版本的方略保存（格式 9\.0）.*原样保留/);
    const raw = await download(page, () => page.getByRole('button', { name: '原样导出“新版计划”' }).click({ force: true }));
    assert.ok(unpacked(raw.bytes).some((bytes) => bytes.equals(newer.bytes)), 'the file is in the archive byte for byte');
    await click(page, 'button', '保存与备份');
    await page.getByText('由更新的版本保存，只能原样导出').first().waitFor({ state: 'attached' });
    const all = await download(page, () => page.getByRole('button', { name: '导出全部计划' }).click({ force: true }));
    assert.ok(unpacked(all.bytes).some((bytes) => bytes.equals(newer.bytes)));
    assert.equal((await stored_files(page)).filter((file) => file.path === newer.path)[0].size, newer.bytes.length);
});

test('storage page: looks right and reads right, also while saving fails', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    await edit(page, fields.title, '二〇二六年急诊科社交媒体互动策略计划');
    await click(page, 'button', '回到开始页');
    await page.getByRole('button', { name: '新建', exact: true }).nth(1).click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await saved(page);
    await click(page, 'button', '回到开始页');
    await click(page, 'button', '删除“二〇二六年急诊科社交媒体互动策略计划”');
    await click(page, 'button', '删除计划');
    await open_the_plan(page);
    await click(page, 'link', '保存与备份');
    await screenshots(page, 'storage');
    assert.deepEqual(await accessibility_violations(page), []);
    await click(page, 'link', '封面与引言');
    await page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); }; });
    await write(page, fields.department, '急诊科');
    await save_alert(page).waitFor({ state: 'attached' });
    await screenshots(page, 'save-failed');
    assert.deepEqual(await accessibility_violations(page), []);
});
