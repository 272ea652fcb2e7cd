// The second program in the page: made in a worker while frames go on, stopped, broken down, missing, without network, and in the one
// file without a server. What it makes is compared with the command line in tests/wasm/documents.test.mjs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { bench_file } from '../bench/bench_file.mjs';
import { click, download, find } from './harness/actions.mjs';
import { app_idle, dist, eventually, open_app, open_computer, root } from './harness/app.mjs';
import { kept_offline, moody_server } from './harness/builds.mjs';

const planner = path.join(root, 'build/native/src/planner');

async function example(page) {
    await page.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

// Not through click(), which waits until nothing is under way.
const go_to_reports = (page) => find(page, 'link', '报告与导出').click({ force: true });

async function report_text(page) {
    const frame = await eventually(() => page.frames().find((one) => one !== page.mainFrame()), 'the report');
    return eventually(async () => { const got = await frame.locator('body').innerText().catch(() => ''); return got.length > 200 && got; }, 'its text');
}

// In the page: what goes to workers waits while window.held is an array; each worker is counted.
const hold_errands = () => {
    const Real = window.Worker;
    window.workers = 0;
    window.Worker = class extends Real {
        constructor(...args) { super(...args); window.workers += 1; }
        postMessage(message, transfer) {
            if (window.held && message.errand) window.held.push(() => super.postMessage(message, transfer));
            else super.postMessage(message, transfer);
        }
    };
};

test('documents: reports come in every format that is written, as planner makes them', async (t) => {
    const { page } = await open_app(t);
    await example(page);
    const plan = await download(page, () => find(page, 'button', '导出').click({ force: true }));
    assert.ok(!(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('documents.wasm')))), 'loaded at first use');
    await go_to_reports(page);
    assert.match(await report_text(page), /急诊科/);
    await app_idle(page);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-reports-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await writeFile(path.join(folder, 'plan.json'), plan.bytes);
    const today = await page.evaluate(() => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10));
    const more = page.getByRole('button', { name: /^更多/ });
    if (await more.count()) await more.click({ force: true });
    await app_idle(page);
    for (const [button, format] of [['下载网页', 'html'], ['下载 Markdown', 'md'], ['下载表格 CSV', 'csv'], ['下载表格 TSV', 'tsv']]) {
        const file = await download(page, () => find(page, 'button', button).click({ force: true }));
        assert.ok(file.name.endsWith(`.${format}`), file.name);
        const wanted = execFileSync(planner, ['export', path.join(folder, 'plan.json'), '--format', format, '--on', today]);
        assert.ok(wanted.equals(file.bytes), format);
    }
});

