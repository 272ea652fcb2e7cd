// Word and Excel files as readers that are not ours see them: python-docx and openpyxl.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, read, root, scratch, template_ids } from './planner.mjs';

// The system's python has Debian's modules; another may come first on PATH.
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import docx, openpyxl']).status === 0);
const skip = !python && 'no python-docx and openpyxl';

function read_with(script, name) {
    const { status, stdout, stderr } = spawnSync(python, [path.join(root, 'tests/cli', script), name], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
}

let made = 0;
function docx(plan, ...options) {
    const target = path.join(scratch, `${++made}.docx`);
    output(['report', plan, '--format', 'docx', '--on', '2026-07-15', '-o', target, ...options]);
    return read_with('read_docx.py', target);
}

test('docx: an independent reader finds styles, sections, properties and tables', { skip }, () => {
    for (const id of template_ids) {
        const plan = JSON.parse(read(example(id)));
        const { title, author, language, evenAndOdd, sections, paragraphs, tables, identifier } = docx(example(id), '--kind', 'plan');
        assert.equal(title, plan.cover.title);
        assert.equal(author, plan.cover.department);
        assert.equal(language, 'zh-CN');
        assert.ok(identifier.startsWith(`fanglue-plan ${plan.id} `));
        assert.ok(evenAndOdd);
        for (const section of sections) {
            assert.deepEqual(section.size, section.landscape ? [297, 210] : [210, 297]);
            assert.deepEqual(section.margins, section.landscape ? [28, 37, 26, 35] : [37, 26, 35, 28]);
            assert.equal(section.odd, '— 1 —');
            assert.equal(section.even, '— 1 —');
        }
        const chapters = paragraphs.filter((one) => one.style === 'Heading 1').map((one) => one.text);
        assert.ok(chapters.length >= 4);
        for (const [i, chapter] of chapters.entries()) assert.match(chapter, new RegExp(`^[${'一二三四五六七八九十'}]+、`), `${i}`);
        assert.equal(paragraphs.filter((one) => one.style.startsWith('toc 1')).length, chapters.length);
        for (const table of tables) {
            assert.ok(table.widths.reduce((a, b) => a + b) <= 12758);
            for (const row of table.rows) assert.ok(row.length <= table.widths.length);
        }
    }
});

test('docx: the ledger is on landscape pages', { skip }, () => {
    const { sections, tables } = docx(example('emergency-social-media'), '--kind', 'inspection');
    assert.deepEqual(sections.map((one) => one.landscape), [false, true, false]);
    assert.ok(tables.some((table) => table.head && table.rows[0][0] === '序号'));
});

test('docx: tags name rows and fields of the plan, and hold what the plan says', { skip }, () => {
    const plan = JSON.parse(read(example('emergency-social-media')));
    const rows = new Map(Object.entries(plan).flatMap(([name, value]) => (Array.isArray(value) ? value : name === 'cover' ? [{ id: 'cover', ...value }] : [])).map((row) => [row.id, row]));
    const { tags, bookmarks, paragraphs } = docx(example('emergency-social-media'), '--kind', 'plan');
    assert.ok(tags.length > 300);
    assert.equal(new Set(bookmarks).size, bookmarks.length);
    let seen = 0;
    for (const tag of tags) {
        const [, id, field] = tag.match(/^fl:([0-9a-z-]+):([A-Za-z]+)(:\d+)?$/);
        assert.ok(rows.has(id) || Object.keys(plan).some((name) => name.toLowerCase() === id), tag); // a single row is called as its record
        if (rows.has(id)) seen += field in rows.get(id); // a choice that is the default is not written in JSON
    }
    assert.ok(seen > tags.length * 0.9);
    const introduction = paragraphs.filter((one) => one.tags[0]?.startsWith('fl:cover:introduction')).map((one) => one.text);
    assert.equal(introduction.join('\n'), plan.cover.introduction.replace(/\n\s*\n/g, '\n')); // a blank line is no paragraph
});

test('docx: a style of one\'s own', { skip }, () => {
    const style = file('margin.left = 30\nbody.font = 宋体');
    const { sections } = docx(example('self-inspection'), '--kind', 'plan', '--style', style);
    assert.equal(sections[0].margins[3], 30);
    const refused = planner(['report', example('self-inspection'), '--kind', 'plan', '--format', 'docx', '--style', file('margin = 1')]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /\[style-unknown 1\]/);
});

test('xlsx: an independent reader finds typed cells, frozen heads, filters and the ids of rows', { skip }, () => {
    for (const id of template_ids) {
        const plan = JSON.parse(read(example(id)));
        const target = path.join(scratch, `${id}.xlsx`);
        output(['export', example(id), '--format', 'xlsx', '--on', '2026-07-15', '-o', target]);
        const { title, sheets } = read_with('read_xlsx.py', target);
        assert.equal(title, plan.cover.title);
        assert.equal(new Set(sheets.map((one) => one.name)).size, sheets.length);
        for (const sheet of sheets) {
            assert.equal(sheet.frozen, 'A2');
            assert.equal(sheet.repeated, '$1:$1');
            assert.equal(sheet.formulas, 0);
            assert.match(sheet.filter, /^A1:[A-Z]+\d+$/);
            for (const row of sheet.rows) assert.equal(row.length, sheet.rows[0].length);
        }
        // The tables of one kind of record: their rows carry ids, their days are days.
        for (const [table, list] of [['task', 'tasks'], ['milestone', 'milestones']]) {
            const records = plan[list] ?? [];
            if (records.length === 0) continue;
            const book = path.join(scratch, `${id}-${table}.xlsx`);
            output(['export', example(id), '--format', 'xlsx', '--table', table, '--on', '2026-07-15', '-o', book]);
            const rows = read_with('read_xlsx.py', book).sheets.flatMap((one) => {
                assert.equal(one.rows[0].at(-1), 'id');
                assert.equal(one.hidden.length, 1);
                return one.rows.slice(1);
            });
            assert.deepEqual(rows.map((row) => row.at(-1)).sort(), records.map((one) => one.id).sort());
            if (table !== 'milestone') continue;
            const days = new Map(records.map((one) => [one.id, one.date]));
            for (const row of rows) assert.ok(row.some((value) => value?.day === days.get(row.at(-1))), row.join());
        }
    }
});
