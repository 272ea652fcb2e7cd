// planner sign, verify, record and history: from a draft to an approved plan and back through several hands.
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import test from 'node:test';
import { example, file, output, planner, read } from './planner.mjs';

const draft_text = (() => {
    const plan = JSON.parse(read(example('emergency-social-media')));
    delete plan.approvalSteps;
    delete plan.cover.status;
    return output(['import', file(JSON.stringify(plan))]);
})();
const changed = (name, change) => {
    const plan = JSON.parse(read(name));
    change(plan);
    return file(JSON.stringify(plan));
};
const sign = (name, role, who, minute, ...more) => {
    const out = file();
    output(['sign', name, '--role', role, '--name', who, '--at', `2026-03-01T09:${minute}`, ...more, '-o', out]);
    return out;
};
const approved = () => sign(sign(sign(file(draft_text), 'prepare', '甲', '01'), 'review', '乙', '02'), 'approve', '丙', '03');
const verified = (name) => {
    const { status, stdout } = planner(['verify', name, '--json']);
    return { exit: status, ...JSON.parse(stdout) };
};

test('sign: three people in turn; verify says so, and the digest is what another program computes', () => {
    const name = approved();
    const result = verified(name);
    assert.equal(result.exit === 0 && result.whole && result.statusFits, true);
    assert.deepEqual(result.steps.map(({ role, name: who, content, flaws }) => [role, who, content, flaws.length]),
        [['prepare', '甲', 'same', 0], ['review', '乙', 'same', 0], ['approve', '丙', 'same', 0]]);
    const plan = JSON.parse(read(name));
    assert.equal(plan.cover.status, 'approved');
    // The content as RFC 8785 has it, made here: sorted keys, JSON.stringify of strings and numbers.
    const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical)}]`
        : value && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}` : JSON.stringify(value);
    const { approvalSteps, revisions, ...content } = plan;
    delete content.cover.status;
    delete content.cover.revision;
    const digest = createHash('sha256').update(canonical(content)).digest('hex');
    assert.equal(result.digest, digest);
    for (const step of approvalSteps) {
        assert.equal(step.digest, digest);
        const { seal, signature, order, ...sealed } = step;
        assert.equal(seal, createHash('sha256').update(canonical({ plan: plan.id, step: sealed })).digest('hex'));
    }
    assert.equal(revisions.length, 1);
    assert.match(planner(['verify', name]).stdout, /签署全部有效/);
    assert.match(planner(['verify', name, '--language', 'en']).stdout, /not who the signers were/);
});

test('verify: what was changed after signing is told by record and field', () => {
    const name = approved();
    const edited = changed(name, (plan) => { plan.tasks[0].title = '改过'; plan.cover.introduction += '又加一句。'; });
    const result = verified(edited);
    assert.equal(result.exit, 1);
    assert.deepEqual(result.steps.map(({ content, changes }) => [content, changes]), Array(3).fill(['changed', null]));
    // With the file that was signed the way back is known, and so is what changed.
    const carried = file();
    output(['record', edited, '--from', name, '--name', '甲', '--at', '2026-03-02T09:00', '-o', carried]);
    const { id } = JSON.parse(draft_text).tasks[0];
    for (const { changes } of verified(carried).steps)
        assert.deepEqual(changes, [{ record: 'cover', id: 'cover', field: 'introduction' }, { record: 'task', id, field: 'title' }]);
    assert.match(planner(['verify', carried]).stdout, /改了以下内容[\s\S]*任务名称:.*→改过/);
    const versions = JSON.parse(output(['history', carried, '--json'])).versions;
    assert.deepEqual(versions.map(({ content }) => content), [true, true]);
    assert.equal(JSON.parse(output(['history', carried, '--content', versions[0].id])).tasks[0].title, JSON.parse(draft_text).tasks[0].title);
    assert.doesNotMatch(output(['history', carried, '--drop']), /"back"/);
});

test('sign: what may not be signed is refused with a reason, and nothing is written', () => {
    const prepared = sign(file(draft_text), 'prepare', '甲', '05');
    const at = ['--at', '2026-03-01T09:06'];
    for (const [args, code, status] of [[['--role', 'approve', '--name', '丙', ...at], 'sign-turn-review', 2], [['--role', 'review', '--name', '甲', ...at], 'sign-same-person', 2],
        [['--role', 'review', '--name', '乙', '--at', '2026-03-01T09:00'], 'sign-clock', 2], [['--role', 'review', '--name', '乙', '--decision', 'returned', ...at], 'sign-reason', 2],
        [['--role', 'boss', '--name', '乙', ...at], 'usage-role', 3], [['--role', 'review', '--name', '乙', '--decision', 'pending', ...at], 'usage-decision', 3],
        [['--role', 'review', '--name', '乙', '--at', 'today'], 'usage-moment', 3], [['--role', 'review', '--name', '', ...at], 'sign-name', 2]]) {
        const result = planner(['sign', prepared, ...args]);
        assert.equal(result.status, status, result.stderr);
        assert.match(result.stderr, new RegExp(`\\[${code}[ \\]]`));
        assert.equal(result.stdout, '');
    }
});

