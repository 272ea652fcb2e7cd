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
        for (const list of ['indicators', 'readings', 'publications', 'inquiries']) assert.equal((plan[list] ?? []).length, (source[list] ?? []).length, `${id} ${list}`);
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
