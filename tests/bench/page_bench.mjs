// tests/bench/page_bench.mjs: what the page weighs and how long it takes to draw, printed for people; nothing is asserted here, but
// tests/browser/budget.test.mjs holds the sums.
import { readFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';
import { serve } from '../../web/serve.mjs';
import { chromium_path } from '../browser/harness/chromium.mjs';
import { all_files, budget, start_files, sum } from './page_size.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dist = path.join(root, 'dist');
const { chromium } = createRequire(path.join(root, 'tests/browser/'))('playwright-core');
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0).padStart(6)} kB`;

console.log('   raw        gzip       brotli');
for (const name of (await readdir(dist, { recursive: true })).sort()) {
    if (!/\.(wasm|js|css|html)$/.test(name)) continue;
    const bytes = await readFile(path.join(dist, name));
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    console.log(kilobytes(bytes.length), kilobytes(gzipSync(bytes, { level: 9 }).length), kilobytes(brotli.length), ` ${path.basename(name)}`);
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const server = await serve(dist, 0, { background: true });
const times = { 'navigation to first drawing, cold': [], 'navigation to first drawing, again': [] };
let started = null;
for (let run = 0; run < 5; ++run) {
    const browser = await chromium.launch({ executablePath: chromium_path, args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'], ignoreDefaultArgs: ['--enable-unsafe-swiftshader'] });
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    for (const label of Object.keys(times)) {
        await page.goto(server.origin);
        await page.waitForFunction(() => window.fanglue?.frames > 0);
        times[label].push(await page.evaluate(() => performance.now()));
        if (run === 0 && !started) started = await start_files(page, dist);
    }
    await browser.close();
}
for (const [label, values] of Object.entries(times)) console.log(`${median(values).toFixed(0).padStart(6)} ms  ${label} (median of ${values.length}, ${os.cpus().length} cores)`);
const share = (files, limit) => `${kilobytes(sum(files))} of ${(limit / 1000).toFixed(0)} kB`;
console.log(`${share(started, budget.start)}  gzip until the start page is drawn: ${started.length} files`);
console.log(`${share(await all_files(dist), budget.everything)}  gzip in all, without fonts`);
await server.close();
