// A computer without any Chinese font: the page brings the glyphs itself, slice by slice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { screenshot } from './harness/actions.mjs';
import { app_idle, eventually, open_app, open_computer } from './harness/app.mjs';

// Some font with Chinese of this machine; "": none is told of.
function chinese_font() {
    try {
        return execFileSync('fc-list', [':charset=65b9', '--format=%{file}\n'], { encoding: 'utf8' }).split('\n')[0];
    } catch {
        return '';
    }
}

// Of this machine's fonts, those without Chinese: whatever they and their files are called, none that has 方. One is offered
// under a name of our own to see that.
async function without_chinese_fonts(t) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-fonts-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'fonts.conf'), chinese = chinese_font();
    if (chinese) await symlink(chinese, path.join(folder, `another${path.extname(chinese)}`));
    await writeFile(
        file,
        `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
        <dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}/cache</cachedir>
        <selectfont><rejectfont><pattern><patelt name="charset"><charset><int>0x65b9</int></charset></patelt></pattern></rejectfont></selectfont>
        </fontconfig>`,
    );
    return { env: { ...process.env, FONTCONFIG_FILE: file } };
}

// How many different pictures the canvas text of some characters makes.
const pictures = (page) =>
    page.evaluate(() => {
        const context = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d');
        context.font = `32px ${getComputedStyle(document.documentElement).fontFamily}`;
        const drawn = [...'方略急诊科计划'].map((character) => {
            context.clearRect(0, 0, 40, 40);
            context.fillText(character, 2, 32);
            return String(context.getImageData(0, 0, 40, 40).data);
        });
        return new Set(drawn).size;
    });

test('fonts: without Chinese fonts the slices that are needed come from the own origin, and are drawn', async (t) => {
    const { computer, page } = await open_app(t, await without_chinese_fonts(t));
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name)).filter((url) => url.pathname.endsWith('.woff2')).map((url) => url.origin));
    assert.ok(asked.length > 0 && asked.length < 90, `${asked.length} slices of a hundred`);
    assert.deepEqual([...new Set(asked)], [computer.origin]);
    t.diagnostic(`${asked.length} slices`);
    assert.equal(await eventually(async () => (await pictures(page)) === 7, 'seven characters that look different'), true);
    await app_idle(page);
    await screenshot(page, 'fonts-web');
});

test('fonts: what is shown is drawn again as soon as its slices arrive', async (t) => {
    const computer = await open_computer(t, await without_chinese_fonts(t));
    await computer.start_browser();
    let arrive;
    const gate = new Promise((resolve) => { arrive = resolve; });
    await computer.browser.route(/\.woff2$/, async (route) => { await gate; await route.continue(); });
    const page = await computer.browser.newPage();
    await page.goto(computer.origin, { waitUntil: 'commit' });  // to be loaded, it would want the slices
    await page.waitForFunction(() => window.fanglue?.frames > 0);
    await app_idle(page);
    const drawn = () => page.evaluate(() => (document.getElementById('surface') ?? document.getElementById('canvas')).toDataURL());
    const before = await drawn();
    assert.equal(await drawn(), before, 'it rests');
    arrive();
    await eventually(async () => (await drawn()) !== before, 'another picture');
});

test('fonts: with a Chinese font nothing of it is asked for', async (t) => {
    const { page } = await open_app(t);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /fonts/.test(name)));
    assert.deepEqual(asked, []);
});
