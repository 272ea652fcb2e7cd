// The language files against each other and against the code that uses them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, findings_in, no_findings, read, without_comments } from './files.mjs';

const language_folder = 'assets/lang';
const source_language = `${language_folder}/zh-Hans.lang`;

// [{key, text, line}] of a language file.
export function parse_language(content) {
    return content.split('\n').flatMap((line, i) => {
        if (line.trim() === '' || line.startsWith('#')) return [];
        const at = line.indexOf('=');
        return [{ key: line.slice(0, at).trim(), text: line.slice(at + 1).trim(), line: at < 0 ? -(i + 1) : i + 1 }];
    });
}

const language_files = () => files_under(language_folder, '.lang');
const keys_of = (name) => new Map(parse_language(read(name)).map((row) => [row.key, row.text]));
// The page's shell writes its literals with the other quotes.
const shell = () => files_under('shell', '.js').map((name) => [name, read(name).replaceAll("'", '"')]);
const code = () => [...files_under('src', '.hpp', '.cpp').map((name) => [name, without_comments(read(name))]), ...shell()];
const literals = (text) => [...text.matchAll(/"((?:\\.|[^"\\\n])*)"/g)].map((match) => match[1]);

const key_shape = /^[a-z][a-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/;
const file_name = /\.(json|html|md|csv|ics|docx|lang|css|js|wasm|png|svg|txt|xlsx|zip)$/;

// Keys that the code names but `keys` lacks: arguments of words(…), and any literal that begins as some key does.
export function missing_keys(name, text, keys) {
    const families = new Set([...keys.keys()].map((key) => key.split('.')[0]));
    const asked = [...text.matchAll(/\bwords\s*(?:\.has)?\(\s*"([^"]+)"\s*[,)}]/g)].map((match) => match[1]);
    const named = literals(text).filter(
        (literal) => key_shape.test(literal) && !file_name.test(literal) && families.has(literal.split('.')[0]),
    );
    return [...new Set([...asked, ...named])].filter((key) => !keys.has(key)).map((key) => `${name}: ${key}`);
}

// Keys that no literal names and that no literal prefix ("rule.", to which the code adds a rule's own code) covers.
export function unused_keys(keys, texts) {
    const all = new Set(texts.flatMap(literals));
    const prefixes = [...all].filter((literal) => /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*\.$/.test(literal));
    return [...keys.keys()].filter((key) => !all.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
}

test('words: every line of a language file is `key = text`, each key once', () => {
    const bad = (name, content) => {
        const seen = new Set();
        return parse_language(content).flatMap(({ key, text, line }) => {
            const wrong = line < 0 || !/^[a-z][A-Za-z0-9_.-]*$/.test(key) || text === '' || seen.has(key);
            seen.add(key);
            return wrong ? [`${name}:${Math.abs(line)}: ${key}`] : [];
        });
    };
    no_findings(findings_in(language_files(), bad));
    assert.deepEqual(bad('x', 'a.b = 1\na.b = 2\nno text\n'), ['x:2: a.b', 'x:3: no tex']);
});

test('words: every language has the same keys with the same arguments', () => {
    const names = language_files();
    const source = keys_of(source_language);
    const args = (text) => [...new Set(text.match(/\{\d\}/g))].sort().join();
    for (const name of names) {
        const keys = keys_of(name);
        no_findings([...source.keys()].filter((key) => !keys.has(key)), `missing in ${name}`);
        no_findings([...keys.keys()].filter((key) => !source.has(key)), `only in ${name}`);
        const differ = [...source].filter(([key, text]) => args(text) !== args(keys.get(key))).map(([key]) => key);
        no_findings(differ, `arguments in ${name}`);
    }
});

test('words: every key that the code uses exists', () => {
    const keys = keys_of(source_language);
    no_findings(code().flatMap(([name, text]) => missing_keys(name, text, keys)));
});

test('words: every key is used', () => {
    no_findings(unused_keys(keys_of(source_language), code().map(([, text]) => text)));
});

test('words: the checks see what they must', () => {
    const keys = new Map([['risk.title', ''], ['rule.TASK-001', ''], ['old.key', '']]);
    assert.deepEqual(missing_keys('x', 'words("risk.titel"); f("risk.none"); g("risk.json")', keys), ['x: risk.titel', 'x: risk.none']);
    assert.deepEqual(unused_keys(keys, ['words("risk.title")', 'words("rule." + code)']), ['old.key']);
});

// Codes of errors that the code makes: of Error{…} itself, or of a function of one file that makes one.
export function error_codes(text) {
    const made = /\b(?:Error\s*\{\s*(?:\w+\.empty\(\) \? )?|(?:fail|error|no|beyond)\(\s*|at_field\(\w+,\s*)"([a-z]+(?:-[a-z]+)+)"/g;
    return [...text.matchAll(made)].map((match) => match[1]);
}

test('words: every error has a sentence', () => {
    // Met by callers only, which say something else of it.
    const inner = new Set(['deflate-damaged', 'store-change']);
    const keys = keys_of(source_language);
    const made = code().flatMap(([name, text]) => error_codes(text).map((each) => [name, each]));
    assert.ok(made.length > 60, `${made.length} places`);
    no_findings(made.filter(([, each]) => !inner.has(each) && !keys.has(`error.${each}`)).map(([name, each]) => `${name}: ${each}`));
    assert.deepEqual(error_codes('return base::Error{"no-such", {}}; fail("cut-off", x); at_field(info, "far-away", id)'), ['no-such', 'cut-off', 'far-away']);
});
