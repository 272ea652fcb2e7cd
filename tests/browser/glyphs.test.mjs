// What the canvas shows of texts: widths, weights, colours, scripts, at the screen's resolution; and texts that do not fit.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, find, type_into } from './harness/actions.mjs';
import { app_idle, eventually, open_app } from './harness/app.mjs';
import { open_tasks } from './harness/editing.mjs';
import { ask, clear_events, event, no_lab, open_lab } from './harness/lab.mjs';

// Of a part of the program's picture, in CSS pixels: how much darker than its first pixel it is in all, how colourful its most
// colourful pixel is, how many pixels of the screen differ from their neighbours in the same CSS pixel, and all as a text.
const picture = (page, x, y, width, height) =>
    page.evaluate(([...box]) => {
        const canvas = document.getElementById('surface') ?? document.getElementById('canvas');
        const [left, top, wide, high] = box.map((px) => Math.round(px * devicePixelRatio));
        const { data } = canvas.getContext('2d').getImageData(left, top, wide, high);
        const grey = (at) => (data[at] + data[at + 1] + data[at + 2]) / 3;
        let ink = 0, colourful = 0, fine = 0;
        for (let at = 0; at < data.length; at += 4) {
            ink += grey(0) - grey(at);
            colourful = Math.max(colourful, Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]));
            if ((at / 4) % 2 === 0 && Math.floor(at / 4 / wide) % 2 === 0 && grey(at) !== grey(at + 4)) fine += 1;
        }
        return { wide, high, ink, colourful, fine, all: data.join() };
    }, [x, y, width, height]);

// The lab draws the text with 24 px; its width in hundredths, and its picture.
async function width_of(page, text, weight) {
    await clear_events(page);
    await ask(page, `sample ${weight} ${text}`);
    return Number(/^width (\d+)/.exec(await event(page, /^width/))[1]);
}
async function sample(page, text, weight = 'regular') {
    await ask(page, `sample ${weight} ${text}`);
    return picture(page, 640, 288, 80, 34);
}

test('glyphs: digits are of one width, so that columns of numbers stand below each other', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    for (const weight of ['regular', 'bold']) {
        const widths = [];
        for (const digits of ['00000000', '11111111', '23456789', '77777777']) widths.push(await width_of(page, digits, weight));
        assert.equal(new Set(widths).size, 1, `${weight}: ${widths}`);
    }
});

test('glyphs: bold is heavier, emoji have their colours, and every script leaves its own ink', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t);
    const regular = await sample(page, '急诊科');
    assert.ok((await sample(page, '急诊科', 'bold')).ink > 1.15 * regular.ink, 'bold');
    assert.ok(regular.colourful < 40);
    assert.ok((await sample(page, '😀')).colourful > 100);
    const seen = new Set();
    for (const text of ['急', '診', '국', '\u{20BB7}', 'я', 'é', '％', '①']) {
        const drawn = await sample(page, text);
        assert.ok(drawn.ink > 1000, text);
        seen.add(drawn.all);
    }
    assert.equal(seen.size, 8);
});

test('glyphs: on a fine screen they are drawn at its resolution, not enlarged', { skip: no_lab }, async (t) => {
    const { page } = await open_lab(t, { deviceScaleFactor: 2 });
    const { wide, high, fine } = await sample(page, '急诊');
    assert.deepEqual([wide, high], [160, 68]);
    assert.ok(fine > 200, `${fine} of the screen's pixels differ from their neighbour in a CSS pixel`);
});

test('texts: what is cut is shown whole under the pointer, and is whole to assistive technology', async (t) => {
    const page = await open_tasks(t, { screen: { width: 1024, height: 700 } });
    const row = page.getByRole('row', { name: /^1 / });
    const box = await row.boundingBox();
    const around = () => picture(page, box.x + 80, box.y + box.height, 320, 60);
    await page.mouse.move(5, 5);
    await app_idle(page);
    const before = (await around()).all;
    assert.match(await row.getAttribute('aria-label'), /^1 开设并完善急诊科官方账号/);
    await page.mouse.move(box.x + 100, box.y + box.height / 2);
    await eventually(async () => (await around()).all !== before, 'a tooltip below the pointer');
    await page.mouse.move(5, 5);
    await eventually(async () => (await around()).all === before, 'nothing after the pointer has gone');
});

test('texts: a field of several lines grows with what is typed, wrapped or not', async (t) => {
    const { page } = await open_app(t);
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
    await click(page, 'link', '封面与引言');
    const field = find(page, 'textbox', '引言');
    const height = async () => (await field.boundingBox()).height;
    await type_into(page, '引言', '一行');
    const one = await height();
    await page.keyboard.type('写得长一些，长到一行放不下'.repeat(20));
    await app_idle(page);
    const wrapped = await height();
    assert.ok(wrapped > one + 40, `${one} px, then ${wrapped}`);
    for (let line = 0; line < 4; ++line) await page.keyboard.press('Enter');
    await app_idle(page);
    assert.ok((await height()) >= wrapped + 4 * 20, 'empty lines count');
    assert.equal(await field.evaluate((element) => element.scrollHeight <= element.clientHeight + 1), true, 'nothing of it is hidden');
});
