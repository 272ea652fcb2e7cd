// Two and three tabs with random edits: only one writes, the others follow and take over, and no edit that was saved is
// overwritten by what another tab still believed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, find } from './harness/actions.mjs';
import { edit, fields, new_plan, open_the_plan, random_numbers, rounds, save_state, saved, value_of, write } from './harness/editing.mjs';
import { app_idle, app_started, eventually, open_computer } from './harness/app.mjs';

const names = [fields.title, fields.department, fields.organizer];

async function another_tab(computer) {
    const page = await computer.browser.newPage();
    await page.goto(computer.origin);
    await app_started(page);
    await open_the_plan(page);
    return page;
}

const reads = async (page) => /^另一个窗口/.test(await save_state(page));

for (const tabs of [2, 3]) {
    test(`faults: ${tabs} tabs and random edits overwrite nothing`, async (t) => {
        const computer = await open_computer(t);
        const random = random_numbers(100 + tabs);
        const first = await computer.open();
        await new_plan(first);
        const pages = [first];
        while (pages.length < tabs) pages.push(await another_tab(computer));
        const stored = new Map();
        for (const name of names) stored.set(name, await value_of(first, name));
        let edits = 0, refused = 0, takeovers = 0, overwritten = 0;
        const check = async (page) => {
            for (const [name, value] of stored) {
                const right = await eventually(async () => (await value_of(page, name)) === value, 'the other tab’s edit', 5000).catch(() => false);
                if (!right) { ++overwritten; t.diagnostic(`“${await value_of(page, name)}” instead of “${value}”`); }
            }
        };
        for (let round = 0; round < rounds(12, 120); ++round) {
            const page = pages[Math.floor(random() * pages.length)];
            const name = names[Math.floor(random() * names.length)];
            const text = `第 ${round} 轮，${name}`;
            if (await reads(page)) {
                // A reader shows what the writer stored, and lets nobody type.
                await check(page);
                const field = find(page, 'textbox', name);
                assert.ok((await field.count()) === 0 || !(await field.isEditable()), 'a reader cannot be typed into');
                ++refused;
            } else {
                await edit(page, name, text);
                stored.set(name, text);
                ++edits;
            }
            if (random() < 0.25) {
                // The writer goes, now and then in the middle of an edit; another tab goes on with all of it.
                const writer = (await Promise.all(pages.map(reads))).indexOf(false);
                if (random() < 0.5) {
                    await write(pages[writer], name, text + '（未等保存）');
                    stored.set(name, text + '（未等保存）');
                }
                await pages[writer].close({ runBeforeUnload: true });
                pages.splice(writer, 1);
                await eventually(async () => (await Promise.all(pages.map(reads))).includes(false), 'another tab to take over');
                ++takeovers;
                for (const other of pages) await check(other);
                pages.push(await another_tab(computer));
            }
        }
        for (const page of pages) await check(page);
        t.diagnostic(`${tabs} tabs: ${edits} edits, ${refused} times a reader was looked at, ${takeovers} takeovers, ${overwritten} overwritten`);
        assert.equal(overwritten, 0);
        assert.ok(edits > 0 && takeovers > 0);
    });
}

test('faults: two writers in a browser without locks keep both, each as a plan', async (t) => {
    const computer = await open_computer(t);
    await computer.start_browser();
    await computer.before_the_page(() => { Object.defineProperty(navigator, 'locks', { value: undefined }); });
    const first = await computer.open();
    await new_plan(first);
    await edit(first, fields.title, '共同的开头');
    const second = await another_tab(computer);
    await edit(first, fields.title, '第一个窗口的修改');
    await edit(second, fields.title, '第二个窗口的修改');
    await edit(first, fields.department, '第一个窗口的科室');
    await edit(second, fields.department, '第二个窗口的科室');
    await second.close();
    await first.reload();
    await app_started(first);
    await first.getByRole('grid', { name: '本机计划' }).getByRole('row').nth(1).click({ force: true });
    await find(first, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(first);
    await saved(first);
    await click(first, 'button', '回到开始页');
    const rows = await eventually(async () => {
        const found = await first.getByRole('grid', { name: '本机计划' }).getByRole('row').evaluateAll((all) => all.slice(1).map((row) => row.getAttribute('aria-label')));
        return found.length === 2 && found;
    }, 'two plans');
    t.diagnostic(rows.join('、'));
    assert.ok(rows.some((row) => row.startsWith('第一个窗口的修改')) && rows.some((row) => row.startsWith('第二个窗口的修改')), rows.join());
});
