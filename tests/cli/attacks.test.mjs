// Attacks on signed plans, one fixture each in tests/sharing/attacks: what is done to the file, and what planner verify must
// say. Some change nothing that counts, and some cannot be seen without keys: the table says so, too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, read, root } from './planner.mjs';

const folder = path.join(root, 'tests/sharing/attacks');
const attacks = readdirSync(folder).map((name) => ({ name: name.replace('.json', ''), ...JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }));

// ---- changing a plan's JSON, places written as JSON pointers; "-" behind the last

const parent_of = (plan, pointer) => {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop();
    let at = plan;
    for (const step of steps) at = at[step];
    assert.ok(at, pointer);
    return [at, Array.isArray(at) && last === '-' ? at.length : last];
};
const get = (plan, pointer) => { const [at, last] = parent_of(plan, pointer); return at[last]; };
const set = (plan, pointer, value) => { const [at, last] = parent_of(plan, pointer); at[last] = value; };
const remove = (plan, pointer) => { const [at, last] = parent_of(plan, pointer); if (Array.isArray(at)) at.splice(last, 1); else delete at[last]; };

const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical)}]`
    : value && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}` : JSON.stringify(value);
const seal_of = (plan, { seal, signature, order, ...step }) => createHash('sha256').update(canonical({ plan: plan.id, step })).digest('hex');

// What somebody does who knows how seals are made.
function reseal(plan, indices) {
    for (const index of indices) {
        const steps = plan.approvalSteps;
        if (index > 0) steps[index].parentDigest = steps[index - 1].seal;
        else delete steps[index].parentDigest;
        steps[index].seal = seal_of(plan, steps[index]);
    }
}

const reversed = (value) => Array.isArray(value) ? value.map(reversed)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, one]) => [key, reversed(one)])) : value;
const forms = {
    compact: (plan) => JSON.stringify(plan),
    reversed: (plan) => JSON.stringify(reversed(plan)),
    escaped: (plan) => JSON.stringify(plan).replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

const in_json = {
    set: (plan, { set: pointer, value }) => set(plan, pointer, value),
    remove: (plan, { remove: pointer }) => remove(plan, pointer),
    swap: (plan, { swap: [a, b] }) => { const kept = get(plan, a); set(plan, a, get(plan, b)); set(plan, b, kept); },
    assign: (plan, { assign: [from, to] }) => set(plan, to, get(plan, from)),
    copy: (plan, { copy: [from, to], with: other }) => set(plan, to, { ...get(plan, from), ...other }),
    reseal: (plan, { reseal: indices }) => reseal(plan, indices),
    back: (plan, { back: pointer }) => { const { status, revision, ...cover } = get(plan, pointer); plan.revisions[0].back = [`cover/cover ${JSON.stringify(cover)}`]; },
};
const in_text = {
    text: (text, { text: [from, to] }) => { assert.ok(text.includes(from), from); return text.replace(from, to); },
    append: (text, { append }) => text + append,
    cut: (text, { cut }) => text.slice(0, -cut),
    form: (text, { form }) => forms[form](JSON.parse(text)),
};
function attacked(text, changes) {
    for (const change of changes) {
        const kind = Object.keys(change).find((key) => key in in_json || key in in_text);
        assert.ok(kind, JSON.stringify(change));
        if (kind in in_text) {
            text = in_text[kind](text, change);
        } else {
            const plan = JSON.parse(text);
            in_json[kind](plan, change);
            text = JSON.stringify(plan, null, 2);
        }
    }
    return text;
}

// ---- the plans that are attacked

function sign(name, role, who, minute, ...more) {
    const out = file();
    output(['sign', name, '--role', role, '--name', who, '--opinion', '同意', '--at', `2026-03-01T09:${minute}`, ...more, '-o', out]);
    return out;
}
const made = new Map();
function signed(on, draft) {
    const key = JSON.stringify([on, draft]);
    if (made.has(key)) return made.get(key);
    const plan = JSON.parse(read(example('emergency-social-media')));
    delete plan.approvalSteps;
    delete plan.cover.status;
    let name = sign(file(attacked(JSON.stringify(plan), draft)), 'prepare', '甲', '01');
    if (on !== 'prepared') name = on === 'returned' ? sign(name, 'review', '乙', '02', '--decision', 'returned') : sign(name, 'review', '乙', '02');
    if (on === 'approved') name = sign(name, 'approve', '丙', '03');
    made.set(key, read(name));
    return made.get(key);
}

function must_say({ status, stdout, stderr }, expect) {
    const codes = expect.refused ? [expect.refused] : expect.either;
    if (codes) {
        assert.equal(status, 2, stdout);
        assert.match(stderr, new RegExp(`\\[(${codes.join('|')})[ \\]]`));
        return;
    }
    assert.equal(stderr, '');
    const result = JSON.parse(stdout);
    const flaws = Object.fromEntries(result.steps.flatMap((step, i) => (step.flaws.length > 0 ? [[i, step.flaws]] : [])));
    if (expect.flaws) assert.deepEqual(flaws, expect.flaws);
    assert.equal(result.whole, expect.whole);
    assert.equal(status, expect.whole ? 0 : 1);
    if (expect.whole) assert.deepEqual(flaws, {});
    if ('statusFits' in expect) assert.equal(result.statusFits, expect.statusFits);
    if ('next' in expect) assert.equal(result.next, expect.next);
    for (const step of result.steps) {
        if (expect.content) assert.equal(step.content, expect.content);
        if (expect.whole) assert.equal(step.content, 'same');
        if ('changes' in expect) assert.deepEqual(step.changes, expect.changes);
    }
}

test('attacks: there are sixty at least, and what is attacked is whole before', () => {
    assert.ok(attacks.length >= 60);
    for (const on of ['approved', 'prepared', 'returned']) {
        const { status, stdout } = planner(['verify', file(signed(on, [])), '--json']);
        assert.equal(status, 0, stdout);
    }
});

for (const { name, what, on = 'approved', draft = [], change, expect } of attacks)
    test(`attacks: ${name}: ${what}`, () => {
        const text = signed(on, draft);
        const changed = attacked(text, change);
        assert.notEqual(changed, text);
        must_say(planner(['verify', file(changed), '--json']), expect);
    });
