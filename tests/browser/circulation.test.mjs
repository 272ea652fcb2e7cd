// A plan between three people, each with a computer of their own, who pass files: draft, review, edits meanwhile, merge,
// sign, approve; and what was done to an approved file by hand is seen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { click, download, drop_files, find, type_into } from './harness/actions.mjs';
import { app_idle, open_computer, root } from './harness/app.mjs';
import { close_messages, edit, saved, value_of } from './harness/editing.mjs';

const planner = path.join(root, 'build/native/src/planner');

const cover = (page) => click(page, 'link', '封面与引言');

const receive = (page, file) => drop_files(page, [file]);

async function pass_on(page, who) {
    await click(page, 'link', '审阅与批准');
    await click(page, 'button', '传阅');
    await type_into(page, '交出人', who);
    const dialog = page.getByRole('dialog', { name: '传阅这份计划' });
    const file = await download(page, () => dialog.getByRole('button', { name: '传阅', exact: true }).click({ force: true }));
    await app_idle(page);
    await close_messages(page);
    return file;
}

async function sign(page, name) {
    await click(page, 'link', '审阅与批准');
    await click(page, 'button', '签署');
    await type_into(page, '签名', name);
    await page.getByRole('dialog', { name: '签署' }).getByRole('button', { name: '签署', exact: true }).click({ force: true });
    await page.getByText('已签署').first().waitFor({ state: 'attached' });
    await close_messages(page);
}

test('three people pass a plan around: nobody loses anything, and what was signed is bound', async (t) => {
    const author = await (await open_computer(t)).open();
    await author.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(author, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await cover(author);
    await edit(author, '计划名称', '夜间急诊宣传策略');
    const sent = await pass_on(author, '护士长');

    const reviewer = await (await open_computer(t)).open();
    await receive(reviewer, sent);
    await cover(reviewer);
    assert.equal(await value_of(reviewer, '计划名称'), '夜间急诊宣传策略');
    await edit(reviewer, '主办单位', '护理部审核时补上的单位');
    const returned = await pass_on(reviewer, '护理部');

    // Meanwhile the author has gone on.
    await cover(author);
    await edit(author, '科室', '急诊科（编制人接着写的）');
    await receive(author, returned);
    await click(author, 'button', '合并');
    await app_idle(author);
    await close_messages(author);
    await cover(author);
    assert.equal(await value_of(author, '科室'), '急诊科（编制人接着写的）');
    assert.equal(await value_of(author, '主办单位'), '护理部审核时补上的单位');
    await saved(author);

    await sign(author, '护士长');
    const for_review = await pass_on(author, '护士长');
    await receive(reviewer, for_review);
    await click(reviewer, 'button', '合并');
    await app_idle(reviewer);
    await close_messages(reviewer);
    await sign(reviewer, '护理部主任');
    const for_approval = await pass_on(reviewer, '护理部');

    const approver = await (await open_computer(t)).open();
    await receive(approver, for_approval);
    await sign(approver, '分管院长');
    await click(approver, 'button', '核对签署');
    const dialog = approver.getByRole('dialog', { name: '核对签署' });
    await dialog.getByText('签署全部有效').first().waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: '关闭' }).click({ force: true });
    const approved = await pass_on(approver, '院办');

    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-circulation-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'plan.json');
    await writeFile(file, approved.bytes);
    execFileSync(planner, ['verify', file], { encoding: 'utf8' });

    // Somebody changes the approved file by hand.
    const plan = JSON.parse(approved.bytes);
    plan.cover.organizer = '批准以后改的单位';
    const forged = Buffer.from(JSON.stringify(plan));
    await writeFile(file, forged);
    assert.throws(() => execFileSync(planner, ['verify', file], { encoding: 'utf8' }), (error) => error.status === 1);
    const other = await (await open_computer(t)).open();
    await receive(other, { name: approved.name, bytes: forged });
    await click(other, 'link', '审阅与批准');
    await click(other, 'button', '核对签署');
    await other.getByRole('dialog', { name: '核对签署' }).getByText(/签署之后内容有改动/).first().waitFor({ state: 'attached' });
});
