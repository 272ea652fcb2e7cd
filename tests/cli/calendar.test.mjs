// Calendars as others read them: ical.js takes what planner writes, and reckons the same days.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { example, file, output, planner, read, root, template_ids } from './planner.mjs';

const require = createRequire(`${root}tests/browser/package.json`);
let ICAL;
try {
    ICAL = (await import(pathToFileURL(require.resolve('ical.js')))).default;
} catch {
    // The packages here are older than the list; `./dev unit` brings them up to date.
}
const with_reader = { skip: ICAL ? false : 'ical.js is not installed' };

const calendar = (plan, ...options) => output(['export', plan, '--format', 'ics', '--on', '2026-07-15', ...options]);
const events_of = (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one, { exceptions: [] }));

test('calendar: every example is read whole, each event with its text and days', with_reader, () => {
    for (const id of template_ids) {
        const plan = JSON.parse(read(example(id)));
        const events = events_of(calendar(example(id)));
        assert.ok(events.length > 0, id);
        const by_uid = new Map(events.filter((one) => !one.isRecurrenceException()).map((one) => [one.uid, one]));
        for (const task of plan.tasks) {
            const event = by_uid.get(`task-${task.id}@${plan.id}.fanglue`);
            if (!task.start && !task.finish) {
                assert.equal(event, undefined);
                continue;
            }
            assert.equal(event.startDate.toString(), task.start ?? task.finish);
            const last = event.endDate.clone(); // the day behind it
            last.adjust(-1, 0, 0, 0);
            assert.equal(last.toString(), task.finish ?? task.start);
            assert.ok(event.summary.startsWith(task.title.slice(0, 90)));
        }
        const meetings = (plan.monitoring ?? []).filter((one) => /每(周|月|季度)一次/.test(one.frequency ?? ''));
        for (const one of meetings) assert.ok(by_uid.get(`monitoringMechanism-${one.id}@${plan.id}.fanglue`).isRecurring(), one.name);
    }
});

test('calendar: a monthly meeting on days that are off moves to the next working day', with_reader, () => {
    const plan = JSON.parse(read(example('emergency-social-media')));
    plan.cover = { ...plan.cover, start: '2026-01-05', finish: '2026-12-31' };
    plan.monitoring = [{ id: 'm1', order: 'a', name: '月度例会', kind: 'meeting', frequency: '每月5日' }];
    const events = events_of(calendar(file(JSON.stringify(plan)))).filter((one) => one.uid.startsWith('monitoringMechanism-m1@'));
    const meeting = events.find((one) => !one.isRecurrenceException());
    for (const one of events.filter((event) => event.isRecurrenceException())) meeting.relateException(one);
    const days = [], walk = meeting.iterator();
    for (let next; (next = walk.next()); ) days.push(meeting.getOccurrenceDetails(next).startDate.toString());
    // Reckoned by hand from the arrangement of 2026 (国办发明电〔2025〕): weekends, Qingming, Labour Day, National Day.
    assert.deepEqual(days, ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-07', '2026-05-06', '2026-06-05', '2026-07-06', '2026-08-05',
        '2026-09-07', '2026-10-08', '2026-11-05', '2026-12-07']);
});

test('calendar: hostile texts stay texts', with_reader, () => {
    const plan = JSON.parse(read(example('emergency-social-media')));
    const hostile = `END:VEVENT\nBEGIN:VALARM,;:\\"=cmd()<script>\u202e\u0001😀${'长'.repeat(300)}\\n`;
    plan.tasks = plan.tasks.map((task) => ({ ...task, title: hostile.replace('\n', ' ').replace('\u0001', ''), description: hostile.replace('\u0001', '') }));
    const text = calendar(file(JSON.stringify(plan)));
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')));
    const tasks = events_of(text).filter((one) => one.uid.startsWith('task-'));
    assert.ok(tasks.length > 3);
    for (const one of tasks) {
        assert.ok(one.description.includes(`END:VEVENT\nBEGIN:VALARM,;:\\"=cmd()<script>😀长`));
        assert.equal(one.component.getAllSubcomponents().length, 0);
    }
});

test('calendar: the same plan gives the same file, a later export a higher sequence', () => {
    const plan = example('emergency-social-media');
    assert.equal(calendar(plan), calendar(plan));
    const sequence = (day) => Number(output(['export', plan, '--format', 'ics', '--on', day]).match(/^SEQUENCE:(\d+)/m)[1]);
    assert.equal(sequence('2026-07-16') - sequence('2026-07-15'), 1);
});

test('calendar: a plan in which nothing has a day is refused in words', () => {
    const plan = file(JSON.stringify({ format: 'fanglue-plan', version: '1.0', id: 'p1' }));
    const run = planner(['export', plan, '--format', 'ics']);
    assert.notEqual(run.status, 0);
});