test('documents: frames go on while the report on 10,000 tasks is made, and it can be stopped', async (t) => {
    const server = await moody_server(t, dist);
    const computer = await open_computer(t, { server });
    server.fault = (name) => name === 'bench.json' && ((_, response) => response.end(JSON.stringify(bench_file(10000))));
    const page = await computer.open('/?plan=/bench.json');
    await page.waitForFunction(() => window.__bench?.ready());
    await app_idle(page);
    // The longest time between two chances to draw, from the first look at the report to its last byte.
    await page.evaluate(() => {
        window.longest = 0;
        window.chances = 0;
        let last = performance.now();
        const look = (now) => {
            window.longest = Math.max(window.longest, now - last);
            window.chances += 1;
            last = now;
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
    await go_to_reports(page);
    await find(page, 'progressbar', /^正在生成/, { exact: false }).waitFor({ state: 'attached' });
    const [blocked, chances] = await page.evaluate(() => [window.longest, window.chances]);
    t.diagnostic(`longest ${Math.round(blocked)} ms without a chance to draw, ${chances} chances before the bar showed`);
    await find(page, 'button', '取消').click({ force: true });
    await find(page, 'button', '再做一次').waitFor({ state: 'attached' });
    assert.equal(page.frames().length, 1);
    await app_idle(page);
    const frames = await page.evaluate(() => window.fanglue.frames);
    await find(page, 'button', '再做一次').click({ force: true });
    await eventually(() => page.frames().length > 1, 'the report');
    assert.ok((await page.evaluate(() => window.fanglue.frames)) > frames);
    // Handing the plan over takes its time; waiting for the report would take many times as long.
    assert.ok(blocked < 500, `${blocked} ms`);
});

test('documents: what takes long is told of with a way to stop it, and what comes after is done', async (t) => {
    const { page } = await open_app(t, { init_script: hold_errands });
    await example(page);
    await page.evaluate(() => { window.held = []; });
    await go_to_reports(page);
    await find(page, 'progressbar', /^正在生成/, { exact: false }).waitFor({ state: 'attached' });
    // The page goes on as if nothing were under way.
    const frames = await page.evaluate(() => window.fanglue.frames);
    await find(page, 'link', '总览').click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await find(page, 'link', '任务与进度').click({ force: true });
    await find(page, 'heading', '任务与进度', { level: 2 }).waitFor({ state: 'attached' });
    assert.ok((await page.evaluate(() => window.fanglue.frames)) > frames + 1);
    await go_to_reports(page);
    await find(page, 'button', '取消').click({ force: true });
    await app_idle(page);
    await page.getByText('已取消').first().waitFor({ state: 'attached' });
    assert.equal(await find(page, 'progressbar').count(), 0);
    await page.evaluate(() => { window.held = null; });
    await click(page, 'button', '再做一次');
    assert.match(await report_text(page), /急诊科/);
    assert.equal(await page.evaluate(() => window.workers), 2);
});

test('documents: a breakdown of the second program is said, leaves the plan as it is, and the next time it works', async (t) => {
    const { page } = await open_app(t, { init_script: hold_errands });
    await example(page);
    await page.evaluate(() => {
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, transfer) {
            if (!message.errand) return post.call(this, message, transfer);
            Worker.prototype.postMessage = post;
            return post.call(this, { errand: 'broken', words: null });
        };
    });
    await go_to_reports(page);
    await page.getByText('中途停止').first().waitFor({ state: 'attached' });
    await click(page, 'button', '再做一次');
    assert.match(await report_text(page), /急诊科/);
    await click(page, 'link', '总览');
    assert.equal(await page.evaluate(() => window.workers), 2);
});

test('documents: a program that cannot be loaded is said, and loaded when it can be', async (t) => {
    const server = await moody_server(t, dist);
    const computer = await open_computer(t, { server });
    server.fault = (name) => /documents\.wasm$/.test(name) && ((_, response) => response.writeHead(404).end());
    const page = await computer.open();
    await example(page);
    await go_to_reports(page);
    await page.getByText('没有载入').first().waitFor({ state: 'attached' });
    server.fault = null;
    await click(page, 'button', '再做一次');
    assert.match(await report_text(page), /急诊科/);
    while (computer.complaints.some((line) => /404|service-worker/i.test(line))) computer.expect_complaint(/404|service-worker/i);
});

test('documents: without network too, though it was never used before', async (t) => {
    const server = await moody_server(t, dist);
    const computer = await open_computer(t, { server });
    const page = await computer.open();
    await example(page);
    await kept_offline(page);
    await computer.close_browser();
    await server.stop();
    const again = await computer.open();
    await again.getByRole('row', { name: /急诊科/ }).first().click({ force: true });
    await app_idle(again);
    await go_to_reports(again);
    assert.match(await report_text(again), /急诊科/);
    computer.complaints.splice(0, Infinity, ...computer.complaints.filter((line) => !/Failed to load resource|net::ERR|Failed to fetch|service-worker/i.test(line)));
});

test('documents: in the one file, opened from the disk', async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-disk-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await copyFile(path.join(dist, 'fanglue.html'), path.join(folder, '方略.html'));
    const computer = await open_computer(t, { server: { origin: 'file://', close() {} } });
    const page = await computer.open(encodeURI(path.join(folder, '方略.html')));
    await example(page);
    await go_to_reports(page);
    assert.match(await report_text(page), /急诊科/);
    const file = await download(page, () => find(page, 'button', '下载网页').click({ force: true }));
    assert.match(file.bytes.toString('utf8'), /急诊科/);
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(data|blob):/.test(name))), []);
});
