// Every command of planner: what it prints and writes, its exit status, and each way to be refused.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, readlinkSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, program, read, root, scratch, template_ids } from './planner.mjs';

const emergency = example('emergency-social-media');
const minimal = '{"format": "fanglue-plan", "version": "1.0", "id": "p"}';

// Every text and status is told on standard error only, with its code.
function refused(args, status, code, input) {
    const result = planner(args, input);
    assert.equal(result.status, status, `${args.join(' ')}: ${result.stderr}`);
    assert.match(result.stderr, new RegExp(`^planner: .*[\\u4e00-\\u9fff].* \\[${code}[ \\]]`));
    assert.equal(result.stdout, '');
}

test('help and version', () => {
    const help = output(['--help']);
    for (const command of ['new', 'check', 'inspect', 'report', 'diff', 'merge', 'git-setup', 'sign', 'verify', 'record', 'history', 'protect', 'unprotect', 'key', 'export', 'import', 'formats', 'canonical', 'schema']) assert.match(help, new RegExp(`^planner ${command}`, 'm'));
    assert.equal(output(['check', '--help']), help);
    assert.match(output(['--version']), /^planner \(方略\) fanglue-plan 1\.0\n$/);
});

test('usage: each mistake has its code and status 3', () => {
    refused([], 3, 'usage-missing-command');
    refused(['chek'], 3, 'usage-unknown-command');
    refused(['check', emergency, '--jsn'], 3, 'usage-unknown-option');
    refused(['check', emergency, '--json', '--json'], 3, 'usage-repeated-option');
    refused(['check', emergency, '--json=yes'], 3, 'usage-unexpected-value');
    refused(['check', emergency, '--on'], 3, 'usage-missing-value');
    refused(['check', emergency, '--on', '2026-02-30'], 3, 'usage-date');
    refused(['check', emergency, '--on='], 3, 'usage-date');
    refused(['check'], 3, 'usage-missing-operand');
    refused(['check', emergency, emergency], 3, 'usage-extra-operand');
    refused(['inspect', emergency, '-o', file()], 3, 'usage-missing-option');
    refused(['report', emergency, '--format', 'html'], 3, 'usage-missing-option');
    refused(['new'], 3, 'usage-missing-option');
    refused(['new', '--template', 'none'], 3, 'usage-unknown-template');
    refused(['report', emergency, '--kind', 'plan', '--format', 'pdf'], 3, 'usage-unknown-format');
    refused(['check', emergency, '--language', 'fr'], 3, 'usage-unknown-language');
    refused(['report', emergency, '--kind', 'memo', '--format', 'md'], 3, 'usage-unknown-kind');
    refused(['report', emergency, '--kind', 'plan', '--format', 'md', '--profile', 'secret'], 3, 'usage-unknown-profile');
    refused(['report', '--kind', 'plan', '--format', 'md'], 3, 'usage-missing-operand');
    refused(['report', emergency, '--kind', 'notice', '--format', 'md', '--unit', 'nowhere'], 2, 'unit-missing');
});

// Fixtures are recipes: "%REPEAT 3 text%" stands for the text three times, a # in it for the count.
function expanded(recipe) {
    return recipe.replace(/%REPEAT (\d+) ([^%]*)%/g, (_, count, text) =>
        text.includes('#') ? Array.from({ length: count }, (_, i) => text.replace('#', i + 1)).join('') : text.repeat(count));
}

test('bad input: each error of reading has its code and status 2, and nothing is written', () => {
    const fixtures = path.join(root, 'tests/codec/fixtures');
    let seen = 0;
    for (const name of readdirSync(fixtures).filter((one) => !one.startsWith('version-0'))) {
        const bytes = expanded(readFileSync(path.join(fixtures, name), 'latin1')); // one character a byte
        const target = file();
        refused(['report', file(Buffer.from(bytes, 'latin1')), '--kind', 'plan', '--format', 'md', '-o', target], 2, name.replace('.json', ''));
        assert.throws(() => statSync(target));
        ++seen;
    }
    assert.ok(seen > 20);
});

