// web/order_functions.mjs: a program whose functions stand in another order is the same program, and smaller when it is packed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { calls_in, order_of, ordered } from '../../web/order_functions.mjs';

const folder = path.join(process.env.WASM_BUILD ?? 'build/web-release', 'tests/wasm');

// plan_digest is put in order when it is built, as the page is: here first out of it.
test('order: a program computes the same in any order, in as many bytes or a few more, and packs smaller in ours', (t) => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'fanglue-order-'));
    t.after(() => rmSync(place, { recursive: true }));
    const released = readFileSync(path.join(folder, 'plan_digest.wasm'));
    const shuffled = ordered(released, (bodies) => bodies.map((_, index) => index).sort((a, b) => (a * 7919) % 10007 - (b * 7919) % 10007 || a - b));
    const again = ordered(shuffled);
    copyFileSync(path.join(folder, 'plan_digest.js'), path.join(place, 'plan_digest.js'));
    const run = (program) => execFileSync(process.execPath, ['--no-experimental-fetch', program, '1', '100'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const lines = run(path.join(folder, 'plan_digest.js'));
    for (const file of [shuffled, again]) {
        assert.ok(!file.equals(released));
        writeFileSync(path.join(place, 'plan_digest.wasm'), file);
        assert.equal(run(path.join(place, 'plan_digest.js')), lines);
        assert.ok(Math.abs(file.length / released.length - 1) < 0.01);
    }
    const [packed, smaller, ours] = [shuffled, again, released].map((bytes) => gzipSync(bytes, { level: 9 }).length);
    t.diagnostic(`${packed} bytes packed out of order, ${smaller} in order, ${ours} as built`);
    for (const size of [smaller, ours]) assert.ok(size < packed * 0.98);
    assert.ok(ordered(shuffled).equals(again), 'always the same');
});

test('order: every function is there once, the alike beside each other', () => {
    const body = (...bytes) => Buffer.from(bytes);
    const one = body(1, 2, 3, 4, 5, 6, 7, 8), other = body(90, 80, 70, 60, 50, 40);
    const order = order_of([one, other, body(1, 2, 3, 4, 5, 6, 7, 9), body(91, 80, 70, 60, 50, 40), body(0)]);
    assert.deepEqual([...order].sort((a, b) => a - b), [0, 1, 2, 3, 4]);
    assert.equal(Math.abs(order.indexOf(0) - order.indexOf(2)), 1);
    assert.equal(Math.abs(order.indexOf(1) - order.indexOf(3)), 1);
});

test('order: calls are found among the numbers of other instructions, and what is unknown is refused', () => {
    // no locals; i32.const 16; call 300; br_table 0 0; f64.const; i32.load 2 16; end
    const body = Buffer.from([0, 0x41, 0x10, 0x10, 0xac, 0x02, 0x0e, 1, 0, 0, 0x44, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x28, 2, 0x10, 0x0b]);
    assert.deepEqual(calls_in(body), [[4, 6, 300]]);
    assert.throws(() => calls_in(Buffer.from([0, 0xfd, 0])), /0xfd/);
});
