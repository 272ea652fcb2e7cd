// planner import: files of Word, Excel and the rest as others make them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, read, root, scratch } from './planner.mjs';

const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import docx, openpyxl']).status === 0);
const skip = !python && 'no python-docx and openpyxl';

let made = 0;
function make(script, ending, ...args) {
    const place = path.join(scratch, `made-${++made}${ending}`);
    const { status, stderr } = spawnSync(python, [path.join(root, 'tests/cli', script), place, ...args], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return place;
}
const named = (name, bytes) => {
    const place = path.join(scratch, name);
    writeFileSync(place, bytes);
    return place;
};

// The plan, and what was told of it.
function taken(place, ...args) {
    const target = file();
    const { status, stdout, stderr } = planner(['import', place, '--json', '--on', '2026-11-28', '-o', target, ...args]);
    assert.ok(status < 2, stderr);
    return { status, report: JSON.parse(stdout), plan: JSON.parse(read(target)) };
}

test('import: a Word file of others', { skip }, () => {
    const { status, report, plan } = taken(make('make_docx.py', '.docx', 'comments'));
    assert.equal(status, 0);
    assert.deepEqual([report.format, report.insertions, report.deletions, report.dropped], ['docx', 1, 1, ['目录', '引言 1']]);
    assert.equal(plan.cover.title, '门诊导诊改进计划');
    assert.equal(plan.cover.introduction, '本计划为改进导诊而写，自十一月起执行。\n框里的说明。');
    assert.equal(plan.cover.preparedOn, '2026-11-05');
    const name = (id) => plan.people.find((person) => person.id === id).name;
    assert.deepEqual([plan.cover.preparer, plan.cover.reviewer, plan.cover.approver].map(name), ['周平', '吴敏', '郑华']);
    assert.deepEqual(plan.tasks.map(({ title, description }) => [title, description]), [['培训导诊员', '讲解流程'], ['编写讲义', undefined]]);
    assert.equal(plan.tasks[1].parent, plan.tasks[0].id);
    // A merged cell says its text in each of its rows.
    assert.deepEqual(plan.risks.map(({ factor, impactText }) => [factor, impactText]), [['人手不足', '候诊变长'], ['设备故障', '候诊变长']]);
    assert.deepEqual(plan.comments.map(({ author, writtenAt, text, subject }) => [author, writtenAt, text, subject]), [['王芳', '2026-11-21T08:00', '请补上人数。', 'cover']]);
    // Nothing of the text is lost, and nothing that was deleted or hidden comes in.
    const all = JSON.stringify(plan);
    for (const text of ['风险登记表', '高峰时段', '末尾一句。']) assert.ok(all.includes(text), text);
    for (const text of ['删去的话', '看不见的字']) assert.ok(!all.includes(text), text);
});

test('import: our own Word files, by their words', () => {
    for (const id of ['emergency-social-media', 'self-inspection', 'consortium-brand']) {
        const place = path.join(scratch, `${id}.docx`);
        output(['export', example(id), '--format', 'docx', '--on', '2026-07-15', '-o', place]);
        const { plan } = taken(place);
        const source = JSON.parse(read(example(id)));
        assert.equal(plan.cover.title, source.cover.title);
        for (const part of source.cover.introduction.split(/\n+/)) assert.ok(plan.cover.introduction.includes(part), part);
        for (const list of ['indicators', 'publications', 'inquiries']) assert.equal((plan[list] ?? []).length, (source[list] ?? []).length, `${id} ${list}`);
    }
});

test('import: what is known and not read has a sentence on what to do instead', () => {
    const refused = (name, bytes, code) => {
        const { status, stderr } = planner(['import', named(name, bytes)]);
        assert.equal(status, 2);
        assert.match(stderr, new RegExp(`[\\u4e00-\\u9fff].* \\[${code}\\]`));
    };
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    refused('a.doc', ole, 'format-old-word');
    refused('a.wps', ole, 'format-old-word');
    refused('a.xls', ole, 'format-old-excel');
    refused('a.docx', Buffer.concat([ole, Buffer.from('EncryptedPackage\0', 'utf16le')]), 'format-has-password');
    refused('a.pdf', '%PDF-1.7\n', 'format-pdf');
    refused('a.rtf', '{\\rtf1 a}', 'format-rtf');
    refused('b.doc', '{\\rtf1 a}', 'format-rtf');
});

test('import: a workbook of others', { skip }, () => {
    const { status, report, plan } = taken(make('make_xlsx.py', '.xlsx'));
    assert.equal(status, 0);
    assert.deepEqual([report.format, report.dropped.length], ['xlsx', 1]);
    const name = (id) => plan.people.find((person) => person.id === id).name;
    assert.deepEqual(plan.tasks.map(({ title, owner, start, finish }) => [title, name(owner), start, finish]), [['培训导诊员', '周平', '2026-03-05', '2026-04-30'], ['更换指示牌', '周平', '2026-05-06', '2026-05-29']]);
    assert.deepEqual(plan.risks.map(({ factor, impactText }) => [factor, impactText]), [['人手不足', '候诊变长']]);
    assert.ok(JSON.stringify(plan).includes('门诊部任务清单'));
});

test('import: separated values in any encoding', () => {
    const rows = '任务名称,责任人,开始时间\r\n"培训, 导诊员",周平,2026/3/5\r\n合计,,\r\n';
    const utf16 = Buffer.from('\ufeff' + rows.replaceAll(',', '\t').replace('"培训\t 导诊员"', '"培训, 导诊员"'), 'utf16le');
    const gb = Buffer.from('c8cecef1c3fbb3c62cd4f0c8cec8cb0d0ac5e0d1b52cd6dcc6bd0d0a', 'hex'); // 任务名称,责任人 / 培训,周平
    for (const [place, encoding, title] of [[named('a.csv', rows), 'utf-8', '培训, 导诊员'], [named('a.tsv', utf16), 'utf-16le', '培训, 导诊员'], [named('b.csv', gb), 'gb18030', '培训']]) {
        const { report, plan } = taken(place);
        assert.equal(report.encoding, encoding);
        assert.deepEqual(plan.tasks.map((task) => task.title), [title]);
    }
});

test('import: our own workbooks bring the tables back', () => {
    const source = JSON.parse(read(example('emergency-social-media')));
    const place = path.join(scratch, 'own.xlsx');
    output(['export', example('emergency-social-media'), '--format', 'xlsx', '--on', '2026-07-15', '-o', place]);
    const { plan } = taken(place);
    for (const [list, title] of [['risks', 'factor'], ['milestones', 'title'], ['indicators', 'name'], ['publications', 'title'], ['inquiries', 'subject']])
        assert.deepEqual(plan[list]?.map((row) => row[title]).sort(), source[list]?.map((row) => row[title]).sort(), list);
});

test('import --into: what is there is matched, nothing is lost', { skip }, () => {
    const before = taken(make('make_xlsx.py', '.xlsx')).plan;
    const plan = file(JSON.stringify(before));
    const more = named('more.csv', '任务名称,完成时间,备注\n培训导诊员,2026-05-15,延后\n开设咨询台,2026-06-30,\n');
    const { status, report, plan: after } = taken(more, '--into', plan);
    assert.equal(status, 0);
    assert.equal(report.added, 1);
    assert.deepEqual(report.steps.filter((step) => step.record === 'task').map(({ step, field, after: now }) => [step, field, now]), [['changed', 'finish', '2026年5月15日'], ['changed', 'note', '延后'], ['added', undefined, '开设咨询台']]);
    assert.equal(after.id, before.id);
    assert.deepEqual(after.tasks.map((task) => task.title), ['培训导诊员', '更换指示牌', '开设咨询台']);
    assert.equal(after.tasks[0].start, '2026-03-05');
    assert.deepEqual(after.risks, before.risks);
    // A plan file comes in the same way, and the plan itself changes nothing.
    const same = planner(['import', plan, '--into', plan, '--json']);
    assert.deepEqual([same.status, JSON.parse(same.stdout).steps], [0, []]);
});

test('import --into: a Word file of ours comes back with what people did in it', { skip }, () => {
    const source = JSON.parse(read(example('emergency-social-media')));
    const place = path.join(scratch, 'back.docx'), edited = path.join(scratch, 'edited.docx');
    output(['export', example('emergency-social-media'), '--format', 'docx', '--on', '2026-07-15', '-o', place]);
    const unchanged = taken(place, '--into', example('emergency-social-media'));
    assert.deepEqual([unchanged.status, unchanged.report.steps], [0, []]);
    const [task, risk] = [source.tasks.find((one) => one.description), source.risks[0]];
    const { status, stderr } = spawnSync(python, [path.join(root, 'tests/cli/edit_docx.py'), place, edited,
        `fl:${task.id}:description`, '改过的描述。', `+fl:${risk.id}:factor`, '改过的风险', '?fl:cover:title', '题目太长'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const { report, plan } = taken(edited, '--into', example('emergency-social-media'));
    const steps = report.steps.map(({ step, record, row, field, after, author, time }) => [step, record, row, field, after, author, time]);
    assert.deepEqual(steps.sort(), [
        ['changed', 'risk', risk.id, 'factor', '改过的风险', '李静', '2026-11-20T10:30:00Z'],
        ['changed', 'task', task.id, 'description', '改过的描述。', undefined, undefined],
        ['commented', 'cover', 'cover', 'title', '题目太长', '李静', '2026-11-20T10:30:00Z'],
    ]);
    assert.equal(plan.tasks.find((one) => one.id === task.id).description, '改过的描述。');
    assert.deepEqual(plan.comments.filter((one) => one.author === '李静').map(({ writtenAt, text, field }) => [writtenAt, text, field]), [['2026-11-20T10:30', '题目太长', 'title']]);
});

test('import and export: files of Microsoft Project', () => {
    const source = JSON.parse(read(example('emergency-social-media')));
    const place = path.join(scratch, 'plan.xml');
    output(['export', example('emergency-social-media'), '--format', 'mspdi', '-o', place]);
    const { status, report, plan } = taken(place);
    assert.deepEqual([status, report.format], [0, 'mspdi']);
    const told = (list) => list.map(({ id, title, parent, start, finish, progress }) => [id, title, parent, start, finish, progress].join()).sort();
    assert.deepEqual(told(plan.tasks), told(source.tasks));
    assert.deepEqual(plan.milestones.map((one) => [one.id, one.title, one.date]).sort(), source.milestones.map((one) => [one.id, one.title, one.date]).sort());
    const links = (list) => list.map(({ successor, predecessor, kind, lagDays }) => [successor, predecessor, kind, lagDays].join()).sort();
    assert.deepEqual(links(plan.dependencies), links(source.dependencies));
    // What the plan has already is not added again.
    assert.equal(taken(place, '--into', example('emergency-social-media')).report.added, 0);
});
