// planner schedule: its stable form, on the examples and on a small plan that is reckoned by hand.
import assert from 'node:assert/strict';
import test from 'node:test';
import { example, file, planner, read } from './planner.mjs';

const schedule = (...words) => {
    const { status, stdout, stderr } = planner(['schedule', ...words, '--json']);
    assert.equal(stderr, '');
    return { status, ...JSON.parse(stdout) };
};

test('schedule: each task of each example once, with days and floats that fit together', () => {
    for (const name of ['emergency-social-media', 'account-management', 'consortium-brand', 'microblog-operation', 'self-inspection']) {
        const path = example(name);
        const plan = JSON.parse(read(path)), result = schedule(path);
        assert.deepEqual(Object.keys(result), ['status', 'tasks', 'loops', 'finish']);
        assert.deepEqual(result.tasks.map((task) => task.id).sort(), (plan.tasks ?? []).map((task) => task.id).sort());
        for (const task of result.tasks) {
            if (task.earlyStart === null) continue;
            assert.ok(task.earlyStart <= task.earlyFinish && task.earlyFinish <= result.finish, task.id);
            assert.equal(task.critical, task.totalFloat <= 0);
            assert.ok(task.freeFloat <= task.totalFloat);
            assert.equal(task.lateStart >= task.earlyStart, task.totalFloat >= 0);
        }
    }
});

test('schedule: a slip, a float and a ring, as a program and as a person reads them', () => {
    const { format, version, id } = JSON.parse(read(example('emergency-social-media')));
    const plan = { format, version, id };
    const row = (id, start, finish) => ({ id, order: id, title: id, start, finish });
    plan.tasks = [row('a', '2026-03-02', '2026-03-06'), row('b', '2026-03-05', '2026-03-06'), row('c', '2026-03-02', '2026-03-02')];
    plan.dependencies = [{ id: 'l', order: 'a', successor: 'b', predecessor: 'a' }];
    const result = schedule(file(JSON.stringify(plan)));
    assert.equal(result.status, 0);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => result.tasks.find((task) => task.id === id));
    assert.deepEqual([b.earlyStart, b.earlyFinish, b.slip, b.critical], ['2026-03-09', '2026-03-10', 2, true]);
    assert.deepEqual([a.totalFloat, a.slip, c.totalFloat, c.freeFloat], [0, 0, 6, 6]);
    assert.equal(result.finish, '2026-03-10');
    plan.dependencies.push({ id: 'm', order: 'b', successor: 'a', predecessor: 'b' });
    const ring = file(JSON.stringify(plan));
    assert.deepEqual(schedule(ring).loops, [['a', 'b']]);
    const told = planner(['schedule', ring]);
    assert.equal(told.status, 1);
    assert.match(told.stdout, /a → b → a/);
});
