// The browser is killed at random moments while somebody edits: what was said to be saved is there, and nothing is damaged.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { edit_without_end, fields, kill_browser, messages, new_plan, number_in, open_the_plan, random_numbers, rounds, value_of } from './harness/editing.mjs';
import { eventually, open_computer } from './harness/app.mjs';

test('faults: kill -9 while editing loses no acknowledged edit', async (t) => {
    const computer = await open_computer(t);
    const random = random_numbers(20260305);
    const kills = rounds(8, 200);
    let page = await computer.open();
    await new_plan(page);
    let written = 0, acknowledged = 0, lost = 0, damaged = 0, unacknowledged_kept = 0, edits = 0;
    for (let round = 0; round < kills; ++round) {
        const before = acknowledged;
        await edit_without_end(page, written + 1, (number, is_saved) => {
            written = Math.max(written, number);
            if (is_saved) acknowledged = Math.max(acknowledged, number);
        });
        const wanted = before + 1 + Math.floor(3 * random());
        await eventually(() => acknowledged >= wanted, 'edits to be saved');
        await pause(40 * random());
        await kill_browser(computer);
        edits += acknowledged - before;
        page = await computer.open();
        const said = (await messages(page)).filter((text) => /损坏|找不回来|找不到|丢失|读不出/.test(text));
        await open_the_plan(page);
        const found = number_in(await value_of(page, fields.title));
        if (found < acknowledged) ++lost;
        if (found > acknowledged) ++unacknowledged_kept;
        if (said.length > 0) { ++damaged; t.diagnostic(`round ${round}: ${said.join(' | ')}`); }
        written = Math.max(written, found);
        acknowledged = Math.max(found, acknowledged);
    }
    t.diagnostic(`${kills} kills, ${edits} acknowledged edits: ${lost} kills lost one, ${damaged} damaged a plan; ${unacknowledged_kept} kept an edit that was not acknowledged yet`);
    assert.equal(lost, 0);
    assert.equal(damaged, 0);
    assert.ok(edits > kills, 'the edits went on while the browser was killed');
});
