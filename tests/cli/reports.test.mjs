// Reports as others read them: HTML through parse5, Markdown through markdown-it, with ordinary and with hostile texts.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { example, file, output, planner, read, root, template_ids } from './planner.mjs';

const require = createRequire(`${root}tests/browser/package.json`);
const { parse, parseFragment } = await import(pathToFileURL(require.resolve('parse5')));
const MarkdownIt = require('markdown-it');

const report = (plan, kind, format) => output(['report', plan, '--kind', kind, '--format', format, '--on', '2026-07-15']);

// What may stand in what: the part of HTML's content model that reports use.
const phrasing = ['#text', 'br', 'b', 'span'];
const flow = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ol', 'ul', 'div', 'table'];
const may_hold = {
    '#document': ['html', '#documentType'], html: ['head', 'body'], head: ['meta', 'title', 'style'], title: ['#text'], style: ['#text'],
    body: ['main'], main: ['section'], section: flow, div: ['table', 'p', 'dl', 'dt', 'dd'], dl: ['div'], dt: phrasing, dd: phrasing,
    ol: ['li'], ul: ['li'], li: phrasing, p: phrasing, b: phrasing, span: phrasing, table: ['colgroup', 'thead', 'tbody'],
    colgroup: ['col'], thead: ['tr'], tbody: ['tr'], tr: ['th', 'td'], th: phrasing, td: phrasing,
    h1: phrasing, h2: phrasing, h3: phrasing, h4: phrasing, h5: phrasing, h6: phrasing, meta: [], br: [], col: [],
};
const empty = ['meta', 'br', 'col'];
const attributes = {
    html: ['lang'], meta: ['charset', 'http-equiv', 'content', 'name'], section: ['class'], p: ['class'], span: ['class'], div: ['class', 'tabindex'],
    ul: ['class'], table: ['class'], col: ['style'], th: ['scope', 'class'], td: ['class'], tr: ['class'],
};

function check_tree(node, allowed = may_hold, is_page = true) {
    const name = node.nodeName;
    assert.ok(name in allowed, `<${name}> is not expected`);
    for (const { name: attribute } of node.attrs ?? []) assert.ok(attributes[name]?.includes(attribute), `<${name} ${attribute}>`);
    if (is_page && node.tagName) {
        assert.ok(node.sourceCodeLocation?.startTag ?? empty.includes(name), `<${name}> is implied, not written`);
        assert.ok(empty.includes(name) || node.sourceCodeLocation.endTag, `<${name}> is not closed`);
    }
    for (const child of node.childNodes ?? []) {
        if (child.nodeName === '#text' && child.value.trim() === '') continue;
        assert.ok(allowed[name].includes(child.nodeName), `<${child.nodeName}> in <${name}>: ${child.value ?? ''}`);
        if (child.nodeName !== '#text' && child.nodeName !== '#documentType') check_tree(child, allowed, is_page);
    }
}

function parse_page(html) {
    const errors = [];
    const page = parse(html, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(`${error.code}:${error.startLine}`) });
    assert.deepEqual(errors, []);
    check_tree(page);
    return page;
}

const nodes = (node, name) => (node.childNodes ?? []).flatMap((child) => [...(child.nodeName === name ? [child] : []), ...nodes(child, name)]);
const text_of = (node) => (node.nodeName === 'br' ? '\n' : (node.value ?? (node.childNodes ?? []).map(text_of).join('')));

const markdown = new MarkdownIt({ html: true });
const rendered = {
    '#document-fragment': ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'table'], ul: ['li'], li: ['#text', 'strong', 'br', 'p'], p: ['#text', 'strong', 'br'],
    strong: ['#text', 'br'], table: ['thead', 'tbody'], thead: ['tr'], tbody: ['tr'], tr: ['th', 'td'], th: ['#text', 'br'], td: ['#text', 'br'], br: [],
    h1: ['#text', 'br'], h2: ['#text', 'br'], h3: ['#text', 'br'], h4: ['#text', 'br'], h5: ['#text', 'br'], h6: ['#text', 'br'],
};
function parse_markdown(text) {
    const tree = parseFragment(markdown.render(text));
    for (const cell of [...nodes(tree, 'th'), ...nodes(tree, 'td')]) cell.attrs = []; // alignment
    check_tree(tree, rendered, false);
    return tree;
}

