// The page without network and without a server, its updates, and what makes it installable.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { click, download, find, press, screenshots, type_into } from './harness/actions.mjs';
import { app_idle, app_started, chromium_only, dist, eventually, open_computer } from './harness/app.mjs';
import { kept_offline, look_for_update, marked_build, moody_server, running_build, update_now, update_offer } from './harness/builds.mjs';

const title = '急诊科社交媒体互动策略计划';

async function new_plan(page) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

async function saved(page) {
    await eventually(async () => /已保存/.test(await page.getByRole('status').first().textContent()), 'the plan to be saved');
}

async function rename_task(page, name) {
    await click(page, 'link', '任务与进度');
    await page.getByRole('row', { name: /^1\.1 / }).click({ force: true });
    await app_idle(page);
    await type_into(page, '任务名称', name);
    await press(page, 'Enter');
}

// Opens the stored plan and returns the name of its task 1.1.
async function stored_task(page) {
    await page.getByRole('row', { name: title }).click({ force: true });
    await app_idle(page);
    await click(page, 'link', '任务与进度');
    return (await page.getByRole('row', { name: /^1\.1 / }).getAttribute('aria-label')).replace(/^1\.1 /, '');
}

async function computer_with(t, build, options = {}) {
    const server = await moody_server(t, build.dist);
    const computer = await open_computer(t, { server, ...options });
    return { server, computer };
}

// Of the worker's and the browser's own attempts to reach a server that is gone.
function forgive_network(computer) {
    computer.complaints.splice(0, Infinity, ...computer.complaints.filter((line) => !/Failed to load resource|net::ERR|Failed to fetch|service-worker/i.test(line)));
}

test('offline: after the first visit it starts without a server and opens the stored plan', async (t) => {
    const { server, computer } = await computer_with(t, { dist });
    const page = await computer.open();
    await new_plan(page);
    await rename_task(page, '离线也在');
    await saved(page);
    await kept_offline(page);
    await computer.close_browser();

    await server.stop();
    const again = await computer.open();
    assert.equal(await stored_task(again), '离线也在');
    // Templates and languages come out of the same cache.
    await click(again, 'button', '回到开始页');
    await again.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(again, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    forgive_network(computer);
});

test('offline: one file opens from the disk, keeps what is typed, and asks for nothing', async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-disk-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await copyFile(path.join(dist, 'fanglue.html'), path.join(folder, '方略.html'));
    const address = encodeURI(path.join(folder, '方略.html'));
    const computer = await open_computer(t, { server: { origin: 'file://', close() {} } });
    const page = await computer.open(address);
    assert.deepEqual(await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(data|blob):/.test(name))), []);
    await new_plan(page);
    await rename_task(page, '没有服务器');
    await saved(page);
    const exported = await download(page, () => find(page, 'button', '导出').click({ force: true }));
    assert.match(exported.bytes.toString('utf8'), /没有服务器/);
    await click(page, 'button', '语言');
    await click(page, 'menuitemcheckbox', 'English');
    await find(page, 'button', 'Export').waitFor({ state: 'attached' });
    await computer.close_browser();

    const again = await computer.open(address);
    assert.equal(await stored_english_task(again), '没有服务器');
});

async function stored_english_task(page) {
    await page.getByRole('row', { name: title }).click({ force: true });
    await app_idle(page);
    await page.locator('nav a, [role=link]').nth(4).waitFor({ state: 'attached' });
    await page.getByRole('link', { name: /Tasks/ }).click({ force: true });
    await app_idle(page);
    return (await page.getByRole('row', { name: /^1\.1 / }).getAttribute('aria-label')).replace(/^1\.1 /, '');
}

test('offline: the folder runs below a path of any static server, without our headers', async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-static-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await cp(dist, path.join(folder, 'apps/strategy'), { recursive: true });
    const python = spawn('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
    t.after(() => python.kill());
    const port = await new Promise((resolve, reject) => {
        python.on('error', reject);
        python.stdout.on('data', (text) => /port (\d+)/.test(text) && resolve(/port (\d+)/.exec(text)[1]));
    });
    const computer = await open_computer(t, { server: { origin: `http://127.0.0.1:${port}`, close() {} } });
    const page = await computer.open('/apps/strategy/');
    assert.equal(await page.evaluate(() => fetch('//127.0.0.2/').then(() => 'sent', () => 'refused')), 'refused', 'the policy stands in the page');
    await eventually(() => computer.complaints.some((line) => /Content.Security.Policy/.test(line)), 'the browser to say why');
    computer.expect_complaint(/Content.Security.Policy/);
    while (computer.complaints.some((line) => /127\.0\.0\.2/.test(line))) computer.expect_complaint(/127\.0\.0\.2/);
    await new_plan(page);
    await saved(page);
    await kept_offline(page);
    await computer.close_browser();
    python.kill();
    const again = await computer.open('/apps/strategy/index.html');
    await again.getByRole('row', { name: title }).waitFor({ state: 'attached' });
    forgive_network(computer);
});

