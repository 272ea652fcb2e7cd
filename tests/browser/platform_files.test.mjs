// Files, downloads, printing and pages in the page on the lab page; touch; and what the shell does when something breaks.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { allow_clipboard, choose_file, download, drop_files, menu_key } from './harness/actions.mjs';
import { app_idle, app_started, chromium_only, eventually, in_firefox } from './harness/app.mjs';
import { ask, button, clear_events, event, events, field, lab_computer, no_lab, open_lab } from './harness/lab.mjs';

test('files: a download gets a name that every system takes', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    const { name, bytes } = await download(page, () => ask(page, 'download 急诊<科>/方案:2026?.plan.json'));
    assert.equal(name, '急诊_科__方案_2026_.plan.json');
    assert.equal(bytes.toString(), '{"名":1}');
    const long = await download(page, () => ask(page, `download ${'长'.repeat(300)}.json`));
    assert.equal(long.name, `${'长'.repeat(65)}.json`, 'file systems count bytes');
});

test('files: picked and dropped files arrive as bytes, in order', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    const buffer = Buffer.from([0x7b, 0, 0xff, 0x7d]);
    await choose_file(page, () => ask(page, 'pick'), [{ name: '一.json', mimeType: 'application/json', buffer }]);
    assert.match(await event(page, /^file/), /^file 一\.json 4 way=0/);
    await drop_files(page, [{ name: 'a', bytes: 'aa' }, { name: 'b', bytes: 'bbb' }]);
    await event(page, /^file b 3 way=1 bbb/);
    const files = (await events(page)).filter((line) => line.startsWith('file'));
    assert.match(files[1], /^file a 2 way=1 aa/);
});

test('files: more than 100 MB is refused without being read', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await page.evaluate(() => {
        const part = new Uint8Array(1 << 20);
        const file = new File(Array.from({ length: 101 }, () => part), 'huge.json');
        file.arrayBuffer = () => { throw new Error('must not be read'); };
        const transfer = new DataTransfer();
        transfer.items.add(file);
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    assert.equal(await event(page, /^refused/), `refused huge.json ${101 << 20} why=0`);
});

test('files: printing happens in a frame without scripts, named like the report', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await page.evaluate(() => {
        window.printed = [];
        new MutationObserver((changes) => {
            for (const frame of changes.flatMap((change) => [...change.addedNodes])) {
                if (frame.localName !== 'iframe') continue;
                frame.addEventListener('load', () => { frame.contentWindow.print = () => printed.push(document.title, frame.getAttribute('sandbox')); }, { capture: true });
            }
        }).observe(document.getElementById('app'), { childList: true });
    });
    await ask(page, 'print');
    const printed = await eventually(() => page.evaluate(() => (window.printed.length ? window.printed : null)), 'the print call');
    assert.equal(printed[0], '报告');
    assert.ok(!printed[1].includes('allow-scripts'));
});

test('files: a page is shown over the canvas while it is wanted', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await ask(page, 'page');
    const frame = page.frameLocator('iframe[title="报告"]');
    assert.equal(await frame.getByRole('heading').textContent(), '报告');
    const box = await page.locator('iframe[title="报告"]').boundingBox();
    assert.deepEqual([box.x, box.y, box.width, box.height], [640, 330, 300, 200]);
    await ask(page, 'page');
    assert.equal(await page.locator('iframe').count(), 0);
});

test('clipboard: copying by a button works without a copy event', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await allow_clipboard(page);
    await field(page, '命令').click();
    await page.keyboard.type('copy 已复制');
    await button(page, '执行').click({ force: true });
    assert.ok(await eventually(() => page.evaluate(async () => (await navigator.clipboard.readText()) === '已复制'), 'the text on the clipboard'));
});

test('dates: the browser\'s own calendar opens at the field and its choice arrives', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await page.evaluate(() => {
        HTMLInputElement.prototype.showPicker = function () {
            window.offered = [this.type, this.value, Math.round(this.getBoundingClientRect().left)];
            this.value = '2026-04-01';
            this.dispatchEvent(new Event('change'));
        };
    });
    await ask(page, 'date 25');
    assert.equal(await event(page, /^picked/), 'picked 25 2026-04-01');
    assert.deepEqual(await page.evaluate(() => window.offered), ['date', '2026-03-05', 440]);
    assert.equal(await page.locator('input.calendar').count(), 0);
});

// ---------------------------------------------------------------- touch

const touch_screen = { hasTouch: true, isMobile: true, screen: { width: 390, height: 844 } };

async function finger(page) {
    const session = await page.context().newCDPSession(page);
    // Stamped 10 ms apart, so that a busy machine does not make a flick slow.
    let timestamp = Date.now() / 1000;
    const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: (timestamp += 0.01) });
    return {
        down: (x, y) => send('touchStart', [{ x, y }]),
        move: (x, y) => send('touchMove', [{ x, y }]),
        up: () => send('touchEnd', []),
        // 200 px upwards, let go while it moves.
        async flick() {
            await this.down(200, 560);
            for (let y = 540; y >= 360; y -= 20) await this.move(200, y);
            await this.up();
        },
    };
}

const first_row = async (page) => Number(await page.getByRole('grid').getByRole('row').first().getAttribute('aria-rowindex'));

