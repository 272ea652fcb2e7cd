// Runs planner, the program named by PLANNER.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.PLANNER;
assert.ok(program, 'set PLANNER to the program under test');

export const template_ids = ['account-management', 'consortium-brand', 'emergency-social-media', 'microblog-operation', 'self-inspection'];
export const example = (id) => path.join(root, 'assets/examples', `${id}.json`);

export function planner(args, input = '') {
    const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(error, undefined);
    // «key» stands for a text that the language file lacks.
    assert.doesNotMatch(stdout + stderr, /«[a-z-]+\./);
    return { status, stdout, stderr };
}

// What planner prints when it must end well.
export function output(args, input) {
    const { status, stdout, stderr } = planner(args, input);
    assert.equal(status, 0, stderr);
    return stdout;
}

const folder = mkdtempSync(path.join(tmpdir(), 'planner-test-'));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
// The path of a file that does not exist yet, or of a new one that holds the text.
export function file(text) {
    const name = path.join(folder, `${++files}.json`);
    if (text !== undefined) writeFileSync(name, text);
    return name;
}
export const read = (name) => readFileSync(name, 'utf8');
export const scratch = folder;
