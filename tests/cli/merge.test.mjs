// planner merge, and git over real branches, rebases and merges with it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { example, file, output, planner, read, scratch } from './planner.mjs';

const base_text = read(example('emergency-social-media'));
const changed = (change, text = base_text) => {
    const plan = JSON.parse(text);
    change(plan);
    return JSON.stringify(plan);
};
const task = (plan, index) => plan.tasks[index];

test('merge: both people\'s changes are in the result, which is written as every plan is', () => {
    const base = file(base_text), out = file();
    const ours = file(changed((plan) => { task(plan, 0).title = '我方的任务'; }));
    const theirs = file(changed((plan) => { task(plan, 0).note = '对方的备注'; plan.cover.title = '新名称'; }));
    const { status, stdout } = planner(['merge', base, ours, theirs, '-o', out]);
    assert.equal(status, 0);
    assert.match(stdout, /没有冲突/);
    const merged = JSON.parse(read(out));
    assert.equal(task(merged, 0).title, '我方的任务');
    assert.equal(task(merged, 0).note, '对方的备注');
    assert.equal(merged.cover.title, '新名称');
    assert.equal(output(['import', out]), read(out));
});

test('merge: conflicts are listed with all versions and what was taken, and the status says so', () => {
    const id = task(JSON.parse(base_text), 0).id;
    const base = file(base_text), out = file();
    const ours = file(changed((plan) => { task(plan, 0).title = '甲'; }));
    const theirs = file(changed((plan) => { task(plan, 0).title = '乙'; task(plan, 0).note = '丙'; }));
    const { status, stdout } = planner(['merge', base, ours, theirs, '-o', out, '--json']);
    assert.equal(status, 1);
    const { conflicts, ancestor, format } = JSON.parse(stdout);
    assert.equal(format, 'fanglue-merge');
    assert.equal(ancestor, true);
    assert.deepEqual(conflicts.map(({ record, field }) => [record, field]), [['task', 'title']]);
    const { id: where, kind, ours: o, theirs: t, taken, base: b } = conflicts[0];
    assert.deepEqual({ where, kind, o, t, taken }, { where: id, kind: 'edited', o: '甲', t: '乙', taken: '甲' });
    assert.equal(b, task(JSON.parse(base_text), 0).title);
    assert.equal(task(JSON.parse(read(out)), 0).title, '甲');
    const words = planner(['merge', base, ours, theirs, '-o', out]);
    assert.match(words.stdout, /任务名称.*甲.*乙[\s\S]*1 处冲突/);
    assert.match(planner(['merge', base, ours, theirs, '-o', out, '--language', 'en']).stdout, /changed on both sides/);
});

test('merge: whole rows, places and unknown members are told in JSON, too', () => {
    const with_unknown = (value) => (plan) => { plan.later = value; };
    const base = file(changed(with_unknown(1)));
    const theirs = file(changed((plan) => { with_unknown(3)(plan); plan.risks[0].order = 'zz'; }));
    const other = file(changed((plan) => { with_unknown(4)(plan); plan.risks[0].order = 'zzz'; }));
    const result = JSON.parse(planner(['merge', base, theirs, other, '-o', file(), '--json']).stdout);
    assert.deepEqual(result.conflicts.map(({ record, field, ours: o, theirs: t, taken }) => [record, field, o.order ?? o, t.order ?? t, taken.order ?? taken]),
        [['plan', 'later', 3, 4, 3], ['risk', 'order', 'zz', 'zzz', 'zz']]);
});

test('merge: without a common version it compares and says so', () => {
    const out = file(), empty = file('');
    const ours = file(base_text), theirs = file(changed((plan) => { plan.cover.title = '另一个名称'; }));
    const { status, stdout } = planner(['merge', empty, ours, theirs, '-o', out]);
    assert.equal(status, 1);
    assert.match(stdout, /没有共同的起点/);
    assert.equal(JSON.parse(planner(['merge', '/dev/null', ours, theirs, '-o', out, '--json']).stdout).ancestor, false);
    assert.equal(planner(['merge', empty, ours, ours, '-o', out]).status, 0);
});

test('merge: bad input is refused and nothing is written', () => {
    const good = file(base_text), other = file(changed((plan) => { plan.id = 'another'; })), broken = file('{"format": "fanglue-plan"');
    for (const [args, code] of [[[broken, good, good], 'json-syntax'], [[good, broken, good], 'json-syntax'], [[good, good, broken], 'json-syntax'],
        [[good, good, other], 'merge-other-plan'], [[other, good, good], 'merge-other-plan'], [[file(), good, good], 'file-missing'], [[good, file(''), good], 'file-empty']]) {
        const out = file();
        const { status, stderr } = planner(['merge', ...args, '-o', out]);
        assert.equal(status, 2, stderr);
        assert.match(stderr, new RegExp(`\\[${code}[ \\]]`));
        assert.equal(existsSync(out), false);
    }
    assert.equal(planner(['merge', '-', '-', good, '-o', file()]).status, 3);
    assert.equal(planner(['merge', good, good, good]).status, 3);
});

test('merge: standard output takes the plan, standard error what is said of it', () => {
    const { status, stdout, stderr } = planner(['merge', '-', file(base_text), file(base_text), '-o', '-'], base_text);
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).id, JSON.parse(base_text).id);
    assert.match(stderr, /没有冲突/);
});