test('html: pages of every example are valid and whole', () => {
    for (const id of template_ids)
        for (const kind of ['plan', 'inspection']) {
            const page = parse_page(report(example(id), kind, 'html'));
            assert.equal(nodes(page, 'h1').length, 1, id);
            for (const table of nodes(page, 'table')) {
                const widths = nodes(table, 'tr').map((row) => row.childNodes.filter((cell) => cell.tagName).length);
                assert.equal(new Set(widths).size, 1, 'every row has as many cells as the head');
            }
        }
});

test('html and markdown say the same', () => {
    for (const id of template_ids)
        for (const kind of ['plan', 'inspection']) {
            const page = parse_page(report(example(id), kind, 'html'));
            const tree = parse_markdown(report(example(id), kind, 'md'));
            for (const name of ['td', 'th']) assert.deepEqual(nodes(tree, name).map(text_of), nodes(page, name).map(text_of), `${id} ${kind} ${name}`);
            for (const name of ['h1', 'h2', 'h3', 'h4']) assert.deepEqual(nodes(tree, name).map(text_of), nodes(page, name).map(text_of));
        }
});

test('html: the ledger is landscape, and its rows are as many as the figures say', () => {
    for (const id of template_ids) {
        const page = parse_page(report(example(id), 'inspection', 'html'));
        const wide = nodes(page, 'section').filter((section) => section.attrs.some((one) => one.value === 'wide'));
        assert.equal(wide.length, 1);
        const rows = nodes(nodes(wide[0], 'tbody')[0], 'tr').length;
        const total = nodes(nodes(page, 'ul')[0], 'b').map(text_of)[0];
        assert.equal(String(rows), total);
    }
});

test('reports speak the language asked for', () => {
    const english = file(output(['new', '--template', 'emergency-social-media', '--language', 'en']));
    output(['check', '--help']);
    assert.equal(planner(['inspect', english, '--on', '2026-07-15', '--language', 'en', '-o', english]).status, 1);
    for (const kind of ['plan', 'inspection']) {
        const args = ['report', english, '--kind', kind, '--on', '2026-07-15', '--language', 'en', '--format'];
        const text = output([...args, 'md']);
        assert.deepEqual(text.match(/[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]/g), null);
        assert.match(text, /^## 1\\\. \w/m);
        assert.match(output([...args, 'html']), /<html lang="en">/);
    }
    const traditional = file(output(['new', '--template', 'emergency-social-media', '--language', 'zh-Hant']));
    const text = output(['report', traditional, '--kind', 'plan', '--format', 'md', '--language', 'zh-Hant']);
    assert.match(text, /^## 一、引言/m);
    assert.match(text, /工作目標/);
});

// Signs of HTML, Markdown and CSS, text that reads backwards, a C1 control, a non-character, and Han that needs four bytes.
const signs = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;&#60;--></style></td>|a|*b*_c_\`d\`~e~[f](javascript:g)![h](i)\\# $x$ <!--`;
const visible = `${signs} 𠮷 付款`;
const hostile = `${signs} 𠮷 \u202e付\u2066款\u0085\ufffe`;

// The plan with this text behind every text that a person writes.
function with_text(plan, text) {
    const written = /^(title|name|text|description|note|summary|introduction|action|factor|content|category|item|duty|duties|platform|metric|question|opinion|theme|heading|body|audience|way|frequency|purpose|scope)$/;
    const change = (value, key) => {
        if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : change(one, key)));
        if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, name)]));
        return typeof value === 'string' && written.test(key) && !/^(a|b|c)$/.test(value) && !is_reference(value) ? text : value;
    };
    const ids = new Set(Object.values(plan).filter(Array.isArray).flat().map((row) => row.id));
    const is_reference = (value) => ids.has(value);
    return change(plan, '');
}

