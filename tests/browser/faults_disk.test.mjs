// The disk is full: said within two seconds, export offered at once, and everything is stored when there is room again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { click, download } from './harness/actions.mjs';
import { fields, new_plan, open_the_plan, rounds, save_alert, save_state, saved, value_of, write } from './harness/editing.mjs';
import { app_idle, app_started, chromium_only, eventually, open_computer } from './harness/app.mjs';

// Writes what cannot be stored; returns after how many ms the interface said so.
async function fail_to_store(page, text) {
    await write(page, fields.introduction, text);
    const begin = performance.now();
    await save_alert(page).waitFor({ state: 'attached', timeout: 20_000 });
    return performance.now() - begin;
}

async function exported(page) {
    const file = await download(page, () => page.getByRole('button', { name: '立即导出' }).click({ force: true }));
    return JSON.parse(file.bytes.toString('utf8'));
}

const long_text = (number) => `第 ${number} 次修改。` + '背景与目的。'.repeat(3000);

test('faults: the browser gives no more room', { skip: chromium_only }, async (t) => {
    // The build that the service worker keeps counts too; here it would take all the room.
    const computer = await open_computer(t);
    await computer.start_browser();
    await computer.before_the_page(() => { delete Navigator.prototype.serviceWorker; });
    const page = await computer.open();
    const session = await page.context().newCDPSession(page);
    // Before the first write: Chromium remembers for half a minute how much room there is.
    await session.send('Storage.overrideQuotaForOrigin', { origin: computer.origin, quotaSize: 700_000 });
    await new_plan(page);
    let stored = 0, time = 0;
    for (; time === 0; ++stored) {
        assert.ok(stored < 60, 'it must be full some time');
        await write(page, fields.introduction, long_text(stored));
        const begin = performance.now();
        await app_idle(page);
        const state = await eventually(async () => {
            const said = await save_state(page);
            return /^(已保存|没有保存)/.test(said) && said;
        }, 'an answer');
        if (state.startsWith('没有保存')) time = performance.now() - begin;
    }
    await save_alert(page).waitFor({ state: 'attached' });
    assert.match(await save_state(page), /^没有保存：硬盘或浏览器的存储空间已满/);
    assert.equal((await exported(page)).cover.introduction, long_text(stored - 1));
    t.diagnostic(`full after ${stored} edits: reported after ${Math.round(time)} ms`);
    assert.ok(time < 2000);
    await session.send('Storage.overrideQuotaForOrigin', { origin: computer.origin });
    await click(page, 'button', '再试一次');
    await saved(page);
    await page.reload();
    await app_started(page);
    await open_the_plan(page);
    assert.equal(await value_of(page, fields.introduction), long_text(stored - 1));
});

// Mounts a file system of its own where the profile will be, if this user may; null otherwise.
function small_disk(folder, megabytes) {
    try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder], { stdio: 'ignore' });
    } catch {
        return null;
    }
    const filler = path.join(folder, 'filler');
    return {
        fill() {
            const file = openSync(filler, 'w');
            for (const size of [1 << 20, 1 << 12]) {
                const block = Buffer.alloc(size, 1);
                try {
                    for (;;) if (writeSync(file, block) < size) break;
                } catch { /* full */ }
            }
            closeSync(file);
            return statfsSync(folder).bavail;
        },
        free: () => rmSync(filler, { force: true }),
        unmount: () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }),
    };
}

test('faults: the disk under the browser is full', async (t) => {
    let disk = null;
    const computer = await open_computer(t, { prepare_profile: (folder) => { disk = small_disk(folder, 96); return disk?.unmount; } });
    if (!disk) return t.skip('this user may not mount a small disk');
    const page = await computer.open();
    await new_plan(page);
    const times = [];
    let text = '';
    for (let round = 0; round < rounds(1, 10); ++round) {
        assert.equal(disk.fill(), 0);
        text = long_text(round);
        times.push(await fail_to_store(page, text));
        t.diagnostic(`reported: ${await save_state(page)}`);
        assert.equal((await exported(page)).cover.introduction, text);
        disk.free();
        // By the button, unless the page's own next try was faster and took the button away.
        await Promise.race([saved(page), click(page, 'button', '再试一次').catch(() => {}).then(() => saved(page))]);
    }
    t.diagnostic(`${times.length} times full: reported after at most ${Math.round(Math.max(...times))} ms`);
    assert.ok(Math.max(...times) < 2000);
    await app_idle(page);
    await computer.close_browser();
    const again = await computer.open();
    await open_the_plan(again);
    assert.equal(await value_of(again, fields.introduction), text);
});
