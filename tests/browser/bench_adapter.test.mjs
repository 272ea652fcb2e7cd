// web/bench.js, by which the page is measured beside other components: a file comes in, a date changes on screen, rows scroll.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { bench_file } from '../bench/bench_file.mjs';
import { app_idle, dist, open_computer } from './harness/app.mjs';
import { press } from './harness/actions.mjs';

test('bench adapter: the file is shown, a changed date is drawn and can be undone, scrolling is told', async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-bench-'));
    t.after(() => rm(folder, { recursive: true }));
    await cp(dist, path.join(folder, 'page'), { recursive: true });
    await writeFile(path.join(folder, 'page/bench.json'), JSON.stringify(bench_file(300)));
    const computer = await open_computer(t, { folder: path.join(folder, 'page') });
    const page = await computer.open('/?plan=/bench.json&n=250');
    await page.waitForFunction(() => window.__bench?.ready());
    await app_idle(page);
    assert.equal(await page.getByRole('treegrid').getAttribute('aria-rowcount'), '251');
    const ids = await page.evaluate(() => window.__bench.changeable());
    assert.ok(ids.length > 10 && ids.includes(3) && !ids.includes(1) && !ids.includes(11), `leaf tasks of the first view: ${ids}`);

    const before = await page.evaluate(() => window.__bench.probe(3));
    // At once: no animation frame comes between.
    const after = await page.evaluate(() => {
        window.__bench.change(3, '2026-05-04', '2026-05-09');
        return window.__bench.probe(3);
    });
    assert.notEqual(after, before);
    assert.match(after, /2026-05-04.*2026-05-08/);
    await press(page, 'ControlOrMeta+z');
    assert.equal(await page.evaluate(() => window.__bench.probe(3)), before, 'one step to undo');

    const start = await page.evaluate(() => window.__bench.scroll());
    assert.equal(start.top, 0);
    await page.mouse.move(start.x, start.y);
    await page.mouse.wheel(0, 720);
    await app_idle(page);
    const scrolled = await page.evaluate(() => window.__bench.scroll());
    assert.equal(scrolled.top, 720);
    await page.mouse.wheel(0, 100000);
    await app_idle(page);
    const end = await page.evaluate(() => window.__bench.scroll());
    assert.ok(Math.abs(end.top - end.max) <= 1, `${end.top} of ${end.max}`);
});

test('bench adapter: without a file in the address there is none', async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open('/?plan2=/bench.json');
    assert.equal(await page.evaluate(() => window.__bench), undefined);
});