test('hostile texts stay texts', () => {
    let seen = 0;
    for (const id of template_ids) {
        const plan = file(JSON.stringify(with_text(JSON.parse(read(example(id))), hostile)));
        for (const kind of ['plan', 'inspection']) {
            const html = report(plan, kind, 'html');
            const page = parse_page(html);
            assert.ok(!/[\u202e\u2066\u0085\ufffe]/.test(html));
            const tree = parse_markdown(report(plan, kind, 'md'));
            for (const one of [page, tree]) {
                const cells = [...nodes(one, 'td'), ...nodes(one, 'h1')].map(text_of).filter((text) => text.includes('script'));
                assert.ok(cells.length > 0);
                for (const text of cells) assert.ok(text.includes(visible), text);
                seen += cells.length;
            }
        }
    }
    assert.ok(seen > 500);
});

test('texts of many lines keep their lines', () => {
    const plan = JSON.parse(read(example('emergency-social-media')));
    plan.findings = plan.findings.map((finding) => ({ ...finding, cause: '一是人手少。\n- 二是没有制度。\n1. 三' }));
    const name = file(JSON.stringify(plan));
    for (const tree of [parse_page(report(name, 'inspection', 'html')), parse_markdown(report(name, 'inspection', 'md'))]) {
        const cells = nodes(tree, 'td').map(text_of).filter((text) => text.includes('人手少'));
        assert.ok(cells.length > 0);
        for (const text of cells) assert.equal(text, '一是人手少。\n- 二是没有制度。\n1. 三');
    }
});

test('kinds: all that are listed are written in all formats that are listed, with figures that hold together', () => {
    const listed = (...args) => output([...args, '--list']).trim().split('\n').map((line) => line.split('\t'));
    const rows = listed('report');
    const ids = (what) => rows.filter(([one]) => one === what).map(([, id]) => id);
    assert.deepEqual(ids('kind'), ['plan', 'inspection', 'ledger', 'notice', 'circular', 'risks', 'communication', 'tasks', 'indicators', 'progress', 'summary']);
    assert.deepEqual(ids('profile'), ['working', 'approval', 'progress', 'public']);
    assert.ok(listed('export').some(([id]) => id === 'ics'));
    const plan = example('emergency-social-media');
    const units = JSON.parse(read(plan)).units.map((unit) => unit.name);
    for (const kind of ids('kind'))
        for (const format of ids('format')) {
            const args = ['report', plan, '--kind', kind, '--format', format, '--on', '2026-07-15', '-o', file()];
            const runs = kind === 'notice' ? units.map((unit) => planner([...args, '--unit', unit]).status) : [planner(args).status];
            const wants_table = kind === 'notice' || ['xlsx', 'csv', 'tsv'].includes(format);
            assert.ok(runs.includes(0), `${kind} as ${format}: ${planner(args).stderr}`);
            assert.ok(wants_table || runs.every((status) => status === 0));
        }
});

test('kinds: hostile texts stay texts in every one', () => {
    const plan = file(JSON.stringify(with_text(JSON.parse(read(example('emergency-social-media'))), hostile)));
    for (const kind of ['ledger', 'circular', 'risks', 'communication', 'tasks', 'indicators', 'progress', 'summary'])
        for (const profile of ['working', 'public']) {
            const args = ['report', plan, '--kind', kind, '--profile', profile, '--on', '2026-07-15', '--format'];
            const html = output([...args, 'html']);
            parse_page(html);
            parse_markdown(output([...args, 'md']));
            assert.ok(!/[\u202e\u2066\u0085\ufffe]/.test(html), kind);
        }
});
