// The numbers that go between C++ and JavaScript are the same at both ends: web/protocol.js against the enumerations.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, read, without_comments } from './files.mjs';

// What a JavaScript library of Emscripten defines.
function library(name) {
    const defined = {};
    new Function('mergeInto', 'LibraryManager', read(name))((_, parts) => Object.assign(defined, parts), {});
    return defined;
}

// { name: number } of an enumeration; "kTabStop" is called tabStop in JavaScript.
function enumeration(file, head) {
    const body = without_comments(read(file)).match(new RegExp(`${head}[^{;]*\\{([^}]*)\\}`))?.[1];
    assert.ok(body, `${file} has no "${head}"`);
    const values = {};
    let next = 0;
    for (const part of body.split(',').map((text) => text.trim()).filter(Boolean)) {
        const [, name, shift, plain] = part.match(/^(\w+)(?:\s*=\s*(?:1u << (\d+)|(\d+)))?$/) ?? assert.fail(`${file}: ${part}`);
        const value = shift !== undefined ? 2 ** Number(shift) : plain !== undefined ? Number(plain) : next;
        values[name.replace(/^k([A-Z])/, (_, letter) => letter.toLowerCase())] = value;
        next = value + 1;
    }
    return values;
}

const lists = [
    ['$EVENT', 'src/platform/entry.cpp', 'enum class Kind'],
    ['$CAUSE', 'src/app/frame_io.hpp', 'enum class Cause'],
    ['$WAY', 'src/app/frame_io.hpp', 'enum class Way'],
    ['$WHY', 'src/app/frame_io.hpp', 'enum class Why'],
    ['$MODIFIER', 'src/app/frame_io.hpp', 'enum Modifier'],
    ['$FLAG', 'src/app/mirror.hpp', 'enum MirrorFlag'],
    ['$OPERATION', 'src/platform/mirror_diff.cpp', 'enum Operation'],
    ['$GROUP', 'src/platform/mirror_diff.hpp', 'enum Group'],
    ['$ACT', 'src/app/private_store.hpp', 'enum class Act'],
];

test('protocol: every list of numbers is that of the C++ side', () => {
    const protocol = library('web/protocol.js');
    assert.deepEqual(Object.keys(protocol), lists.map(([name]) => name), 'each list is compared');
    for (const [name, file, head] of lists) assert.deepEqual(protocol[name], enumeration(file, head), `${name} and ${head} of ${file}`);
});

test('protocol: the roles stand in the order of their enumeration', () => {
    assert.deepEqual(Object.keys(library('web/roles.js').$ROLES), Object.keys(enumeration('src/app/mirror.hpp', 'enum class Role')));
});

test('protocol: every event and every operation has somebody who sends it and somebody who takes it', () => {
    const sent = files_under('web', '.js').map(read).join('\n');
    for (const name of Object.keys(library('web/protocol.js').$EVENT)) assert.match(sent, new RegExp(`EVENT\\.${name}\\b`), name);
    const acts = read('web/private.js');
    for (const name of Object.keys(library('web/protocol.js').$ACT)) assert.match(acts, new RegExp(`acts\\[ACT\\.${name}\\] =`), name);
});
