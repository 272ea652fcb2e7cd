// The classes of cases that suites for JSON parsers have: what must be read (y), what must be refused (n), and what the
// standard leaves open (i), each inside a plan's file. JavaScript's own parser says which is which and what the value is.
import assert from 'node:assert/strict';
import test from 'node:test';
import { judge_bytes } from './source.mjs';

const bytes_of = (...parts) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const head = '{"format":"fanglue-plan","version":"1.0","id":"p1","x":';
const around = (...value) => bytes_of(head, ...value, '}');
const quoted = (...inside) => around('"', ...inside, '"');
const whole = `${head}0}`;

// The verdict and value of another parser: undefined if it refuses. Strict UTF-8; a byte order mark is passed over by both.
function other_reading(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
        return undefined;
    }
}

const numbers = ['0', '-0', '1', '-1', '10', '0.5', '-0.5', '0e1', '0E+1', '0e-1', '1e2', '1E2', '1e+2', '1E-2', '1.5e3', '123.456789', '20e1',
    '-123123123123123123', '9007199254740993', '0.1', '1e-7', '5e-324', '1.7976931348623157e308', '100000000000000000000'];
const not_numbers = ['-', '+1', '+', '01', '-01', '00', '012', '1.', '.5', '-.5', '1.e1', '0.e1', '1e', '1e+', '1E', '1eE2', '1e1.5', '0x1', '0x', '1_000',
    '1,000', 'NaN', '-NaN', 'Infinity', '-Infinity', 'inf', '--1', '+-1', '1-1', '1+2', '- 1', '1 2', '1a', '-1x', '0.1.2', '2.e3', '１', '1e２', '∞', '1#', '0b1', '0o7', '1.0 .0', '*', '1]'];
const strings = ['', 'a', '\\"', '\\\\', '\\/', '\\b\\f\\n\\r\\t', '\\u0061', '\\u4e2d', '\\uD834\\udd1e', '\\uDBFF\\uDFFF', '\\u0012', '\\u0000', '\\u2028\\u2029', '\u2028',
    '\u007f', '/', '中文', '😀', '𠮷', '\uffff', '\u{10ffff}', '\ufdd0', 'e\u0301', '\u00a0', '\ufeff', '\\\\u0061', '\\uFFFE', '\\u0022\\u005c', 'a/*b*/c', '{}[]:,', 'null', "'"];
const not_strings = ['\\', '\\a', '\\x00', '\\u', '\\u0', '\\u00', '\\u000', '\\u00G0', '\\U0061', '\\u 061', "\\'", '\\0', '\\e', '\\\\\\', '\\\u{1F300}', '\t', '\n', '\r', '\u0000', '\u0001', '\u001f', 'a\nb',
    '\\u{61}', '\\v', '\\ ', '"', 'a"b', '\\uD800\\', '\\uD800\\u', '\\uD800\\u1', '\\uD800\\u1x'];
const half_pairs = ['\\uD800', '\\uDFAA', 'a\\uD800b', '\\uD800\\n', '\\uD800\\uD800', '\\uDC00\\uD800', '\\uD888\\u1234', '\\udd1e\\uD834'];
const bad_utf8 = [[0x80], [0xbf], [0xc0, 0x80], [0xc0, 0xaf], [0xc1, 0xbf], [0xc2], [0xc2, 0x22], [0xe0, 0x80, 0xaf], [0xe0, 0x9f, 0xbf], [0xe4, 0xb8], [0xed, 0xa0, 0x80],
    [0xed, 0xbf, 0xbf], [0xf0, 0x80, 0x80, 0x80], [0xf0, 0x8f, 0xbf, 0xbf], [0xf0, 0x9f, 0x98], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80], [0xfe], [0xff], [0xc3, 0x28], [0xe9], [0xd6, 0xd0, 0xce, 0xc4]];
const structures = ['null', 'true', 'false', '[]', '{}', '[[]]', '[{}]', '{"a":[]}', '[1,2,3]', '[ 1 ]', ' [ ] ', '\t[\n1\r]\n', '{"a":1,"b":2}', '{"":0}', '{"a":{"b":{"c":null}}}', '[null,1,"1",{}]', '[[[[[[[[]]]]]]]]',
    '{"\\u0061":1}', '{"a\\u0000b":1}', '{"中":"文"}', '[1,null,null,null,2]', '{"min":-1.0e+28,"max":1.0e+28}', '{"a":"b","A":"b"}', '[""]', '[false]', '[ 4]', '[1 ]'];
