// web/traditional.mjs: the traditional Chinese words and templates, made from the simplified ones by OpenCC and a table
// of corrections: `node web/traditional.mjs` writes them into assets. They are committed, so that building needs no
// OpenCC; a lint test makes them again and compares.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (name) => readFileSync(path.join(root, name), 'utf8');

export function has_opencc() {
    try {
        execFileSync('opencc', ['--version'], { stdio: 'ignore' });
        return true;
    } catch {
        return false;
    }
}

const lines_of = (text) =>
    text.split('\n').flatMap((line) => {
        const at = line.indexOf(' = ');
        return line.startsWith('#') || at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 3).trim()]];
    });
const is_key = (text) => /^[a-z][A-Za-z0-9_-]*\./.test(text);
const overrides = () => lines_of(read('assets/lang/zh-Hant.overrides'));

function convert(text) {
    const made = execFileSync('opencc', ['-c', 's2tw'], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 });
    return overrides().reduce((all, [from, to]) => (is_key(from) ? all : all.replaceAll(from, to)), made);
}

function words() {
    const set = new Map(overrides().filter(([key]) => is_key(key)));
    const source = read('assets/lang/zh-Hans.lang').split('\n');
    const made = convert(source.join('\n')).split('\n');
    const key_of = (line) => line.slice(0, Math.max(0, line.indexOf('='))).trim();
    const body = made.flatMap((line, i) => {
        if (line.startsWith('#')) return [];
        const key = key_of(source[i]);
        return set.has(key) ? [`${key} = ${set.get(key)}`] : [line];
    });
    const head = '# Made by web/traditional.mjs from zh-Hans.lang and zh-Hant.overrides: change those, not this file.\n';
    return head + body.join('\n').replace(/\n{3,}/g, '\n\n');
}

// [[path, content]] of every file that is made.
export function traditional_files() {
    const templates = readdirSync(path.join(root, 'assets/templates')).filter((name) => /^[a-z-]+\.json$/.test(name));
    return [
        ['assets/lang/zh-Hant.lang', words()],
        ...templates.map((name) => [
            `assets/templates/${name.replace('.json', '.zh-Hant.json')}`,
            convert(read(`assets/templates/${name}`)),
        ]),
    ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
    for (const [name, content] of traditional_files()) writeFileSync(path.join(root, name), content);
