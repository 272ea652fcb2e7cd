// The house style, as far as a script can see it.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { files_under, findings_in, no_findings, read, root, root_entries, without_comments } from './files.mjs';

const run = promisify(execFile);
const folders = ['src', 'web', 'shell', 'tests'];
const code_endings = ['.cpp', '.hpp', '.mjs', '.js', '.html', '.css', '.cmake', 'CMakeLists.txt'];
const is_data = (name) => /\/(fixtures|golden|seeds|data)\//.test(name);
const scripts = () => ['dev', ...files_under('.dev', '.sh')];
const code_files = () => folders.flatMap((folder) => files_under(folder, ...code_endings)).filter((name) => !is_data(name));

test('style: the root holds only what it should', () => {
    const allowed = ['CMakeLists.txt', 'CMakePresets.json', 'README.md', 'assets', 'dev', 'shell', 'src', 'tests', 'web'];
    no_findings(root_entries().filter((name) => !name.startsWith('.') && !allowed.includes(name)));
});

test('style: commands of dev that a text or comment names are there', () => {
    const commands = new Set([...read('dev').matchAll(/^cmd_(\w+)\(\)/gm)].map(([, name]) => name));
    const unknown = (name, text) => [...text.matchAll(/(?<=[`\s(])\.\/dev ([a-z]+)/g)].filter(([, used]) => !commands.has(used)).map(([all]) => `${name}: ${all}`);
    const texts = ['README.md', 'src/README.md', 'tests/README.md'];
    no_findings(findings_in([...texts, ...code_files(), ...scripts()], unknown));
    assert.deepEqual(unknown('x', 'see ./d' + 'ev nothing'), ['x: ./d' + 'ev nothing']);
});

test('style: no file has more than 400 lines', () => {
    const long = (name, text) => {
        const lines = text.split('\n').length - 1;
        return lines > 400 ? [`${name}: ${lines} lines`] : [];
    };
    no_findings(findings_in([...code_files(), ...scripts()], long));
});

test('style: no conditional compilation outside platform', () => {
    const names = files_under('src', '.hpp', '.cpp').filter((name) => !name.startsWith('src/platform/'));
    const conditional = (name, text) => (/^\s*#\s*(if|ifdef|ifndef)\b/m.test(without_comments(text)) ? [name] : []);
    no_findings(findings_in(names, conditional));
    assert.deepEqual(conditional('x', '#ifdef __EMSCRIPTEN__\n#endif\n'), ['x']);
});

test('style: of std::ranges only what the oldest library of the page has', () => {
    const had = new Set(['begin', 'end', 'size', 'subrange']);  // and what the fallback adds to that of Emscripten 3.1.6
    for (const [, name] of read('src/platform/ranges_fallback.hpp').matchAll(/^(?:template <.*> )?(?:constexpr )?(?:auto|bool|void) (\w+)\(/gm)) had.add(name);
    const lacking = (name, text) =>
        [...without_comments(text).matchAll(/\bstd::ranges::(\w+)/g)].filter(([, used]) => !had.has(used)).map(([all]) => `${name}: ${all}`);
    const native = /^(tests\/(gallery|bench)|src\/platform)\//;  // the page has no part in these
    no_findings(findings_in(['src', 'tests'].flatMap((folder) => files_under(folder, '.hpp', '.cpp')).filter((name) => !native.test(name)), lacking));
    assert.deepEqual(lacking('x', 'std::ranges::rotate(a, b); std::ranges::find(a, b);'), ['x: std::ranges::rotate']);
});

test('style: a header opens with its name and purpose and is guarded', () => {
    const bad = (name, text) => {
        const opens = text.startsWith(`// ${name.replace(/^src\//, '')}: `) || text.startsWith(`// ${name}: `);
        return opens && text.includes('\n#pragma once\n') ? [] : [name];
    };
    no_findings(findings_in([...files_under('src', '.hpp'), ...files_under('tests', '.hpp')], bad));
});

test('style: nothing unfinished, and no place of one machine', () => {
    // Put together here so that this file does not find itself.
    const words = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X:', '/wo' + 'rk/', 'registry\\.npm' + 'js', 'deb\\.debian' + '\\.org'].join('|'));
    const unfinished = (name, text) =>
        text.split('\n').flatMap((line, i) => (words.test(line) ? [`${name}:${i + 1}: ${line.trim()}`] : []));
    const lock_files = folders.flatMap((folder) => files_under(folder, 'package-lock.json', '.md'));
    no_findings(findings_in([...code_files(), ...lock_files, ...scripts(), 'README.md'], unfinished));
});

test('style: C++ is formatted by clang-format', async (t) => {
    // Versions of clang-format differ in details; 14 is Debian 12's.
    const version = execFileSync('clang-format', ['--version'], { encoding: 'utf8' });
    if (!/version 14\./.test(version)) return t.skip(`needs clang-format 14, found: ${version.trim()}`);
    const names = ['src', 'tests'].flatMap((folder) => files_under(folder, '.hpp', '.cpp'));
    const half = Math.ceil(names.length / 2);
    const check = (part) =>
        part.length ? run('clang-format', ['--dry-run', ...part], { cwd: root, maxBuffer: 1 << 26 }).then((r) => r.stderr) : '';
    const outputs = await Promise.all([check(names.slice(0, half)), check(names.slice(half))]);
    const unformatted = new Set([...outputs.join('').matchAll(/^(\S+?):\d+:\d+: warning/gm)].map((match) => match[1]));
    no_findings([...unformatted], 'run clang-format -i on these');
});

// All in one process, as starting one for each takes a minute: a module or, where it is none, a script.
const parse_all = `
    import { readFileSync } from 'node:fs';
    import path from 'node:path';
    import vm from 'node:vm';
    const [root, ...names] = process.argv.slice(1);
    for (const name of names) {
        const text = readFileSync(path.join(root, name), 'utf8').replace(/^#!.*/, '');
        try {
            name.endsWith('.mjs') ? new vm.SourceTextModule(text) : new vm.Script(text);
        } catch (error) {
            console.log(name + ': ' + error.message);
        }
    }
    console.log(names.length + ' parsed');`;

test('style: scripts parse', async () => {
    const names = folders.flatMap((folder) => files_under(folder, '.mjs', '.js'));
    const { stdout } = await run(process.execPath, ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', parse_all, root, ...names]);
    assert.equal(stdout, `${names.length} parsed\n`);
    const not_a_script = await run(process.execPath, ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', parse_all, root, 'README.md']);
    assert.match(not_a_script.stdout, /README.md: /);
    for (const name of scripts()) await run('bash', ['-n', path.join(root, name)]);
});