const not_structures = ['', ' ', '[', ']', '{', '}', '[1', '[1,', '[,1]', '[1,]', '[1,,2]', '[,]', '[1 true]', '["a" "b"]', '["a",', '["a', '[1:2]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{,"a":1}', '{"a"::1}', '{"a" 1}',
    '{a:1}', "{'a':1}", '{1:1}', '{null:1}', '{"a":1 "b":2}', '{"a":1,,"b":2}', '{"a","b"}', '{:1}', '{[]:1}', '[}', '{]', '[1}', '{"a":1]', '[[1]', '[1]]', '[1]1', '[1],', '{"a":1}}', '/**/1', '1//', '[1/*x*/]', '#1', 'nul', 'nulll', 'True',
    'FALSE', 'truth', 'undefined', '[undefined]', '<null>', '<', '"a', "'a'", 'a', '[a]', '\\u0031', '"a"b', '[\u00a01]', '[\u30001]', '\u2028[1]', '\ufeff1', '[\v1]', '[\f1]', '"a"\u0000', '[1]\u0000', '\u0000', '[\u0000]', '*', '[*]', '`a`', '(1)', '1;', '[1;2]', '{"a"=1}', '{"a":1;"b":2}', '&', '"a"+"b"', '[1)', '{}{}', '[][]', '"\\u', '[ \\n 1]', '[-]', '{"a":-}', '[1.]', '--', '{"a":1}\n]'];
const files = ['', ' ', '\n', '[', '{', '"', '[]', '0', 'null', '""', `${whole} `, `\n\t\r ${whole}`, `${whole}x`, `${whole},`, `${whole}${whole}`, `[${whole}]`, `\ufeff${whole}`, `\ufeff\ufeff${whole}`, `${whole}\ufeff`, `${whole}\u0000`, `\u0000${whole}`,
    `${whole}//`, `/**/${whole}`, `(${whole})`, `x=${whole}`, `)]}',\n${whole}`, whole.slice(0, -1), whole.slice(1), whole.replaceAll('"', "'"), whole.replace('"x"', 'x'), whole.replace('{', '{,')];

const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);

const must_read = [
    ...numbers.map((text) => around(text)), ...strings.map((text) => quoted(text)), ...structures.map((text) => around(text)),
    ...[' ', '\n', '\t', '\r', ' \r\n\t '].map((blank) => around(blank, '1', blank)),
    ...[1, 10, 63].map((depth) => around(nested(depth))),
];
const must_refuse = [
    ...not_numbers.map((text) => around(text)), ...not_strings.map((text) => quoted(text)), ...not_structures.map((text) => around(text)),
    ...bad_utf8.map((bytes) => quoted(bytes)), ...bad_utf8.map((bytes) => around('{"', bytes, '":1}')), ...bad_utf8.map((bytes) => around(bytes)),
    Buffer.from(whole, 'utf16le'), bytes_of([0xff, 0xfe], Buffer.from(whole, 'utf16le')), Buffer.from(whole, 'utf16le').swap16(),
];
// Where another parser may do otherwise, this one does what is said here.
const open = [
    ...half_pairs.map((text) => [quoted(text), 'json-syntax']),
    ...['1e309', '-1e309', '123e100000', '1e999999999999', '0.4e00669999999999999999999999999999999999999999999969999999006'].map((text) => [around(text), 'json-syntax']),
    ...['1e-400', '123.456e-789', '-1e-9999'].map((text) => [around(text), '{']),
    ...[64, 65, 500, 100000, 1000000].map((depth) => [around(nested(depth)), 'json-depth']),
    ...[100, 100000].map((depth) => [around('['.repeat(depth)), 'json-depth']),
    [around('{"a":'.repeat(100000)), 'json-depth'],
    [around('{"a":1,"a":1}'), 'json-duplicate-key'], [around('{"a":1,"\\u0061":2}'), 'json-duplicate-key'], [around('[{"a":{"b":0,"b":0}}]'), 'json-duplicate-key'],
    [bytes_of('\ufeff', whole), '{'],
];

const one_line = (bytes) => (bytes.length > 300 ? `${bytes.subarray(0, 300)}…` : `${bytes}`);

test('JSON: all that is valid is read with its value', () => {
    const verdicts = judge_bytes(must_read);
    must_read.forEach((bytes, i) => {
        const expected = other_reading(bytes);
        assert.notEqual(expected, undefined, `not valid JSON at all: ${one_line(bytes)}`);
        assert.ok(verdicts[i].startsWith('{'), `${verdicts[i]}: ${one_line(bytes)}`);
        assert.deepEqual(JSON.parse(verdicts[i]).x, JSON.parse(JSON.stringify(expected.x)), one_line(bytes));
    });
    console.log(`${must_read.length} valid cases read`);
});

test('JSON: nothing else is', () => {
    const cases = [...must_refuse, ...files.map((text) => Buffer.from(text))];
    const verdicts = judge_bytes(cases);
    let refused = 0;
    cases.forEach((bytes, i) => {
        const expected = other_reading(bytes);
        const is_plan = expected?.format === 'fanglue-plan';
        if (i < must_refuse.length) assert.equal(expected, undefined, `valid JSON after all: ${one_line(bytes)}`);
        assert.equal(verdicts[i].startsWith('{'), is_plan, `${verdicts[i]}: ${one_line(bytes)}`);
        refused += is_plan ? 0 : 1;
    });
    assert.ok(refused > 200 && refused < cases.length);
    console.log(`${refused} invalid cases refused`);
});

test('JSON: where the standard leaves it open, it is as we say', () => {
    const verdicts = judge_bytes(open.map(([bytes]) => bytes));
    open.forEach(([bytes, expected], i) => assert.ok(verdicts[i].startsWith(expected), `${verdicts[i]}: ${one_line(bytes)}`));
    console.log(`${open.length} open cases as decided`);
});
