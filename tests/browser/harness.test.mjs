// The harness itself: its server, its input method and its complaints, on a page of its own.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { download, find, input_method } from './harness/actions.mjs';
import { accessibility_violations } from './harness/accessibility.mjs';
import { app_idle, chromium_only, eventually, open_computer } from './harness/app.mjs';
import { header_policy } from '../../web/policy.mjs';
import { file_of_url, serve } from '../../web/serve.mjs';

// A folder with a page that behaves like the app towards the harness and keeps a log of its field's events.
async function trial_page(t) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-trial-'));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(
        path.join(folder, 'index.html'),
        `<!doctype html><html lang="zh"><title>试验</title><link rel="icon" href="data:,"><main><h1>试验</h1><input aria-label="名称">
        <a download="计划.json" href="data:application/json,{}">导出</a></main><script src="trial.js"></script></html>`,
    );
    await writeFile(
        path.join(folder, 'trial.js'),
        `window.fanglue = { frames: 1, idle: async () => {} };
        window.log = [];
        const field = document.querySelector('input');
        for (const type of ['keydown', 'compositionstart', 'compositionupdate', 'compositionend', 'input'])
            field.addEventListener(type, (event) => log.push(type === 'keydown' ? type + event.keyCode : type + ':' + event.data));`,
    );
    return folder;
}

test('harness: the input method composes and commits through real events', { skip: chromium_only }, async (t) => {
    const computer = await open_computer(t, { folder: await trial_page(t) });
    const page = await computer.open();
    await find(page, 'textbox', '名称').click();
    const keyboard = await input_method(page);
    await keyboard.compose('ni');
    assert.equal(await find(page, 'textbox', '名称').inputValue(), 'ni');
    await keyboard.commit('你');
    assert.equal(await find(page, 'textbox', '名称').inputValue(), '你');
    const log = await page.evaluate(() => window.log);
    assert.equal(log[0], 'keydown229');
    assert.deepEqual(
        log.filter((entry) => entry.startsWith('composition')).map((entry) => entry.split(':')[0]),
        ['compositionstart', 'compositionupdate', 'compositionupdate', 'compositionend'],
    );
});

test('harness: a cancelled composition leaves the field as it was', { skip: chromium_only }, async (t) => {
    const computer = await open_computer(t, { folder: await trial_page(t) });
    const page = await computer.open();
    await find(page, 'textbox', '名称').click();
    const keyboard = await input_method(page);
    await keyboard.compose('ni');
    await keyboard.cancel();
    assert.equal(await find(page, 'textbox', '名称').inputValue(), '');
});

test('harness: what the page stores outlives the browser', async (t) => {
    const computer = await open_computer(t, { folder: await trial_page(t) });
    const page = await computer.open();
    await page.evaluate(() => localStorage.setItem('a', '方略'));
    await computer.close_browser();
    const again = await computer.open();
    assert.equal(await again.evaluate(() => localStorage.getItem('a')), '方略');
});

test('harness: console errors, page errors and foreign requests are complaints', async (t) => {
    const computer = await open_computer(t, { folder: await trial_page(t) });
    const page = await computer.open();
    await page.evaluate(() => console.error('outcry'));
    await eventually(() => computer.complaints.length === 1, 'the console error');
    computer.expect_complaint(/outcry/);
    await page.evaluate(() => void setTimeout(() => window.none.none, 0));
    await eventually(() => computer.complaints.length === 1, 'the page error');
    computer.expect_complaint(/TypeError/);
    const other = await serve(await trial_page(t));
    t.after(() => other.close());
    await page.goto(other.origin);
    computer.expect_complaint(/request to another origin/);
    computer.complaints.length = 0;
});

test('harness: downloads give name and bytes; the accessibility check finds a field without a name', async (t) => {
    // Started from a shell that knows no UTF-8: without the harness, the file would be called "download".
    const computer = await open_computer(t, { folder: await trial_page(t), env: { ...process.env, LC_ALL: 'C' } });
    const page = await computer.open();
    const file = await download(page, () => find(page, 'link', '导出').click());
    assert.equal(file.name, '计划.json');
    assert.equal(file.bytes.toString(), '{}');
    assert.deepEqual(await accessibility_violations(page), []);
    await page.evaluate(() => document.querySelector('input').removeAttribute('aria-label'));
    await app_idle(page);
    assert.match((await accessibility_violations(page)).join(), /label/);
});

test('server: files, types, headers and nothing outside its folder', async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-served-'));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, 'index.html'), '<p>方略</p>');
    await writeFile(path.join(folder, 'a.wasm'), 'wasm');
    await writeFile(path.join(folder, 'fanglue.html'), '<p>方略</p>');
    await mkdir(path.join(folder, '0123456789abcdef'));
    await writeFile(path.join(folder, '0123456789abcdef/a.js'), '');
    const server = await serve(folder);
    t.after(() => server.close());
    const ask = (url, options = {}) =>
        new Promise((resolve, reject) => {
            const { hostname, port } = new URL(server.origin);
            http.request({ hostname, port, path: url, ...options }, (answer) => {
                let body = '';
                answer.on('data', (chunk) => (body += chunk)).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
            })
                .on('error', reject)
                .end();
        });
    const index = await ask('/');
    assert.equal(index.body, '<p>方略</p>');
    assert.equal(index.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(index.headers['content-security-policy'], header_policy);
    assert.equal(index.headers['x-content-type-options'], 'nosniff');
    assert.equal(index.headers['referrer-policy'], 'no-referrer');
    assert.equal(index.headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(index.headers['cache-control'], 'no-cache');
    assert.equal((await ask('/0123456789abcdef/a.js')).headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match((await ask('/fanglue.html')).headers['content-disposition'], /^attachment/);
    assert.equal((await ask('/a.wasm?x=1')).headers['content-type'], 'application/wasm');
    assert.equal((await ask('/', { headers: { 'If-None-Match': index.headers.etag } })).status, 304);
    assert.equal((await ask('/none')).status, 404);
    assert.equal((await ask('/', { method: 'POST' })).status, 405);
    for (const url of ['/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd', '/%', '/a%00']) {
        assert.equal((await ask(url)).status, 404, url);
    }
    assert.equal(file_of_url(folder, '/..%2fother'), null);
});
