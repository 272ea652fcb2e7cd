// The page goes away in the very moment of an edit: nothing typed is lost, not even what no transaction could store.
import assert from 'node:assert/strict';
import test from 'node:test';
import { find } from './harness/actions.mjs';
import { close_messages, edit, fields, new_plan, open_the_plan, random_numbers, rounds, value_of, write } from './harness/editing.mjs';
import { app_started, open_computer } from './harness/app.mjs';

// Writes and leaves within one task: no frame and no transaction can come between.
const write_and = (page, text, leave) => find(page, 'textbox', fields.title).evaluate((element, [value, how]) => {
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    if (how === 'reload') location.reload();
    else if (how === 'navigate') location.href = 'about:blank';
}, [text, leave]).catch(() => {});

test('faults: close, navigate or reload right after an edit loses nothing', async (t) => {
    const computer = await open_computer(t);
    const random = random_numbers(7);
    let page = await computer.open();
    await new_plan(page);
    const counts = { reload: 0, navigate: 0, close: 0, typing: 0 };
    const total = rounds(8, 100);
    let lost = 0;
    for (let round = 0; round < total; ++round) {
        const how = Object.keys(counts)[round % 4];
        counts[how] += 1;
        const text = `第 ${round} 轮，${how}`;
        if (random() < 0.3) await edit(page, fields.department, `科室 ${round}`);
        if (how === 'typing') {
            // As a person types: the last letters wait for a pause when the page is closed.
            await find(page, 'textbox', fields.title).click({ force: true });
            await page.keyboard.press('ControlOrMeta+A');
            await page.keyboard.insertText(text);
            await page.close({ runBeforeUnload: true });
        } else if (how === 'close') {
            await write(page, fields.title, text);
            await page.close({ runBeforeUnload: true });
        } else {
            const gone = how === 'reload' ? page.waitForEvent('load') : page.waitForURL('about:blank');
            await write_and(page, text, how);
            await gone;
        }
        if (how === 'reload') await app_started(page);
        else page = await computer.open();
        await open_the_plan(page);
        const found = await value_of(page, fields.title);
        if (found !== text) { ++lost; t.diagnostic(`${how}: found “${found}” for “${text}”`); }
        await close_messages(page);
    }
    t.diagnostic(`${total} times left right after an edit (${JSON.stringify(counts)}): ${lost} lost`);
    assert.equal(lost, 0);
});