test('history: copies of one recorded version merge without any other file', () => {
    const sent = file();
    output(['record', file(draft_text), '--name', '甲', '--note', '送审', '--at', '2026-03-01T09:00', '-o', sent]);
    const edit = (change) => {
        const edited = changed(sent, change), out = file();
        output(['record', edited, '--from', sent, '--name', '乙', '--at', '2026-03-02T09:00', '-o', out]);
        return out;
    };
    const ours = edit((plan) => { plan.tasks[0].title = '我方'; }), theirs = edit((plan) => { plan.tasks[0].note = '对方'; plan.risks[0].factor = '新'; });
    const out = file();
    const { status, stdout } = planner(['merge', '/dev/null', ours, theirs, '-o', out, '--json']);
    assert.equal(status, 0, stdout);
    assert.equal(JSON.parse(stdout).ancestor, true);
    const { tasks, risks } = JSON.parse(read(out));
    assert.deepEqual([tasks[0].title, tasks[0].note, risks[0].factor], ['我方', '对方', '新']);
    assert.match(output(['history', out]), /送审/);
    assert.equal(planner(['history', out, '--content', 'none']).status, 2);
});

test('key: signatures with keys are known, unknown, another\'s, broken or none, and WebCrypto finds them right', async () => {
    const passphrase = file('a long passphrase\n');
    const key_of = (who) => { const name = file(); const line = output(['key', '--name', who, '--passphrase-file', passphrase, '-o', name]); return { name, line }; };
    const author = key_of('甲'), impostor = key_of('甲'), reviewer = key_of('乙');
    const with_key = (key) => ['--key', key.name, '--passphrase-file', passphrase];
    const prepared = sign(file(draft_text), 'prepare', '甲', '01', ...with_key(author));
    const name = sign(sign(prepared, 'review', '乙', '02', ...with_key(reviewer)), 'approve', '丙', '03');
    const states = (plan, keys) => JSON.parse(planner(['verify', plan, '--json', '--keys', file(keys)]).stdout).steps.map(({ key }) => key);
    assert.deepEqual(states(name, author.line + reviewer.line), ['known', 'known', 'none']);
    assert.deepEqual(states(name, author.line), ['known', 'unknown', 'none']);
    assert.deepEqual(states(name, impostor.line), ['unknown', 'unknown', 'none']);
    assert.deepEqual(states(name, author.line + reviewer.line.replace('乙', '丁')), ['known', 'other-name', 'none']);
    assert.equal(planner(['verify', name]).status, 0);
    // The key swapped under the same name: sealed and signed anew it is whole, but not known.
    const forged = sign(file(draft_text), 'prepare', '甲', '01', ...with_key(impostor));
    assert.deepEqual(states(forged, author.line), ['unknown']);
    const broken = changed(prepared, (plan) => { plan.approvalSteps[0].key = impostor.line.split(' ')[0]; });
    const result = JSON.parse(planner(['verify', broken, '--json']).stdout);
    assert.deepEqual([result.steps[0].key, result.steps[0].flaws], ['broken', ['seal', 'signature']]);
    const stripped = changed(prepared, (plan) => { delete plan.approvalSteps[0].signature; });
    assert.deepEqual(JSON.parse(planner(['verify', stripped, '--json']).stdout).steps[0].flaws, ['signature']);

    const canonical = (value) => (value && typeof value === 'object' ? `{${Object.keys(value).sort().map((one) => `${JSON.stringify(one)}:${canonical(value[one])}`)}}` : JSON.stringify(value));
    const plan = JSON.parse(read(prepared));
    const { seal, signature, order, ...step } = plan.approvalSteps[0];
    const point = await webcrypto.subtle.importKey('raw', Buffer.from(step.key.slice(6), 'hex'), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    assert.ok(await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, point, Buffer.from(signature, 'hex'), Buffer.from(canonical({ plan: plan.id, step }))));
    for (const [args, code] of [[['--name', '丁', ...with_key(author)], 'key-name'], [['--name', '甲', '--key', passphrase, '--passphrase-file', passphrase], 'protect-format'],
        [['--name', '甲', '--key', author.name, '--passphrase-file', file('another one')], 'protect-passphrase']])
        assert.match(planner(['sign', file(draft_text), '--role', 'prepare', ...args]).stderr, new RegExp(`\\[${code}`));
    assert.match(planner(['key', '--name', '甲', '--passphrase-file', passphrase, '-o', author.name]).stderr, /\[file-exists/);
});