test('touch: a tap clicks, a flick scrolls on by itself, a long press opens the menu', { skip: no_lab || chromium_only }, async (t) => {
    const { page } = await open_lab(t, touch_screen);
    const touch = await finger(page);
    await touch.down(60, 85);
    await touch.up();
    assert.match(await event(page, /^clicked/), /^clicked 10/);

    await touch.flick();
    assert.ok(await eventually(async () => (await first_row(page)) > 8, 'the list gliding on after 200 px of rows of 36 px'));
    await touch.down(200, 560);  // a finger stops it
    await touch.up();

    await clear_events(page);
    await touch.down(60, 85);
    assert.match(await event(page, /^menu/), /^menu 10/);
    await touch.up();
    assert.ok(!(await events(page)).some((line) => line.startsWith('clicked')), 'a long press is no click');
});

test('touch: who wants nothing to move by itself scrolls with the finger only', { skip: no_lab || chromium_only }, async (t) => {
    const { page } = await open_lab(t, { ...touch_screen, reducedMotion: 'reduce' });
    const touch = await finger(page);
    const before = await first_row(page);
    await touch.flick();
    await app_idle(page);
    const rows = (await first_row(page)) - before;
    assert.ok(rows >= 4 && rows <= 6, `${rows} rows of 36 px after 200 px`);
});

test('pointers: the right button and the menu key ask for a context menu', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await button(page, '加一').click({ button: 'right', force: true });
    assert.equal(await event(page, /^menu/), 'menu 10');
    await clear_events(page);
    await button(page, '切换').focus();
    await menu_key(page);
    assert.equal(await event(page, /^menu 11/), 'menu 11');
});

// ---------------------------------------------------------------- the shell

async function storage_archive(page) {
    const { name, bytes } = await download(page, () => page.getByRole('button', { name: '导出全部已保存的计划' }).click());
    assert.match(name, /^方略-原始数据-\d{4}-\d\d-\d\d\.zip$/);
    return bytes.toString('latin1');
}

test('shell: without WebAssembly it explains itself and still exports everything stored', { skip: no_lab }, async (t) => {
    const computer = await lab_computer(t);
    const page = await computer.open();
    await ask(page, 'store 1 /plans/a/one.txt treasure');
    await event(page, /^answer 1 ok/);
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.reload();
    await page.getByText('不支持 WebAssembly').waitFor();
    const archive = await storage_archive(page);
    assert.ok(archive.includes('store/a/one.txt') && archive.includes('treasure'));
    await page.getByText('已导出 1 个文件').waitFor();
    await page.getByRole('button', { name: '复制错误报告' }).click();
    await page.getByText('已复制').waitFor();
});

// Lets the canvases of the page itself have no context of these kinds.
const refuse_contexts = (page, kinds) => page.addInitScript((refused) => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return this.isConnected && new RegExp(refused).test(kind) ? null : real.call(this, kind, ...rest);
    };
}, kinds);

test('shell: without WebGL 2 the processor draws; where neither can, the page says what to do', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    await refuse_contexts(page, 'webgl');
    await page.goto(`${page.url()}?renderer=webgl`);
    await app_started(page);
    const colours = await page.evaluate(() => {
        const canvas = document.getElementById('surface') ?? document.getElementById('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
    });
    assert.ok(colours > 20, `${colours} colours`);
    await refuse_contexts(page, '2d');
    await page.reload();
    await page.getByText('浏览器无法绘图').waitFor();
});

test('shell: a missing program file and a crash end in a page with a report', { skip: no_lab }, async (t) => {
    // A service worker would have the missing file.
    const { computer, page } = await open_lab(t, { init_script: () => { delete Navigator.prototype.serviceWorker; } });
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await page.getByText('程序出错，已经停止').waitFor();
    assert.match(await page.getByLabel('错误报告').inputValue(), /RuntimeError: unreachable/);
    computer.expect_complaint(/unreachable/);
    await page.route(/fanglue\.wasm/, (route) => route.abort());
    await page.reload();
    await page.getByText('没有下载完整').waitFor();
    while (computer.complaints.length) computer.expect_complaint(/wasm|Failed to load|fetch|Aborted/i);
});

test('shell: after the program broke down in a frame nothing of it runs any more', { skip: no_lab }, async (t) => {
    const { computer, page } = await open_lab(t);
    await ask(page, 'trap');
    await page.getByText('程序出错，已经停止').waitFor();
    const frames = await page.evaluate(() => window.fanglue.frames);
    await page.evaluate(() => {
        document.dispatchEvent(new Event('visibilitychange'));
        window.dispatchEvent(new Event('pagehide'));
        window.dispatchEvent(new FocusEvent('blur'));
    });
    await app_idle(page);
    assert.equal(await page.evaluate(() => window.fanglue.frames), frames);
    await eventually(() => computer.complaints.some((line) => /unreachable/.test(line)), 'the error');
    while (computer.complaints.length) computer.expect_complaint(/unreachable/);
});

test('shell: a lost WebGL context comes back', { skip: no_lab || (in_firefox && 'Firefox has no WebGL without a screen') }, async (t) => {
    const computer = await lab_computer(t);
    const page = await computer.open('/?renderer=webgl');
    const picture = () => page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 130 } });
    const before = await picture();
    await page.evaluate(() => {
        window.extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        extension.loseContext();
    });
    await app_idle(page);
    await page.evaluate(() => extension.restoreContext());
    await eventually(async () => (await picture()).equals(before), 'the same picture as before');
    await app_started(page);
});

test('shell: the page\'s policy has no room for inline scripts or other origins', { skip: no_lab }, async () => {
    const html = await readFile(new URL('../../dist/index.html', import.meta.url), 'utf8');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    const scripts = /script-src ([^;]*)/.exec(policy)[1];
    assert.equal(scripts, "'self' 'wasm-unsafe-eval'");
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self';/);
    assert.ok(!/<script>|\son\w+=/.test(html));
});