test('offline: an update is offered, waits until it is wanted, and takes what is written along', async (t) => {
    const old = await marked_build(t, 'old'), next = await marked_build(t, 'next');
    assert.notEqual(old.build, next.build);
    const { server, computer } = await computer_with(t, old);
    const page = await computer.open();
    await new_plan(page);
    await kept_offline(page);
    assert.equal(await update_offer(page).count(), 0);

    server.folder = next.dist;
    assert.equal(await look_for_update(page), 'waiting');
    await update_offer(page).waitFor({ state: 'attached' });
    await screenshots(page, 'update-offer');
    // Loading again by hand is no consent.
    await page.reload();
    await app_started(page);
    assert.deepEqual(await running_build(page), { build: old.build, page: old.build, script: 'old', wasm: 'old', foreign: [] });
    await update_offer(page).waitFor({ state: 'attached' });

    await page.getByRole('row', { name: title }).click({ force: true });
    await app_idle(page);
    await rename_task(page, '更新之前');
    // Still in the field when the button is pressed.
    await type_into(page, '任务名称', '更新之前的最后一句');
    await update_now(page);
    await app_started(page);
    assert.deepEqual(await running_build(page), { build: next.build, page: next.build, script: 'next', wasm: 'next', foreign: [] });
    assert.equal(await update_offer(page).count(), 0);
    assert.equal(await stored_task(page), '更新之前的最后一句');
    await eventually(async () => (await page.evaluate(() => caches.keys())).join() === `fanglue-build-${next.build}`, 'the old build to go');
});

test('offline: nothing is updated while something is unsaved', async (t) => {
    const old = await marked_build(t, 'old'), next = await marked_build(t, 'next');
    const { server, computer } = await computer_with(t, old);
    const page = await computer.open();
    await new_plan(page);
    await saved(page);
    await kept_offline(page);
    server.folder = next.dist;
    assert.equal(await look_for_update(page), 'waiting');
    await update_offer(page).waitFor({ state: 'attached' });

    await page.evaluate(() => {
        window.same_page = true;
        window.real_put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await rename_task(page, '还没存上');
    await page.getByRole('status').filter({ hasText: '没有保存' }).first().waitFor({ state: 'attached' });
    await find(page, 'button', '更新').press('Enter');  // the warning moves what is below it, away from a pointer
    await page.getByRole('alert').filter({ hasText: '所以没有更新' }).first().waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => window.same_page), true);
    await page.evaluate(() => { IDBObjectStore.prototype.put = window.real_put; });
    // Now, not by itself later on: then the warning would go, and move the rest, while a field is aimed at.
    await click(page, 'button', '再试一次');
    await saved(page);
    await rename_task(page, '存上了');
    await saved(page);
    await update_now(page);
    await app_started(page);
    assert.equal((await running_build(page)).build, next.build);
    assert.equal(await stored_task(page), '存上了');
});

test('offline: a tab with the old build goes on with it, and a closed browser starts the new one', async (t) => {
    const old = await marked_build(t, 'old'), next = await marked_build(t, 'next');
    const { server, computer } = await computer_with(t, old);
    const page = await computer.open();
    await kept_offline(page);
    const other = await computer.open();
    server.folder = next.dist;
    assert.equal(await look_for_update(page), 'waiting');
    await update_offer(page).waitFor({ state: 'attached' });
    await update_now(page);
    await app_started(page);
    assert.equal((await running_build(page)).build, next.build);
    // The server has only the new build by now; the other tab's files are still in its cache.
    await other.bringToFront();
    assert.equal((await running_build(other)).build, old.build);
    await other.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(other, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });

    const third = await marked_build(t, 'third');
    server.folder = third.dist;
    assert.equal(await look_for_update(page), 'waiting');
    await computer.close_browser();
    await server.stop();
    const again = await computer.open();
    assert.deepEqual(await running_build(again), { build: third.build, page: third.build, script: 'third', wasm: 'third', foreign: [] });
    await eventually(async () => (await again.evaluate(() => caches.keys())).join() === `fanglue-build-${third.build}`, 'older builds to go');
    forgive_network(computer);
});