test('diff: of one plan, lines in which every value stands', () => {
    const lines = output(['diff', example('emergency-social-media')]);
    const plan = JSON.parse(base_text);
    for (const { id, title } of plan.tasks) assert.ok(lines.includes(`task/${id}`) && lines.includes(title));
    for (const { phone } of plan.people) if (phone) assert.ok(lines.includes(phone));
    assert.notEqual(output(['diff', file(changed((one) => { one.cover.introduction += '末'; }))]), lines);
});

// ---- git

const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
let repositories = 0;
function repository() {
    const folder = path.join(scratch, `库 ${++repositories}'s`); // blanks, Chinese and a quote in the path
    mkdirSync(folder);
    const git = (...args) => execFileSync('git', ['-C', folder, ...args], { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const plan_file = path.join(folder, 'a.plan.json');
    git('init', '-q', '-b', 'main');
    assert.match(output(['git-setup', folder]), /已设置/);
    const edit = (change) => { writeFileSync(plan_file, output(['import', file(changed(change, readFileSync(plan_file, 'utf8')))])); };
    const commit = (message) => { git('add', '.'); git('commit', '-q', '-m', message); };
    writeFileSync(plan_file, output(['import', example('emergency-social-media')]));
    commit('draft');
    return { folder, git, edit, commit, plan: () => JSON.parse(readFileSync(plan_file, 'utf8')), plan_file };
}

test('git: branches that changed one row are merged, which git alone cannot', () => {
    const { git, edit, commit, plan } = repository();
    git('checkout', '-q', '-b', 'review');
    edit((one) => { task(one, 0).note = '审核意见'; task(one, 0).progress = 30; task(one, 0).shortTitle = '简称'; });
    commit('review');
    git('checkout', '-q', 'main');
    edit((one) => { task(one, 0).title = '改名'; task(one, 0).description = '新的说明。'; });
    commit('author');
    git('merge', '-q', '--no-edit', 'review');
    assert.deepEqual([task(plan(), 0).title, task(plan(), 0).note, task(plan(), 0).progress], ['改名', '审核意见', 30]);
    // The same merge by git's own means is a conflict: the lines stand beside each other.
    git('reset', '-q', '--hard', 'HEAD^');
    writeFileSync(path.join(git('rev-parse', '--absolute-git-dir').trim(), 'info/attributes'), '*.json !merge\n');
    assert.notEqual(spawnSync('git', ['-C', git('rev-parse', '--show-toplevel').trim(), 'merge', 'review'], { env: environment }).status, 0);
});

test('git: a rebase of several commits over another\'s work keeps both, commit by commit', () => {
    const { git, edit, commit, plan } = repository();
    git('checkout', '-q', '-b', 'work');
    edit((one) => { task(one, 1).title = '第一步'; });
    commit('one');
    edit((one) => { task(one, 1).note = '第二步'; one.risks[0].factor = '新的风险'; });
    commit('two');
    git('checkout', '-q', 'main');
    edit((one) => { task(one, 1).progress = 50; one.cover.title = '新名称'; });
    commit('other');
    git('checkout', '-q', 'work');
    git('rebase', '-q', 'main');
    const { tasks, risks, cover } = plan();
    assert.deepEqual([tasks[1].title, tasks[1].note, tasks[1].progress, risks[0].factor, cover.title], ['第一步', '第二步', 50, '新的风险', '新名称']);
    assert.equal(git('log', '--format=%s').trim(), 'two\none\nother\ndraft');
    git('checkout', '-q', 'main');
    git('merge', '-q', '--ff-only', 'work');
    git('cherry-pick', '--allow-empty', '--keep-redundant-commits', 'HEAD~1');
});

test('git: a conflict stops the merge, and the file holds a whole plan with our value', () => {
    const { git, edit, commit, plan, folder, plan_file } = repository();
    git('checkout', '-q', '-b', 'review');
    edit((one) => { task(one, 0).title = '对方'; task(one, 1).note = '留下'; });
    commit('review');
    git('checkout', '-q', 'main');
    edit((one) => { task(one, 0).title = '我方'; });
    commit('author');
    const merge = spawnSync('git', ['-C', folder, 'merge', '--no-edit', 'review'], { env: environment, encoding: 'utf8' });
    assert.equal(merge.status, 1);
    assert.match(merge.stdout, /任务名称.*我方.*对方/);
    assert.deepEqual([task(plan(), 0).title, task(plan(), 1).note], ['我方', '留下']);
    assert.ok(planner(['check', plan_file]).status <= 1);
    assert.match(git('status', '--porcelain'), /^UU a\.plan\.json/m);
    commit('merged');
    assert.match(git('log', '-1', '--format=%P'), / /);
});

test('git: what changed is shown by field, and setting up twice changes nothing', () => {
    const { git, edit, folder } = repository();
    edit((one) => { task(one, 0).title = '看得见的改动'; });
    const shown = git('diff');
    assert.match(shown, /^\+ +.*任务名称.*看得见的改动$/m);
    assert.doesNotMatch(shown, /"title"/);
    const attributes = readFileSync(path.join(folder, '.gitattributes'), 'utf8');
    writeFileSync(path.join(folder, '.gitattributes'), '*.png binary');
    output(['git-setup', folder]);
    output(['git-setup', folder, '--pattern', '*.plan.json']);
    assert.equal(readFileSync(path.join(folder, '.gitattributes'), 'utf8'), `*.png binary\n${attributes}`);
});

test('git-setup: where there is no repository, or no such pattern, it says so', () => {
    const { status, stderr } = planner(['git-setup', path.join(scratch, 'none')]);
    assert.equal(status, 2);
    assert.match(stderr, /\[git-failed/);
    assert.match(planner(['git-setup', scratch, '--pattern', 'a b']).stderr, /\[git-pattern/);
});
