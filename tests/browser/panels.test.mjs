// Every panel, as assistive technology and unusual screens see it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { accessibility_violations } from './harness/accessibility.mjs';
import { click, find, press, screenshot } from './harness/actions.mjs';
import { app_idle, open_app } from './harness/app.mjs';

async function open_example(page) {
    await page.getByRole('button', { name: '看示例', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
}

async function pages_of(page) {
    const links = page.getByRole('navigation').getByRole('link');
    return (await links.all()).length === 0 ? [] : links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label') ?? link.textContent));
}

async function each_panel(page, look) {
    const names = await pages_of(page);
    assert.ok(names.length >= 10, `pages: ${names}`);
    for (const name of names) {
        await click(page, 'link', name);
        const tabs = await page.getByRole('tab').evaluateAll((all) => all.map((tab) => tab.getAttribute('aria-label') ?? tab.textContent));
        await look(name);
        for (const tab of tabs.slice(1)) {
            // What the first tab shows may have tabs of its own.
            if (await page.getByRole('tab', { name: tab, exact: true }).count() === 0) await click(page, 'tab', tabs[0]);
            await click(page, 'tab', tab);
            await look(`${name} · ${tab}`);
        }
    }
}

async function faults(page, place, { axe = true } = {}) {
    const found = axe ? (await accessibility_violations(page)).map((line) => `${place}: ${line}`) : [];
    const undescribed = await page.evaluate(() => window.fanglue.undescribed());
    return undescribed ? [...found, `${place}: not described: ${undescribed}`] : found;
}

test('panels: axe-core has nothing to say about any, and each thing to click is described', async (t) => {
    const { page } = await open_app(t);
    const found = await faults(page, 'start');
    await open_example(page);
    let panels = 0;
    await each_panel(page, async (name) => {
        // With a row of the page's table selected, the inspector shows its form.
        const row = page.getByRole('row').nth(1);
        if (await row.count()) {
            await row.click({ force: true });
            await app_idle(page);
        }
        found.push(...(await faults(page, name)));
        panels += 1;
    });
    t.diagnostic(`${panels} panels`);
    assert.deepEqual([...new Set(found)], []);
});

test('panels: dialogs and menus are whole to assistive technology', async (t) => {
    const { page } = await open_app(t);
    await open_example(page);
    const found = [];
    await click(page, 'button', '语言');
    found.push(...(await faults(page, 'language menu')));
    await press(page, 'Escape');
    await click(page, 'link', '自查与整改');
    await page.getByRole('button', { name: '开始自查', exact: true }).first().click({ force: true });
    await app_idle(page);
    assert.equal(await page.getByRole('dialog').count(), 1);
    found.push(...(await faults(page, 'inspection dialog')));
    await press(page, 'Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.deepEqual(found, []);
});

// Everything to act on is on screen, or comes there when it gets the focus.
function out_of_reach(page, place) {
    return page.evaluate(async (name) => {
        const seen = (low, high, end) => Math.min(high, end) - Math.max(low, 0) >= Math.min(8, high - low);
        const is_seen = (element) => {
            const box = element.getBoundingClientRect();
            return seen(box.left, box.right, innerWidth) && seen(box.top, box.bottom, innerHeight);
        };
        const missing = [];
        for (const id of [...document.querySelectorAll('#mirror [tabindex="0"]')].filter((element) => !is_seen(element)).map((element) => element.id)) {
            const element = document.getElementById(id);
            if (!element) continue;  // a row that has been scrolled away
            element.focus();
            await window.fanglue.idle();
            if (element.isConnected && !is_seen(element)) missing.push(`${name}: out of reach: ${element.ariaLabel || element.textContent}`);
        }
        return missing;
    }, place);
}

// What axe-core looks at depends on the layout only, which the phone has to itself. Colours change none: of forced ones
// fields.test.mjs holds that they are drawn. That nothing is cut, covered or out of reach in any view, the gallery's test sees.
for (const [what, options, axe] of [
    ['a zoom of 200 %', { screen: { width: 720, height: 450 }, deviceScaleFactor: 2 }, false],
    ['a phone', { screen: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true }, true],
]) {
    test(`panels: every panel can be reached and read with ${what}`, async (t) => {
        const { page } = await open_app(t, options);
        await open_example(page);
        const found = [];
        const menu = page.getByRole('button', { name: '打开或收起导航', exact: true });
        const names = await (async () => {
            if (await menu.count()) await click(page, 'button', '打开或收起导航');
            return pages_of(page);
        })();
        assert.ok(names.length >= 10, `pages: ${names}`);
        for (const [index, name] of names.entries()) {
            if (index > 0 && (await menu.count())) await click(page, 'button', '打开或收起导航');
            await click(page, 'link', name);
            found.push(...(await faults(page, name, { axe })), ...(await out_of_reach(page, name)));
            await screenshot(page, `panels-${what.replaceAll(/\W+/g, '-')}-${index}`);
        }
        assert.deepEqual([...new Set(found)], []);
    });
}
