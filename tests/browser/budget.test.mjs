// What people wait for: the bytes that are sent until the start page is drawn, and those of the whole page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { all_files, budget, start_files, sum } from '../bench/page_size.mjs';
import { dist, open_computer } from './harness/app.mjs';

const list = (files) => files.map(([name, size]) => `${size} ${name.replace(/^[0-9a-f]{16}\//, '')}`).join('\n');

test('budget: what is sent until the start page is drawn', async (t) => {
    const computer = await open_computer(t);
    const files = await start_files(await computer.open(), dist);
    t.diagnostic(`${sum(files)} bytes packed with gzip`);
    assert.ok(files.some(([name]) => name.endsWith('/fanglue.wasm')) && files.some(([name]) => name === 'index.html'), list(files));
    assert.ok(!files.some(([name]) => /documents\.|report\.css/.test(name)), 'the second program is loaded when it is needed');
    assert.ok(sum(files) <= budget.start, `${sum(files)} of ${budget.start} bytes\n${list(files)}`);
});

test('budget: what is sent of everything but fonts', async (t) => {
    const files = await all_files(dist);
    t.diagnostic(`${sum(files)} bytes packed with gzip`);
    assert.ok(sum(files) <= budget.everything, `${sum(files)} of ${budget.everything} bytes\n${list(files.slice(0, 30))}`);
});
