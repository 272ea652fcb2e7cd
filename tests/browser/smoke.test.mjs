// The page starts, says nothing bad, rests when nobody acts, and asks no other origin for anything.
import assert from 'node:assert/strict';
import test from 'node:test';
import { app_idle, frames_drawn, open_app } from './harness/app.mjs';
import { screenshots } from './harness/actions.mjs';
import { open_tasks } from './harness/editing.mjs';

test('smoke: the page starts, draws and then rests', async (t) => {
    const { page } = await open_app(t);
    assert.match(await page.title(), /方略/);
    await app_idle(page);
    const before = await frames_drawn(page);
    // The only wait for a length of time: that nothing happens can be seen in no other way.
    await page.waitForTimeout(5000);
    assert.equal(await frames_drawn(page), before, 'frames drawn in five idle seconds');
});

test('smoke: it fits every screen in both themes', async (t) => {
    const { page } = await open_app(t);
    await screenshots(page, 'start');
});

test('smoke: every page of an example with members is shown', async (t) => {
    const page = await open_tasks(t);
    const names = await page.getByRole('navigation').getByRole('link').allTextContents();
    assert.ok(names.length >= 15, `${names.length} pages`);
    for (const name of names) {
        await page.getByRole('link').filter({ hasText: name }).first().click({ force: true });
        await app_idle(page);
    }
});
