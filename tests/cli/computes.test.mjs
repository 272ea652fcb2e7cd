// planner status, load, calendar, portfolio, baseline: their stable forms, on a small plan that is reckoned by hand, and
// on the examples.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, read, template_ids } from './planner.mjs';

const json = (...words) => JSON.parse(output([...words, '--json']));

function small_plan() {
    const { format, version, id } = JSON.parse(read(example('emergency-social-media')));
    const plan = { format, version, id };
    plan.cover = { id: 'cover', title: '小计划', start: '2026-02-01', finish: '2026-04-30' };
    plan.people = [{ id: 'p', order: 'a', name: '护士长', minutesPerDay: 60 }];
    const row = (task, start, finish, progress, status) => ({ id: task, order: task, title: task, owner: 'p', start, finish, progress, status });
    plan.tasks = [row('a', '2026-03-02', '2026-03-13', 30, 'running'), row('b', '2026-03-09', '2026-03-20', 0, 'notStarted')];
    plan.tasks[0].effortHours = '20';
    plan.recurringDuties = [{ id: 'd', order: 'a', title: '登记', frequency: '每月5日', owner: 'p' }];
    return plan;
}

test('computes: status: planned against actual, late starts, forecast', () => {
    const status = json('status', file(JSON.stringify(small_plan())), '--on', '2026-03-11');
    assert.deepEqual(status.work, { days: 20, plannedPercent: 55, actualPercent: 15, spi: 0.2727, undated: 0 });
    assert.deepEqual(status.lateStarts.map((task) => [task.id, task.days]), [['b', 3]]);
    assert.deepEqual([status.finish, status.forecastFinish, status.slip, status.cost.cpi], ['2026-03-20', '2026-03-25', 3, null]);
    const told = output(['status', file(JSON.stringify(small_plan())), '--on', '2026-03-17']);
    assert.match(told, /应完成而未完成：1 a，已 2 个工作日/);
});

test('computes: load: minutes against capacity, with what takes them', () => {
    const load = json('load', file(JSON.stringify(small_plan())), '--from', '2026-03-05', '--to', '2026-03-06');
    assert.deepEqual(load.people[0].days, [{ date: '2026-03-05', minutes: 120 }, { date: '2026-03-06', minutes: 120 }]);
    assert.deepEqual(load.overAllocated[0], { date: '2026-03-05', person: 'p', minutes: 120, capacity: 60, causes: [{ record: 'task', id: 'a', title: 'a', minutes: 120 }] });
    assert.deepEqual(load.withoutEffort, ['b']);
    const refused = planner(['load', file(JSON.stringify(small_plan())), '--from', '2026-03-06', '--to', '2026-03-05']);
    assert.equal(refused.status, 3);
    assert.match(refused.stderr, /usage-range/);
});

test('computes: calendar: duties are moved off days off, deadlines are not', () => {
    const calendar = json('calendar', file(JSON.stringify(small_plan())));
    assert.deepEqual([calendar.from, calendar.to], ['2026-02-01', '2026-04-30']);
    assert.deepEqual(calendar.occurrences.filter((item) => item.kind === 'duty').map((item) => [item.date, item.nominal]), [
        ['2026-02-05', '2026-02-05'], ['2026-03-05', '2026-03-05'], ['2026-04-07', '2026-04-05'],
    ]);
    assert.deepEqual(calendar.occurrences.filter((item) => item.kind === 'task-finish').map((item) => item.id), ['a', 'b']);
});

test('computes: baseline: kept in the plan, and compared with by status', () => {
    const kept = file();
    output(['baseline', file(JSON.stringify(small_plan())), '--name', '批准时', '--on', '2026-02-20', '-o', kept]);
    const plan = JSON.parse(read(kept));
    assert.deepEqual(plan.baselineTasks.map((task) => [task.task, task.durationDays]), [['a', 10], ['b', 10]]);
    plan.tasks[1].start = '2026-03-16';
    plan.tasks[1].finish = '2026-03-27';
    const status = json('status', file(JSON.stringify(plan)), '--on', '2026-03-01');
    assert.equal(status.baseline, '批准时');
    assert.deepEqual(status.tasks.map((task) => task.baselineSlip).slice(1), [5]);
    assert.equal(planner(['status', kept, '--baseline', '没有']).status, 2);
    assert.equal(planner(['check', kept, '--on', '2026-03-01']).status <= 1, true);
});

test('computes: portfolio: the plans of a folder, one of them damaged', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'planner portfolio '));
    try {
        for (const id of template_ids) copyFileSync(example(id), path.join(folder, `${id}.json`));
        const portfolio = json('portfolio', folder, '--on', '2026-06-30');
        assert.deepEqual(portfolio.plans.map((plan) => plan.file), template_ids.map((id) => `${id}.json`).sort());
        assert.deepEqual(portfolio.failed, []);
        for (const plan of portfolio.plans) assert.ok(plan.actualPercent === null || plan.actualPercent <= 100);
        writeFileSync(path.join(folder, 'broken.json'), '{');
        const damaged = planner(['portfolio', folder, '--json']);
        assert.equal(damaged.status, 2);
        assert.equal(JSON.parse(damaged.stdout).failed[0].file, 'broken.json');
        assert.equal(planner(['portfolio', path.join(folder, 'none')]).status, 2);
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test('computes: every example, in three languages', () => {
    for (const id of template_ids)
        for (const command of ['status', 'load', 'calendar'])
            for (const language of ['zh-Hans', 'zh-Hant', 'en']) assert.ok(output([command, example(id), '--language', language]).length > 0);
});
