// A monkey on the page: half a minute here, longer with `./dev monkey [SECONDS] [SEED]`: from five minutes on it must have been everywhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { chromium_only, open_computer } from './harness/app.mjs';
import { monkey_round, plan_pages, prepare, start_names } from './harness/monkey.mjs';

const seconds = Number(process.env.FANGLUE_MONKEY_SECONDS ?? 30), first_seed = Number(process.env.FANGLUE_MONKEY_SEED ?? 1);

test('monkey: whatever is clicked, pressed, typed and pasted, nothing breaks down and everything can be undone', { skip: chromium_only }, async (t) => {
    const computer = await open_computer(t, { init_script: prepare }), page = await computer.open();
    const begin = Date.now(), counts = {}, pages = new Set(), used = new Set();
    let rounds = 0, undone = 0, last = 0;
    // A round that would end too late is not begun.
    for (let seed = first_seed; rounds === 0 || (Date.now() - begin + last) / 1000 < seconds; ++seed) {
        const round_begin = Date.now();
        const round = await monkey_round(page, computer, seed);
        last = Date.now() - round_begin;
        for (const [kind, count] of Object.entries(round.counts)) counts[kind] = (counts[kind] ?? 0) + count;
        round.pages.forEach((name) => pages.add(name));
        used.add(round.start);
        undone += round.undone ?? 0;
        rounds += 1;
    }
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    t.diagnostic(`${rounds} rounds from seed ${first_seed}, ${total} actions: ${Object.entries(counts).map(([kind, count]) => `${count} × ${kind}`).join(', ')}`);
    t.diagnostic(`${undone} steps undone up to the start and redone; ${used.size} of ${start_names.length} starts, ${pages.size} pages`);
    assert.ok(total > 0);
    if (seconds < 300) return;
    const labels = await plan_pages(), seen = new Set([...pages].map((label) => labels.get(label)));
    assert.deepEqual([...new Set(labels.values())].filter((key) => !seen.has(key)), [], 'pages that it has never been on');
    assert.deepEqual(start_names.filter((name) => !used.has(name)), [], 'plans that it has never begun with');
    assert.ok(undone > 0, 'nothing was ever undone');
});
