// Both renderers draw the same picture, and the right one is chosen: WebGL where hardware does it, else the processor.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { click, find, hover, press, reach, type_into } from './harness/actions.mjs';
import { app_idle, app_started, eventually, in_firefox, open_app, open_computer, root } from './harness/app.mjs';
import { compare_pictures } from './harness/pictures.mjs';

const no_webgl = in_firefox && 'Firefox has no WebGL without a screen';

// What the page draws on and with which kind of context.
const drawn_by = (page) =>
    page.evaluate(() => {
        const canvas = document.getElementById('surface') ?? document.getElementById('canvas');
        return canvas.getContext('webgl2') ? 'webgl' : canvas.getContext('2d') ? 'cpu' : 'nothing';
    });

const is_drawn = (page) =>
    page.evaluate(() => {
        const canvas = document.getElementById('surface') ?? document.getElementById('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set(new Uint32Array(data.buffer));
        return canvas.width === innerWidth && colours.size > 50;
    });

// The clock stands still, and so does the room that the browser has used and has left: what the page tells of them is the same in
// both pictures.
function stand_still() {
    StorageManager.prototype.estimate = () => Promise.resolve({ usage: 123456, quota: 1e9 });
    const Real = Date, now = Real.UTC(2026, 5, 1, 2, 30);
    globalThis.Date = class extends Real {
        constructor(...parts) {
            super(...(parts.length ? parts : [now]));
        }
        static now() {
            return now;
        }
    };
}

async function new_plan(page) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

async function show_example(page, origin, renderer) {
    await page.goto(`${origin}/?renderer=${renderer}`);
    await app_started(page);
    assert.equal(await drawn_by(page), renderer);
    const stored = page.getByRole('row', { name: '急诊科社交媒体互动策略计划' });
    const example = page.getByRole('button', { name: '看示例', exact: true });
    const plan = (await stored.count()) > 0 ? stored : example.first();
    await reach(page, plan);
    await plan.click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    // Reports are shown by the browser itself, not drawn.
    await page.addStyleTag({ content: 'iframe { visibility: hidden }' });
    await eventually(async () => /已保存/.test(await page.getByRole('status').first().textContent()), 'the plan to be saved');
}

// Chromium on Linux hints letters below a density of 1.5, by what it takes for the density when a font is first used: for an
// emulated density that is chance, different each time. (A real screen's is known from the start.) So nothing is hinted.
async function without_hinting(t) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'fanglue-fonts-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'fonts.conf');
    const edit = (target) => `<match target="${target}"><edit name="hinting" mode="assign"><bool>false</bool></edit>
        <edit name="hintstyle" mode="assign"><const>hintnone</const></edit><edit name="autohint" mode="assign"><bool>false</bool></edit></match>`;
    await writeFile(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${edit('pattern')}${edit('font')}</fontconfig>`);
    return { ...process.env, FONTCONFIG_FILE: file };
}

// What is compared besides every page: a dialog with its shade, a menu, a selected row with its fields, a tooltip.
const extra_views = {
    'search box': async (page) => press(page, 'ControlOrMeta+K'),
    theme: async (page) => {
        await press(page, 'Escape');
        await click(page, 'button', '外观');
    },
    selection: async (page) => {
        await press(page, 'Escape');
        await click(page, 'link', '任务与进度');
        await page.getByRole('row').nth(2).click({ force: true });
    },
};

// The largest difference of a channel that was measured: 9, on slanted edges; elsewhere 3 (Chromium's SwiftShader). GPUs place
// corners on coarser or finer grids than 1/256 pixel, and smooth edges are one pixel wide: 16 leaves room for that.
const EDGE_TOLERANCE = 16;

// Every page once; otherwise, unless FANGLUE_EFFORT=full, those that have icons, charts, bars and chips, and dark only at the density
// where edges differ most. Screenshots take long.
const full = process.env.FANGLUE_EFFORT === 'full';
for (const [density, color_scheme] of [[1, 'light'], [1.25, 'light'], [2, 'dark'], ...(full ? [[1, 'dark']] : [])]) {
    const everything = density === 1 || full;
    const shows_every_kind = density > 1 ? /任务/ : /总览|任务|风险/;
    test(`renderers: the same picture of ${everything ? 'every page' : 'some pages'} at density ${density}, ${color_scheme}`, { skip: no_webgl }, async (t) => {
        const env = await without_hinting(t);
        const screen = { width: 1440, height: density > 1 ? 600 : 900 };
        const computer = await open_computer(t, { init_script: stand_still, screen, deviceScaleFactor: density, color_scheme, env });
        const page = await computer.open('/?renderer=cpu');
        const pictures = { cpu: new Map(), webgl: new Map() };
        for (const renderer of Object.keys(pictures)) {
            await show_example(page, computer.origin, renderer);
            const take = async (name) => {
                await page.mouse.move(3, 3);
                await app_idle(page);
                pictures[renderer].set(name, await page.screenshot());
            };
            const names = await page.getByRole('navigation').getByRole('link').allTextContents();
            assert.ok(names.length >= 15);
            for (const name of names) {
                if (!everything && !shows_every_kind.test(name)) continue;
                await page.getByRole('link').filter({ hasText: name }).first().click({ force: true });
                await take(name);
            }
            for (const [name, action] of Object.entries(extra_views)) {
                await action(page);
                await take(name);
            }
        }
        let worst = 0;
        for (const [name, picture] of pictures.cpu) {
            const { largest, beyond, first, width } = await compare_pictures(page, picture, pictures.webgl.get(name), EDGE_TOLERANCE);
            assert.equal(width, screen.width * density);
            worst = Math.max(worst, largest);
            if (beyond === 0) continue;
            const folder = path.join(root, 'build/screenshots');
            await mkdir(folder, { recursive: true });
            for (const [renderer, taken] of Object.entries(pictures)) await writeFile(path.join(folder, `renderers-${renderer}.png`), taken.get(name));
            assert.fail(`${name}: ${beyond} pixels differ by up to ${largest}, the first at ${JSON.stringify(first)}; see build/screenshots`);
        }
        t.diagnostic(`largest difference of a channel: ${worst}`);
    });
}

test('renderers: without a GPU the processor draws; the address and then the memory of it decide otherwise', { skip: no_webgl }, async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    assert.equal(await drawn_by(page), 'cpu');
    assert.ok(await is_drawn(page));
    // The context that was tried may be lost without anybody noticing.
    await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
    await new Promise((resolve) => setTimeout(resolve, 2500));  // as long as the page waits for a context that it uses
    assert.equal(await page.evaluate(() => document.querySelectorAll('canvas').length), 2);
    await new_plan(page);
    assert.ok(await is_drawn(page));
    for (const [address, expected] of [['/?renderer=webgl', 'webgl'], ['/', 'webgl'], ['/?renderer=auto', 'cpu'], ['/', 'cpu']]) {
        await page.goto(computer.origin + address);
        await app_started(page);
        assert.equal(await drawn_by(page), expected, address);
    }
});

test('renderers: a browser without WebGL works', async (t) => {
    const { page } = await open_app(t, { args: ['--disable-3d-apis'] });
    assert.equal(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')), null);
    await new_plan(page);
    await click(page, 'link', '任务与进度');
    await page.getByRole('row').nth(2).click({ force: true });
    await type_into(page, '任务名称', '没有图形加速也能用');
    assert.ok(await is_drawn(page));
    await page.setViewportSize({ width: 1024, height: 700 });
    await eventually(() => is_drawn(page), 'the picture in the new size');
});

test('renderers: a WebGL context that comes back is used again; one that stays away gives way to the processor', { skip: no_webgl }, async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open('/?renderer=webgl');
    const before = await page.screenshot();
    const same_as_before = async () => {
        await app_idle(page);
        return (await compare_pictures(page, before, await page.screenshot(), EDGE_TOLERANCE)).beyond === 0;
    };
    await page.evaluate(() => {
        window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.lost.loseContext();
    });
    await page.evaluate(() => new Promise((done) => setTimeout(() => { window.lost.restoreContext(); done(); })));
    await eventually(same_as_before, 'the picture in the restored context');
    assert.equal(await drawn_by(page), 'webgl');

    await page.evaluate(() => window.lost.loseContext());
    await eventually(() => page.evaluate(() => document.getElementById('surface') !== null), 'the second canvas');
    assert.equal(await drawn_by(page), 'cpu');
    assert.ok(await eventually(same_as_before, 'the picture by the processor'));
    await hover(page, 'button', '外观');
    await new_plan(page);
    await page.setViewportSize({ width: 1024, height: 700 });
    await eventually(() => is_drawn(page), 'the picture in the new size');
});

test('renderers: in full screen, by command, the picture fills the screen; and back', async (t) => {
    const { page } = await open_app(t);
    await new_plan(page);
    const toggle = async () => {
        await press(page, 'ControlOrMeta+K');
        await page.keyboard.insertText('全屏');
        await app_idle(page);
        await press(page, 'Enter');
    };
    const is_full = () => page.evaluate(() => document.fullscreenElement === document.documentElement);
    assert.equal(await is_full(), false);
    await toggle();
    await eventually(is_full, 'full screen');
    await eventually(() => is_drawn(page), 'the picture in that size');
    assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('mirror')).visibility), 'visible');
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await toggle();
    await eventually(async () => !(await is_full()), 'the window again');
    await eventually(() => is_drawn(page), 'the picture in the window');
});
