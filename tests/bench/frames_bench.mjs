// tests/bench/frames_bench.mjs: the page with a plan of 10,000 tasks, by both renderers and at two densities, as a person
// without a GPU has it: how long until it is drawn, until a change is painted, how scrolling runs, what rest costs, and how
// long a key takes to the screen. Printed for people; nothing is asserted. `node tests/bench/frames_bench.mjs [cpu|webgl] [1|2]`
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { chromium_path } from '../browser/harness/chromium.mjs';
import { bench_file } from './bench_file.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(path.join(root, 'tests/browser/'))('playwright-core');
const TASKS = 10_000, CHANGES = 25, SCROLL_SECONDS = 3, WHEEL_PX = 120, IDLE_SECONDS = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const high = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];

// Runs in the page before it: notes when the first view has been drawn.
function watch_start() {
    const look = () => {
        if (window.__bench?.ready()) window.drawn_at = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    // Resolves once what has been drawn is on its way to the screen: after the next animation frame's work.
    window.painted = () => new Promise((resolve) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
    }));
}

function measure_changes(count) {
    return new Promise((resolve) => {
        const ids = window.__bench.changeable(), times = [], work = [];
        const once = (round) => {
            if (round === count) return resolve({ times, work });
            requestAnimationFrame(async () => {
                const id = ids[round % ids.length], before = window.__bench.probe(id), begin = performance.now();
                window.__bench.change(id, `2026-02-${String(1 + (round % 20)).padStart(2, '0')}`, `2026-03-${String(1 + (round % 20)).padStart(2, '0')}`);
                work.push(performance.now() - begin);
                const channel = new MessageChannel();
                const done = () => { times.push(performance.now() - begin); setTimeout(() => once(round + 1), 50); };
                channel.port1.onmessage = done;
                const look = () => (window.__bench.probe(id) !== before ? channel.port2.postMessage(0) : requestAnimationFrame(look));
                look();
            });
        };
        once(0);
    });
}

function watch_frames() {
    window.frame_log = [];
    window.wheel_px = 0; // an emulated density changes what arrives
    addEventListener('wheel', (event) => (window.wheel_px += event.deltaY), { capture: true, passive: true });
    const note = (time) => {
        window.frame_log.push([time, window.fanglue.frames]);
        window.frame_watch = requestAnimationFrame(note);
    };
    window.frame_watch = requestAnimationFrame(note);
}

async function measure_scroll(page, processes) {
    const from = await page.evaluate(() => window.__bench.scroll());
    await page.mouse.move(from.x, from.y);
    await page.evaluate(watch_frames);
    const before = await cpu_seconds(processes);
    const session = await page.context().newCDPSession(page);
    const sent = [], begin = performance.now();
    for (let next = begin; next < begin + SCROLL_SECONDS * 1000; next += 1000 / 60) {
        const wait = next - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        sent.push(session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: from.x, y: from.y, deltaX: 0, deltaY: WHEEL_PX }));
    }
    await Promise.all(sent);
    const log = await page.evaluate(() => { cancelAnimationFrame(window.frame_watch); return window.frame_log; });
    const cpu = Object.entries(await cpu_seconds(processes)).map(([kind, seconds]) => [kind, seconds - (before[kind] ?? 0)]);
    await page.evaluate(() => window.fanglue.idle());
    const [to, wheel_px] = await page.evaluate(() => [window.__bench.scroll(), window.wheel_px]);
    const drawn = log.filter((entry, i) => i > 0 && entry[1] > log[i - 1][1]).map((entry) => entry[0]);
    const gaps = drawn.slice(1).map((time, i) => time - drawn[i]);
    return { fps: (drawn.length - 1) / ((drawn.at(-1) - drawn[0]) / 1000), worst: Math.max(...gaps), arrived: (to.top - from.top) / wheel_px,
        cpu: Object.fromEntries(cpu.map(([kind, seconds]) => [kind, (seconds * 1000) / drawn.length])) };
}

async function measure_typing(page) {
    await page.getByRole('row').nth(3).click({ force: true });
    await page.evaluate(() => window.fanglue.idle());
    await page.getByRole('textbox', { name: '任务名称', exact: true }).click({ force: true });
    await page.evaluate(() => {
        window.key_times = [];
        addEventListener('keydown', (event) => { window.painted().then((time) => window.key_times.push(time - event.timeStamp)); }, true);
    });
    for (let i = 0; i < 60; ++i) {
        await page.keyboard.press('a');
        await new Promise((resolve) => setTimeout(resolve, 33));
    }
    return page.evaluate(() => window.key_times);
}

