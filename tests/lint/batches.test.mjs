// Files of one folder are compiled several at a time (src/CMakeLists.txt, fanglue_batches), so what each has for itself must have a
// name of its own in the whole folder: whatever the batches, nothing clashes and nothing is mistaken for another.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, no_findings, read, without_comments } from './files.mjs';

// What the file declares at the top of its anonymous namespaces: types, functions, constants, aliases.
function own_names(text) {
    const code = without_comments(text).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g, '""').replace(/^\s*#.*$/gm, '');
    const names = new Set();
    for (const opening of code.matchAll(/\bnamespace\s*\{/g)) {
        let depth = 0, flat = '';
        for (let at = opening.index + opening[0].length; at < code.length; ++at) {
            const c = code[at];
            if (c === '{') { if (depth++ === 0) flat += '{'; }
            else if (c === '}') { if (depth-- === 0) break; if (depth === 0) flat += '};'; }
            else if (depth === 0) flat += c;
        }
        for (const statement of flat.split(';').map((part) => part.trim()).filter(Boolean)) {
            const name = name_of(statement);
            if (name) names.add(name);
            if (/^(static )?const(expr)? /.test(statement) && !statement.includes('('))  // several in one statement
                for (const [, further] of statement.matchAll(/,\s*(\w+)\s*=/g)) names.add(further);
        }
    }
    return names;
}

function name_of(statement) {
    const text = statement.replace(/^(template\s*<[^{]*?>\s*)+(?=[a-zA-Z])/, '').replace(/\s+/g, ' ');
    // Words used in several files on purpose: the same thing each time.
    if (/^(using (namespace|enum) |using [\w:]+$|extern )/.test(text)) return null;
    return (
        text.match(/^(?:struct|class|union|enum(?: class| struct)?) (\w+)/)?.[1] ??
        text.match(/^using (\w+) =/)?.[1] ??
        text.match(/^[^={(]*?\b(\w+)(?:\[[^\]]*\])* ?(?:[={]|$)/)?.[1] ??
        text.match(/\b(\w+)\s*\(/)?.[1] ??
        null
    );
}

// { name: [files] } of those that more than one file has.
function clashes(files) {
    const owners = new Map();
    for (const file of files) for (const name of own_names(read(file))) owners.set(name, [...(owners.get(name) ?? []), file]);
    return [...owners].filter(([, where]) => where.length > 1);
}

const folders = ['base', 'model', 'edit', 'revision', 'analysis', 'codec', 'report', 'intake', 'exchange', 'store', 'sheet', 'app', 'view', 'ui'];
test('batches: files that are compiled together have no name twice', () => {
    const found = folders.flatMap((folder) => {
        const files = files_under(`src/${folder}`, '.cpp').filter((file) => !/\/rules\//.test(file));
        return clashes(files).map(([name, where]) => `${name}: ${where.join(', ')}`);
    });
    no_findings(found, 'give these names of their own');
});

test('batches: what the check sees', () => {
    const text = 'namespace {\nusing model::Plan;\nusing Ids = int;\nstruct Writer { int is_digit(char); };\nconstexpr int limits[] = {1, 2};\nconstexpr float slop = 4, edge = 2;\n'
        + 'bool is_digit(char c) {\n  int inner = 0; return inner;\n}\ntemplate <class T> T made(T a = {}) { return a; }\nint counted = 0;\n}\nint outside() { return 0; }';
    assert.deepEqual([...own_names(text)], ['Ids', 'Writer', 'limits', 'slop', 'edge', 'is_digit', 'made', 'counted']);
});
