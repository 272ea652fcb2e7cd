// The schema, the reader and a validator of other hands (ajv) agree about what a plan is.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { judge, random_plans, root, run } from './source.mjs';

const require = createRequire(`${root}tests/browser/package.json`);
const Ajv = require('ajv/dist/2020').default;
const add_formats = require('ajv-formats').default;

const schema = JSON.parse(run(['schema']));
const ajv = new Ajv({ allErrors: false, strict: true });
add_formats(ajv);
const validate = ajv.compile(schema);
const explain = (plan) => (validate(plan) ? '' : ajv.errorsText(validate.errors));

// What only the reader can know: other rows, days of the calendar, sizes of decimals.
const beyond_schema = new Set(['duplicate-id', 'reference-missing', 'parent-cycle', 'any-record-type', 'ok']);

// A generator of its own, so that a failure can be repeated.
function random_source(seed) {
    let state = BigInt(seed);
    return (count) => {
        state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
        let z = state;
        z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
        z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
        return Number((z ^ (z >> 31n)) % BigInt(count));
    };
}

const odd_values = [
    null, true, false, 0, -1, 101, 1.5, 1e300, 9007199254740993, '', 'x', 'X', '0', '2026-02-30', '2026-13-01', '2026-03-05', '1899-12-31',
    '2026-03-05T24:00', '2026-03-05T08:30', '1.5', '1.', '-', '1e3', '+1', '\u0007', 'a\tb\nc', 'a\rb', '张'.repeat(500), '😀'.repeat(501),
    '张'.repeat(20001), 'V0', 'running', [], {}, [null], ['x'], ['X'], [['x']], Array(1001).fill('x'), { id: 'x' }, [{ id: 'x' }], [{}],
];

// Every place in a plan: the container and the key in it.
function* places(value) {
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value)) {
        yield [value, key];
        yield* places(value[key]);
    }
}

function mutant(plan, pick) {
    const copy = structuredClone(plan);
    const all = [...places(copy)];
    const [container, key] = all[pick(all.length)];
    const kind = pick(6);
    if (kind === 0 && !Array.isArray(container)) delete container[key];
    else if (kind === 1 && Array.isArray(container)) container.splice(Number(key), 1);
    else if (kind === 2 && !Array.isArray(container)) {
        const list = Object.keys(schema.properties)[pick(Object.keys(schema.properties).length)];
        const row = schema.$defs[schema.properties[list].items?.$ref?.slice(8)];
        const fields = Object.keys(row?.properties ?? { id: 0 });
        copy[list] = [{ id: 'm', [fields[pick(fields.length)]]: odd_values[pick(odd_values.length)] }];
    } else container[key] = odd_values[pick(odd_values.length)];
    return copy;
}

test('schema: the copy in assets is up to date', () => {
    assert.equal(readFileSync(`${root}assets/schema/plan.schema.json`, 'utf8'), run(['schema']), 'renew it: plan_source schema > assets/schema/plan.schema.json');
});

test('schema: a thousand random plans are valid', () => {
    for (const { written } of random_plans(1, 1000)) assert.equal(explain(JSON.parse(written)), '');
});

test('schema: the templates are valid, and the reader takes them', () => {
    const folders = ['assets/templates', 'assets/examples'].map((folder) => root + folder).filter(existsSync);
    const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter((name) => name.endsWith('.json'));
    for (const file of files) {
        const plan = JSON.parse(readFileSync(file, 'utf8'));
        if (plan.format !== 'fanglue-plan') continue;
        assert.equal(explain(plan), '', file);
        assert.deepEqual(judge([plan])[0], { code: 'ok', subject: '' }, file);
    }
});

test('schema: what it refuses the reader refuses, and the other way round', () => {
    const pick = random_source(20260305);
    const mutants = random_plans(5000, 250).flatMap(({ written }) => {
        const plan = JSON.parse(written);
        return written.length > 50000 ? [] : Array.from({ length: 15 }, () => mutant(plan, pick));
    });
    const verdicts = judge(mutants);
    const seen = new Set();
    let refused = 0;
    mutants.forEach((plan, i) => {
        const { code, subject } = verdicts[i];
        const reason = explain(plan);
        if (reason) {
            refused++;
            assert.notEqual(code, 'ok', `${reason}\n${JSON.stringify(plan)}`);
            return;
        }
        seen.add(code);
        const field = subject.split('/').slice(1);
        const row = schema.$defs[schema.properties[field[0]]?.items?.$ref.slice(8)] ?? schema.$defs[field[0]];
        const is_decimal = row?.properties[field.at(-1)]?.$ref === '#/$defs/decimal';
        const beyond = beyond_schema.has(code) || (is_decimal && code === 'number-range');
        assert.ok(beyond, `only the reader refuses: ${code} ${subject}`);
    });
    assert.ok(refused > 1000);
    assert.ok(seen.has('ok') && seen.has('reference-missing'));
});

test('schema: each fixture that it can judge is refused by it, too', () => {
    const folder = `${root}tests/codec/fixtures/`;
    const codes = readdirSync(folder)
        .map((name) => name.replace('.json', ''))
        .filter((code) => /^(wrong|unknown|bad|id-missing|order|text-control|number-range|parent-missing|format|version-[a-z])/.test(code));
    assert.ok(codes.length >= 12);
    for (const code of codes) assert.notEqual(explain(JSON.parse(readFileSync(`${folder}${code}.json`, 'utf8'))), '', code);
});