test('offline: when a new build does not start, the one before it is still there', async (t) => {
    const old = await marked_build(t, 'old');
    const broken = await marked_build(t, 'broken', { 'fanglue.js': () => 'throw new Error("does not start");' });
    const { server, computer } = await computer_with(t, old);
    const page = await computer.open();
    await new_plan(page);
    await saved(page);
    await kept_offline(page);
    server.folder = broken.dist;
    assert.equal(await look_for_update(page), 'waiting');
    await update_offer(page).waitFor({ state: 'attached' });
    await update_now(page);
    await page.getByText('程序文件没有下载完整').waitFor();
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: '改用上一个版本' }).click();
    await loaded;
    await app_started(page);
    assert.equal((await running_build(page)).build, old.build);
    await page.getByRole('row', { name: title }).waitFor({ state: 'attached' });
    while (computer.complaints.length) computer.expect_complaint(/does not start|createFanglue/);
});

test('offline: a whole session asks no other origin for anything', { skip: chromium_only }, async (t) => {
    const { server, computer } = await computer_with(t, { dist });
    const page = await computer.open();
    const asked = [];
    computer.browser.on('request', (request) => asked.push(request.url()));
    const session = await computer.browser.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    session.on('Network.webSocketCreated', ({ url }) => asked.push(url));
    await new_plan(page);
    await rename_task(page, '只在本机');
    await click(page, 'link', '自查与整改');
    await page.getByRole('button', { name: '开始自查', exact: true }).first().click({ force: true });
    await app_idle(page);
    await page.getByRole('dialog').getByRole('button', { name: '开始自查', exact: true }).click({ force: true });
    await app_idle(page);
    await click(page, 'button', '生成报告');
    await eventually(() => page.frames().length > 1, 'the report');
    const exported = await download(page, () => find(page, 'button', '导出').click({ force: true }));
    assert.match(exported.bytes.toString('utf8'), /只在本机/);
    await saved(page);
    await kept_offline(page);
    await page.reload();
    await app_started(page);
    assert.ok(asked.length > 5, 'requests were seen');
    assert.deepEqual(asked.filter((url) => !/^(blob|data|about):/.test(url) && !url.startsWith(`${server.origin}/`)), []);
});

test('offline: it can be installed, with icons of the sizes it says, and opens plan files', { skip: chromium_only }, async (t) => {
    const { computer } = await computer_with(t, { dist });
    const page = await computer.open();
    await kept_offline(page);
    const session = await computer.browser.newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    assert.match(url, /\/manifest\.webmanifest$/);
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A browser profile of a test counts as a private window.
    assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito'), []);

    const manifest = JSON.parse(data);
    assert.equal(manifest.name, '方略');
    assert.equal(manifest.lang, 'zh-CN');
    assert.deepEqual(Object.values(manifest.file_handlers[0].accept).flat()[0], '.plan.json');
    const sizes = await page.evaluate(
        (icons) => Promise.all(icons.map(async ({ src, sizes }) => {
            const image = new Image();
            image.src = new URL(src, location.href);
            await image.decode();
            return [sizes, `${image.naturalWidth}x${image.naturalHeight}`];
        })),
        manifest.icons.filter((icon) => icon.type === 'image/png'),
    );
    assert.equal(sizes.length, 4);
    for (const [said, real] of sizes) assert.equal(real, said);
});

test('offline: a file that the system hands over is imported like any other', async (t) => {
    const { computer } = await computer_with(t, { dist });
    const page = await computer.open();
    await new_plan(page);
    const file = await download(page, () => find(page, 'button', '导出').click({ force: true }));
    // The system's part is played by a queue that hands over before the program has started.
    await page.addInitScript((text) => {
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer(take) {
            take({ files: [{ name: '转交.plan.json', getFile: async () => new File([text], '转交.plan.json') },
                { name: '已删.plan.json', getFile: async () => { throw new DOMException('', 'NotFoundError'); } }] });
        } } });
    }, file.bytes.toString('utf8').replaceAll(title, '系统转交的计划'));
    await page.reload();
    await app_started(page);
    await page.getByRole('alert').filter({ hasText: '已删.plan.json' }).first().waitFor({ state: 'attached' });
    await page.getByRole('dialog').waitFor({ state: 'attached' });  // the same plan is kept here: a copy or instead of it
    await page.getByRole('dialog').getByRole('button', { name: '另存一份' }).click({ force: true });
    await find(page, 'heading', '系统转交的计划', { level: 1 }).waitFor({ state: 'attached' });
});
