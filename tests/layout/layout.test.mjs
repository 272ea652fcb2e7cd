// Documents on paper: what LibreOffice makes of planner's Word files, measured in the PDF. Run by ./dev layout.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, scratch, template_ids } from '../cli/planner.mjs';
import { mm, near, pages, pdfs } from './pages.mjs';

const report = (plan, kind, name) => {
    const target = path.join(scratch, `${name}.docx`);
    output(['report', plan, '--kind', kind, '--format', 'docx', '--on', '2026-07-15', '-o', target]);
    return target;
};

// Nothing but Han characters, so that every line is full.
const han = '为缩短候诊时间让家长在候诊时得到可靠的健康知识根据医院改善就医感受的工作安排结合科室实际制定本计划';
const full = { format: 'fanglue-plan', version: '1.0', id: 'full', cover: { title: '纯文字', department: '儿科', introduction: han.repeat(40) } };
const names = [];
names.push(report(file(JSON.stringify(full)), 'plan', 'full'));
for (const id of template_ids) names.push(report(example(id), 'plan', id));
names.push(report(example('emergency-social-media'), 'inspection', 'round'));
const made = Object.fromEntries(pdfs(names).map((pdf) => [path.basename(pdf, '.pdf'), pages(pdf)]));

const number_line = (page) => page.lines.findLast((line) => /^—\d+—$/.test(line.text));
const body_lines = (page) => page.lines.filter((line) => line !== number_line(page));
const is_wide = (page) => page.width > page.height;

test('layout: pages are A4, and only the ledger lies', () => {
    for (const [name, all] of Object.entries(made))
        for (const page of all) {
            near(mm(Math.min(page.width, page.height)), 210, 0.5, name);
            near(mm(Math.max(page.width, page.height)), 297, 0.5, name);
        }
    const wide = made.round.filter(is_wide);
    assert.ok(wide.length > 0);
    assert.ok(wide[0].lines[0].text.includes('整改台账'));
});

test('layout: a full page has 22 lines of 28 characters within the margins of the standard', () => {
    const page = made.full.find((one) => body_lines(one).filter((line) => line.text.length === 28).length > 20);
    assert.ok(page, 'no page is full of text');
    const lines = body_lines(page);
    assert.equal(lines.length, 22);
    for (const line of lines.slice(0, 21)) assert.equal(line.text.length, 28);
    near(mm(lines[0].x), 28, 0.5, 'left');
    near(mm(page.width - lines[0].right), 26, 0.5, 'right');
    // A glyph's box stands inside its exact line: the type area is measured by pitch from the first line to the last.
    const pitch = (lines[21].y - lines[0].y) / 21;
    near(pitch * 22 * (25.4 / 72), 225, 0.5, 'height of the type area');
    near(mm(page.height - lines[21].bottom), 35, 1.5, 'bottom');
});

test('layout: page numbers stand outside, one character in, below the type area', () => {
    for (const [name, all] of Object.entries(made))
        all.forEach((page, i) => {
            const line = number_line(page);
            assert.ok(line, `${name}: page ${i + 1} has no number`);
            assert.equal(line.text, `—${i + 1}—`);
            const [left, right] = is_wide(page) ? [35, 37] : [28, 26];
            if (i % 2 === 0) near(mm(page.width - line.right), right + 4.94, 1, `${name} ${i + 1}: right`);
            else near(mm(line.x), left + 4.94, 1, `${name} ${i + 1}: left`);
            if (!is_wide(page)) near(mm(line.y) - (297 - 35), 6, 2.5, `${name} ${i + 1}: below the type area`);
        });
});

test('layout: the contents name the pages on which the headings stand', () => {
    for (const id of template_ids) {
        let seen = 0;
        const all = made[id];
        const first_of_text = all.findIndex((page, i) => i > 0 && !page.lines.some((line) => /\.{9,}/.test(line.text)));
        for (const page of all.slice(0, first_of_text))
            for (const line of page.lines) {
                const entry = line.text.match(/^([一二三四五六七八九十]+、.*?)\.{3,}(\d+)$/);
                if (!entry) continue;
                ++seen;
                const target = all[entry[2] - 1];
                const start = entry[1].replaceAll(' ', '').slice(0, 20);
                assert.ok(target?.lines.some((one) => one.text.replaceAll(' ', '').startsWith(start)), `${id}: “${entry[1]}” is not on page ${entry[2]}`);
            }
        assert.ok(seen > 3, id);
    }
});

test('layout: fonts are asked for by name and not embedded in the Word file', () => {
    for (const name of names) assert.doesNotMatch(readFileSync(name, 'latin1'), /word\/fonts\//);
});

