// Thousands of plans out of numbers (plan_cases.cpp), a third in each language: the native program and the one linked as the released
// page is give the same checks, numbers, schedules, reports, JSON, differences, merges and workbooks. `FANGLUE_PLANS=100000` looks longer.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const wasm = path.join(process.env.WASM_BUILD ?? 'build/web-release', 'tests/wasm/plan_digest.js');
const native = 'build/native/tests/wasm/plan_digest';
const count = Number(process.env.FANGLUE_PLANS ?? 2000);
const commands = { native: [native], wasm: [process.execPath, '--no-experimental-fetch', wasm] };

function lines_of([program, ...before], ...args) {
    return new Promise((resolve) => {
        const child = spawn(program, [...before, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
        let out = '';
        let err = '';
        child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
        child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
        child.on('close', (code) => resolve({ lines: out.split('\n'), end: code === 0 ? '' : err.trim().split('\n')[0] }));
    });
}

// The first line in which the two programs' words about one plan differ.
function difference(number) {
    const show = ([program, ...before]) => {
        try {
            return execFileSync(program, [...before, 'show', number], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' }).split('\n');
        } catch (error) {
            return [...String(error.stdout).split('\n'), `ended: ${String(error.stderr).trim().split('\n')[0]}`];
        }
    };
    const [one, other] = [show(commands.native), show(commands.wasm)];
    const at = one.findIndex((line, i) => line !== other[i]);
    const part = one.slice(0, at).findLast((line) => line.startsWith('==== ')) ?? '';
    return `plan ${number} (${one[0]}) ${part}\nnative: ${one[at]}\nwasm:   ${other[at] ?? 'nothing'}`;
}

test('wasm: the released program computes what the native one does', async (t) => {
    assert.ok(existsSync(native), `${native} is missing; run ./dev build native`);
    const [one, other] = await Promise.all(Object.values(commands).map((command) => lines_of(command, '1', String(count))));
    assert.equal(one.end, '', 'the native program');
    const at = one.lines.findIndex((line, i) => line !== other.lines[i]);
    if (at >= 0) assert.fail(`${difference(one.lines[at].split(' ')[0])}\n${other.end}`);
    assert.equal(one.lines.length, count + 1);
    t.diagnostic(`${count} plans; of each the same ${one.lines[0].match(/[a-z]+(?=:)/g).join(', ')}`);
});
