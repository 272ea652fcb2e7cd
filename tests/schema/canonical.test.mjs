// The written and the canonical form against JavaScript's own JSON, an independent implementation.
import assert from 'node:assert/strict';
import test from 'node:test';
import { random_plans, run } from './source.mjs';

// RFC 8785: members sorted by UTF-16 code units, which is how JavaScript sorts strings; all else as JSON.stringify writes it.
function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    return `{${Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
        .join(',')}}`;
}

test('canonical: 1,000 random plans have the bytes of RFC 8785', () => {
    for (const plan of random_plans(1, 1000)) assert.equal(plan.canonical, canonical(JSON.parse(plan.written)));
});

test('written: laid out as JSON.stringify does it', () => {
    // Odd seeds have no members that are kept verbatim, such as 4.50.
    for (const plan of random_plans(1, 1000).filter((_, i) => i % 2 === 0)) {
        assert.equal(plan.written, `${JSON.stringify(JSON.parse(plan.written), null, 2)}\n`);
    }
});

test('canonical: the examples of the RFC', () => {
    // RFC 8785, appendix B and section 3.2.3, through members that this version does not know.
    const head = { format: 'fanglue-plan', version: '1.0', id: 'p1' };
    const numbers = [0, -0, 5e-324, -5e-324, 1.7976931348623157e308, 9007199254740992, -9007199254740992, 295147905179352830000, 9.999999999999997e22];
    numbers.push(1e23, 1.0000000000000001e23, 999999999999999700000, 999999999999999900000, 1e21, 9.999999999999997e-7, 0.000001);
    numbers.push(333333333.3333332, 333333333.33333325, 333333333.3333333, 333333333.3333334, 333333333.33333343, -0.0000033333333333333333, 1424953923781206.2);
    const keys = { '€': 'Euro', '\r': 'CR', 'דּ': 'Hebrew', 1: 'One', '😀': 'Emoji', '\u0080': 'Control', 'ö': 'O' };
    const plan = { ...head, later: { numbers, keys, text: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/' } };
    assert.equal(run(['canonical'], JSON.stringify(plan)), canonical(plan));
});

test('normal form: the quick table holds only characters that are surely in form C', () => {
    const ranges = run(['ranges'])
        .trim()
        .split('\n')
        .map((line) => line.split(' ').map(Number));
    const is_sure = (c) => ranges.some(([first, last]) => c >= first && c <= last);
    const follows = new Set(); // characters that may combine with what stands before them
    for (let c = 0; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c <= 0xdfff) continue;
        const text = String.fromCodePoint(c);
        for (const part of [...text.normalize('NFD')].slice(1)) follows.add(part.codePointAt(0));
        if (is_sure(c)) assert.equal(text.normalize('NFC'), text, `U+${c.toString(16)}`);
    }
    for (const c of follows) assert.ok(!is_sure(c), `U+${c.toString(16)} combines`);
    // A mark, even one that never combines, would be sorted before this one, whose class is the highest.
    for (const [first, last] of ranges) {
        for (let c = first; c <= last; c++) {
            assert.ok(`\u0345${String.fromCodePoint(c)}`.normalize('NFD').startsWith('\u0345'), `U+${c.toString(16)}`);
        }
    }
});
