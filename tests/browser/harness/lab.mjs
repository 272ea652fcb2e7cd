// tests/browser/harness/lab.mjs: the platform's own test page (tests/platform/lab), which logs every event it gets.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app_idle, eventually, open_app, open_computer, root } from './app.mjs';
import { find } from './actions.mjs';

const build = path.join(root, 'build/web-release/lab');
export const no_lab = existsSync(path.join(build, 'page/fanglue.js')) ? false : 'platform_lab is not built; run ./dev build';

// Nodes of the lab by what they are for; see tests/platform/lab/main.cpp.
export const keys = { plus: 10, toggle: 11, hide: 12, clear: 13, name: 20, text: 21, tidy: 22, search: 23, number: 24, date: 25 };

// Packed once for all tests of a file.
let packed = null;
function pack() {
    if (packed) return packed;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'fanglue-lab-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    packed = path.join(folder, 'lab');
    execFileSync('node', ['web/pack.mjs', build, packed], { cwd: root });
    return packed;
}

export function lab_computer(t, options = {}) {
    return open_computer(t, { folder: pack(), ...options });
}

export function open_lab(t, options = {}) {
    return open_app(t, { folder: pack(), ...options });
}

// The events since the log was cleared, oldest first.
export async function events(page) {
    await app_idle(page);
    const lines = await page.locator('#n900').textContent();
    return lines.split('\n').filter(Boolean);
}

export async function clear_events(page) {
    await page.locator('#n13').evaluate((element) => element.click());
    await app_idle(page);
}

// Waits for a line that matches and returns it.
export function event(page, pattern) {
    return eventually(async () => (await events(page)).find((line) => pattern.test(line)), `an event ${pattern}`);
}

// Lets the lab's program ask the platform for something; see Lab::command.
export async function ask(page, command) {
    await page.locator('#n26').evaluate((field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, command);
    await app_idle(page);
    await page.locator('#n14').evaluate((element) => element.click());
    await app_idle(page);
}

export const button = (page, name) => find(page, 'button', name);
export const field = (page, name) => page.getByLabel(name, { exact: true });