test('bad input: files', () => {
    refused(['check', path.join(scratch, 'none.json')], 2, 'file-missing');
    refused(['check', scratch], 2, 'file-unreadable');
    refused(['check', '-'], 2, 'file-empty');
    refused(['check', '-'], 2, 'json-syntax', '{"format": "fanglue-plan", "ver');
    const large = file('');
    truncateSync(large, 65 << 20);
    refused(['check', large], 2, 'file-too-large');
    refused(['report', file(minimal), '--kind', 'inspection', '--format', 'md'], 2, 'inspection-missing');
    refused(['report', emergency, '--kind', 'inspection', '--format', 'md', '--inspection', 'none'], 2, 'inspection-missing');
});

test('output: what cannot be written is told, and the old file stays whole', () => {
    refused(['schema', '-o', path.join(scratch, 'no', 'such', 'folder')], 2, 'file-unwritable');
    refused(['schema', '-o', '/dev/full'], 2, 'file-unwritable');
    const inside = path.join(scratch, 'limited');
    mkdirSync(inside);
    const target = path.join(inside, 'schema.json');
    output(['canonical', emergency, '-o', target]);
    const before = read(target);
    // The disk is full after 512 bytes, as far as the program can tell.
    const shell = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; exec "$0" schema -o "$1"`, program, target], { encoding: 'utf8' });
    assert.equal(shell.status, 2, shell.stderr);
    assert.match(shell.stderr, /\[file-unwritable/);
    assert.equal(read(target), before);
    assert.deepEqual(readdirSync(inside), ['schema.json']);
});

test('output: a link stays a link, standard output is written as it is', () => {
    const target = file('old');
    const link = file();
    symlinkSync(target, link);
    output(['schema', '-o', link]);
    assert.equal(readlinkSync(link), target);
    assert.equal(read(target), output(['schema']));
    assert.equal(output(['schema', '-o', '-']), output(['schema']));
});

test('new: lists the templates, and makes a plan of its own from each', () => {
    const list = output(['new', '--list']).trimEnd().split('\n').map((line) => line.split('\t'));
    assert.deepEqual(list.map(([id]) => id), template_ids);
    for (const [, name] of list) assert.match(name, /[\u4e00-\u9fff]{4}/);
    for (const id of template_ids) {
        const [first, second] = [file(), file()];
        for (const target of [first, second]) output(['new', '--template', id, '-o', target]);
        const source = JSON.parse(read(path.join(root, 'assets/templates', `${id}.json`)));
        const [a, b] = [first, second].map((name) => JSON.parse(read(name)));
        assert.notEqual(a.id, b.id);
        assert.equal(a.cover.templateId, id);
        assert.equal(a.cover.title, source.cover.title);
        assert.equal(a.tasks?.length, source.tasks?.length);
        const ids = (plan) => Object.values(plan).filter(Array.isArray).flat().map((row) => row.id);
        assert.equal(ids(a).filter((one) => ids(b).includes(one) || ids(source).includes(one)).length, 0);
        assert.notEqual(planner(['check', first]).status, 2);
    }
});

test('new: a file that is there is kept, unless --force', () => {
    const target = file('mine');
    refused(['new', '--template', 'self-inspection', '-o', target], 2, 'file-exists');
    assert.equal(read(target), 'mine');
    output(['new', '--template', 'self-inspection', '-o', target, '--force']);
    assert.equal(JSON.parse(read(target)).cover.templateId, 'self-inspection');
});

test('check: status 1 with findings, the same for people and machines', () => {
    const people = planner(['check', emergency, '--on', '2026-07-15']);
    const machines = planner(['check', emergency, '--on', '2026-07-15', '--json']);
    assert.deepEqual([people.status, machines.status], [1, 1]);
    const { issues, ...head } = JSON.parse(machines.stdout);
    assert.deepEqual(head, { format: 'fanglue-check', on: '2026-07-15' });
    const lines = people.stdout.trimEnd().split('\n');
    assert.equal(issues.length, lines.length - 1);
    assert.ok(issues.length > 0);
    assert.match(lines.at(-1), new RegExp(`^截至 2026年7月15日，共发现 ${issues.length} 条`));
    issues.forEach((issue, i) => {
        assert.deepEqual(Object.keys(issue), ['rule', 'severity', 'record', 'id', 'field', 'subject', 'sentence']);
        assert.match(issue.rule, /^[A-Z]+-\d{3}$/);
        assert.ok(['info', 'warning', 'error'].includes(issue.severity));
        assert.ok(lines[i].includes(`${issue.rule} ${issue.sentence}`));
        assert.ok(issue.field === null || typeof issue.field === 'string');
    });
});

test('check: status 0 when there is nothing to find; from standard input; on the day asked for', () => {
    const quiet = {
        format: 'fanglue-plan', version: '1.0', id: 'p',
        cover: { title: '急诊科计划', department: '急诊科', preparer: 'a', preparedOn: '2026-01-05', start: '2026-01-05', finish: '2026-12-31', introduction: '说明。' },
        people: [{ id: 'a', name: '护士长' }],
        tasks: [{ id: 't', title: '值班', owner: 'a', start: '2026-01-05', finish: '2026-03-05' }],
    };
    const rules = (on) => JSON.parse(planner(['check', '-', '--json', '--on', on], JSON.stringify(quiet)).stdout).issues.map((issue) => issue.rule);
    assert.ok(!rules('2026-03-05').includes('TASK-005'));
    assert.ok(rules('2026-03-06').includes('TASK-005'));
    const clean = planner(['check', '-', '--json', '--on', '2026-01-05'], minimal);
    const { issues } = JSON.parse(clean.stdout);
    assert.equal(clean.status, issues.length ? 1 : 0);
});

test('inspect: adds a round with the findings; a second one on the same day finds nothing new', () => {
    const [first, second] = [file(), file()];
    const plan = file(output(['canonical', emergency]));
    assert.equal(planner(['inspect', plan, '--on', '2026-07-15', '--title', '年中自查', '-o', first]).status, 1);
    const [before, after] = [plan, first].map((name) => JSON.parse(read(name)));
    const round = after.inspections.find((one) => one.title === '年中自查');
    assert.equal(round.date, '2026-07-15');
    assert.equal(after.inspections.length, before.inspections.length + 1);
    const found = after.findings.filter((one) => one.inspection === round.id);
    assert.ok(found.length > 0);
    for (const one of found) assert.ok(one.description && one.category && one.rule && one.foundOn === '2026-07-15');
    assert.equal(planner(['inspect', first, '--on', '2026-07-15', '-o', second]).status, 0);
    const last = JSON.parse(read(second));
    assert.equal(last.findings.length, after.findings.length);
    assert.equal(last.inspections.at(-1).title, '2026年7月15日自查');
    // In place: the file that is read may be the one that is written.
    assert.equal(planner(['inspect', plan, '--on', '2026-07-15', '-o', plan]).status, 1);
    assert.equal(JSON.parse(read(plan)).inspections.length, before.inspections.length + 1);
});

test('report: the latest round unless one is named', () => {
    const { inspections } = JSON.parse(read(emergency));
    const report = (...more) => output(['report', emergency, '--kind', 'inspection', '--format', 'md', '--on', '2026-07-15', ...more]);
    const latest = inspections.reduce((a, b) => (b.date >= a.date ? b : a));
    const oldest = inspections.reduce((a, b) => (b.date < a.date ? b : a));
    assert.equal(report(), report('--inspection', latest.id));
    assert.ok(report('--inspection', oldest.id).includes(oldest.title));
    assert.notEqual(report('--inspection', oldest.id), report());
});

test('canonical: the same for the same plan however it is written', () => {
    const canonical = output(['canonical', emergency]);
    assert.equal(output(['canonical', '-'], JSON.stringify(JSON.parse(read(emergency)))), canonical);
    assert.ok(!canonical.includes('\n'));
    assert.equal(JSON.parse(canonical).id, JSON.parse(read(emergency)).id);
});

test('schema: JSON Schema 2020-12', () => {
    assert.equal(JSON.parse(output(['schema'])).$schema, 'https://json-schema.org/draft/2020-12/schema');
});

test('elsewhere: the same bytes in every time zone and language, from a folder and to a file of any name', () => {
    const folder = path.join(scratch, '另一台 电脑');
    mkdirSync(folder);
    const source = path.join(folder, '方略 计划.plan.json');
    copyFileSync(emergency, source);
    const made = (env, name) => {
        const target = path.join(folder, name);
        for (const args of [['report', source, '--kind', 'plan', '--format', 'html', '--on', '2026-11-28', '-o', target], ['check', source, '--json', '--on', '2026-11-28']]) {
            const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env, cwd: folder });
            assert.ok(status === 0 || status === 1, stderr);
            if (stdout) return read(target) + stdout;
        }
    };
    const here = made({}, '甲 一.html');
    assert.ok(here.length > 10_000);
    for (const [i, env] of [{ TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' }, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' }].entries()) {
        assert.equal(made(env, `乙 ${i}.html`), here);
    }
});

// [id, ending, reads, writes] of each format, as planner lists them.
const formats = () => output(['formats']).trim().split('\n').map((line) => line.split('\t'));

test('formats: all that are written and read by the command line, with what they cannot carry', () => {
    assert.deepEqual(formats().map(([id, ending, reads, writes]) => [id, ending, reads, writes].join(' ')), [
        'docx .docx understands writes', 'xlsx .xlsx understands writes', 'archive .zip reads writes', 'html .html understands writes', 'plan .plan.json reads writes', 'ics .ics - writes', 'svg .svg - writes',
        'mspdi .xml understands writes', 'md .md understands writes', 'txt .txt understands -', 'csv .csv understands writes', 'tsv .tsv understands writes',
    ]);
    for (const row of formats()) assert.equal(row.length, 6);
});

test('export and import: what a format writes is read back by what it is, or refused by name', () => {
    const canonical = output(['canonical', emergency]);
    for (const [id, , reads, writes] of formats()) {
        const target = file();
        if (writes === '-') {
            refused(['export', emergency, '--format', id, '-o', target], 3, 'usage-unknown-format');
            continue;
        }
        for (const subject of ['plan', 'inspection']) {
            output(['export', emergency, '--format', id, '--of', subject, '--on', '2026-07-15', '-o', target]);
            assert.ok(statSync(target).size > 200);
        }
        const back = file();
        if (reads === 'reads') {
            output(['import', target, '-o', back]);
            assert.equal(output(['canonical', back]), canonical);
            output(['import', target, '--format', id, '-o', back]);
        } else {
            if (reads === '-') refused(['import', target, '--format', id], 3, 'usage-unknown-format');
        }
    }
});

test('export: one table by the name of its records', () => {
    const risks = output(['export', emergency, '--format', 'csv', '--table', 'risk', '--on', '2026-07-15']);
    assert.ok(risks.startsWith('\ufeff'));
    assert.equal(risks.trim().split('\r\n').length, JSON.parse(read(emergency)).risks.length + 1);
    refused(['export', emergency, '--format', 'csv', '--table', 'none'], 2, 'table-missing');
    refused(['export', emergency, '--format', 'md', '--of', 'memo'], 3, 'usage-unknown-kind');
    refused(['export', file(minimal), '--format', 'md', '--of', 'inspection'], 2, 'inspection-missing');
});

test('import: a document of others becomes a plan, with a report of what was not understood', () => {
    const named = (name, bytes) => {
        const place = path.join(scratch, name);
        writeFileSync(place, bytes);
        return place;
    };
    const document = path.join(root, 'tests/intake/documents/work-plan.txt');
    const target = file();
    const told = planner(['import', document, '--on', '2026-11-28', '-o', target]);
    assert.equal(told.status, 1); // placeholders were left
    assert.match(told.stderr, /^已识别 \d+ 处，存疑 0 处，留空 \d+ 处；/);
    const plan = JSON.parse(read(target));
    assert.equal(plan.tasks.length, 5);
    assert.equal(plan.risks.length, 2);
    output(['canonical', target]);
    const report = JSON.parse(planner(['import', document, '--json', '--on', '2026-11-28', '-o', file()]).stdout);
    assert.equal(report.format, 'txt');
    assert.equal(report.encoding, 'utf-8');
    assert.equal(report.repairs.chrome, report.dropped.length);
    assert.ok(report.notes.every((note) => note.verdict === 'left' && note.reason === 'placeholder' && note.line > 0));
    // Nothing doubtful, nothing left: 0; another encoding by what it is; what is no text: 2.
    const clean = named('clean.txt', '秋季义诊计划\n一、关键任务\n-任务一：联系社区\n');
    assert.equal(planner(['import', clean, '-o', file()]).status, 0);
    const wide = named('wide.txt', Buffer.from('\ufeff秋季义诊计划\n一、引言\n开头。', 'utf16le'));
    assert.equal(JSON.parse(planner(['import', wide, '--json']).stdout).encoding, 'utf-16le');
    refused(['import', named('binary.txt', Buffer.from([0x7f, 0x45, 0x00, 0x01]))], 2, 'intake-binary');
    refused(['import', named('empty.txt', '')], 2, 'intake-empty');
});

test('import: of the plans in an archive the one that is named', () => {
    const archive = file();
    output(['export', emergency, '--format', 'archive', '--on', '2026-07-15', '-o', archive]);
    refused(['import', archive, '--plan', 'none'], 2, 'import-missing');
    const canonical = output(['canonical', emergency]);
    assert.equal(output(['canonical', '-'], output(['import', archive, '--plan', JSON.parse(canonical).id])), canonical);
});

test('diff: status 0 for the same content, 1 with what differs by chapter or as a stable form, 2 for what cannot be read', () => {
    const plan = (tasks, comments = []) => file(JSON.stringify({ format: 'fanglue-plan', version: '1.0', id: 'p', tasks, comments }));
    const before = plan([{ id: 'a', order: '1', title: '培训', note: '一' }, { id: 'b', order: '2', title: '考核' }]);
    const after = plan([{ id: 'a', order: '3', title: '培训', note: '二' }], [{ id: 'c', order: '1', subjectType: 'task', subject: 'a', text: '请补充' }]);
    const same = planner(['diff', before, before, '--json']);
    assert.deepEqual([same.status, JSON.parse(same.stdout)], [0, { format: 'fanglue-diff', same: true, plans: ['p', 'p'], rows: [] }]);
    assert.deepEqual([planner(['diff', before, before]).status, planner(['diff', before, before]).stdout], [0, '两份计划内容相同\n']);
    const people = planner(['diff', before, after]);
    assert.equal(people.status, 1);
    assert.equal(people.stdout, '任务与进度（2 行）\n  移动并修改任务“1 培训”\n      备注:一→二\n  删除任务“2 考核”\n审阅与批准（1 行）\n  新增批注“请补充”\n共 3 行不同：新增 1，删除 1，移动 1，修改 1\n');
    const { rows } = JSON.parse(planner(['diff', before, after, '--json']).stdout);
    assert.deepEqual(rows, [
        { record: 'task', id: 'a', title: '培训', change: 'changed', moved: { before: { order: '1', parent: null }, after: { order: '3', parent: null } }, unknown: false, fields: [{ field: 'note', before: { note: '一' }, after: { note: '二' } }] },
        { record: 'task', id: 'b', title: '考核', change: 'removed', moved: null, unknown: false, fields: [{ field: 'title', before: { title: '考核' }, after: null }] },
        { record: 'comment', id: 'c', title: '请补充', change: 'added', moved: null, unknown: false, fields: [{ field: 'subjectType', before: null, after: { subjectType: 'task', subject: 'a', field: null } }, { field: 'text', before: null, after: { text: '请补充' } }] },
    ]);
    assert.match(planner(['diff', before, after, '--language', 'en']).stdout, /^3 rows differ: 1 added/m);
    refused(['diff', before, path.join(scratch, 'none.json')], 2, 'file-missing');
    refused(['diff', file('{'), after], 2, 'json-syntax');
    refused(['diff'], 3, 'usage-missing-operand');
});