async function cpu_seconds(session) {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sums = { all: 0 };
    for (const { type, cpuTime } of processInfo) {
        sums[type] = (sums[type] ?? 0) + cpuTime;
        sums.all += cpuTime;
    }
    return sums;
}

async function run(origin, renderer, density) {
    const browser = await chromium.launch({
        executablePath: chromium_path,
        args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ignoreDefaultArgs: ['--enable-unsafe-swiftshader'],
    });
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: density, locale: 'zh-CN' })).newPage();
    await page.addInitScript(watch_start);
    await page.goto(`${origin}/?plan=/bench.json&n=${TASKS}&renderer=${renderer}`);
    await page.waitForFunction(() => window.drawn_at > 0);
    const session = await browser.newBrowserCDPSession();
    const result = { drawn: await page.evaluate(() => window.drawn_at) };
    await page.evaluate(() => window.fanglue.idle());
    result.info = await page.evaluate(() => window.__bench.info());
    result.changes = await page.evaluate(measure_changes, CHANGES);
    await page.evaluate(() => window.fanglue.idle());
    await page.mouse.move(700, 20);
    result.scroll = await measure_scroll(page, session);
    result.frame = await page.evaluate(() => [0, 8, 1].map((which) => window.fanglue.statistic(which)));
    result.keys = await measure_typing(page);
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.fanglue.idle());
    await page.waitForTimeout(7000); // messages go, saving ends
    const before = (await cpu_seconds(session)).all;
    await page.waitForTimeout(IDLE_SECONDS * 1000);
    result.idle = ((await cpu_seconds(session)).all - before) / IDLE_SECONDS;
    await page.goto('about:blank');
    await page.waitForTimeout(2000);
    const empty = (await cpu_seconds(session)).all;
    await page.waitForTimeout(IDLE_SECONDS * 1000);
    result.empty = ((await cpu_seconds(session)).all - empty) / IDLE_SECONDS;
    await browser.close();
    return result;
}

const [only_renderer, only_density] = process.argv.slice(2);
const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-bench-'));
await cp(path.join(root, 'dist'), folder, { recursive: true });
await writeFile(path.join(folder, 'bench.json'), JSON.stringify(bench_file(TASKS)));
const server = await serve(folder, 0, { background: true });
const columns = [];
for (const density of [1, 2])
    for (const renderer of ['cpu', 'webgl'])
        if ((only_renderer ?? renderer) === renderer && Number(only_density ?? density) === density) columns.push([`${renderer} ×${density}`, await run(server.origin, renderer, density)]);
await server.close();
await rm(folder, { recursive: true });

const rows = {
    'navigation to drawn, ms': (r) => r.drawn.toFixed(0),
    'date changed to painted, ms': (r) => median(r.changes.times).toFixed(1),
    '  of which the page works': (r) => median(r.changes.work).toFixed(1),
    'scroll, frames a second': (r) => r.scroll.fps.toFixed(1),
    '  CPU a frame, ms: page + others': (r) => `${r.scroll.cpu.renderer.toFixed(1)} + ${(r.scroll.cpu.all - r.scroll.cpu.renderer).toFixed(1)}`,
    '  share of the way that arrives': (r) => `${(r.scroll.arrived * 100).toFixed(0)} %`,
    '  worst frame, ms': (r) => r.scroll.worst.toFixed(0),
    '  last: build + draw + mirror, ms': (r) => r.frame.map((time) => time.toFixed(1)).join(' + '),
    'key to screen, ms, median (95th)': (r) => `${median(r.keys).toFixed(0)} (${high(r.keys).toFixed(0)})`,
    'CPU at rest, % of a core': (r) => (r.idle * 100).toFixed(2),
    '  of an empty page': (r) => (r.empty * 100).toFixed(2),
    'memory of the program, MiB': (r) => r.info.wasmMiB.toFixed(0),
};
console.log(`${TASKS} tasks, 1440×900, software mode, ${os.cpus().length} cores`);
console.log(`${''.padEnd(34)}${columns.map(([name]) => name.padStart(20)).join('')}`);
for (const [label, value] of Object.entries(rows)) console.log(`${label.padEnd(34)}${columns.map(([, result]) => value(result).padStart(20)).join('')}`);
