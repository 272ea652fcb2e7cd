// The page, its second program, the unit tests and plan_digest are linked with the same flags, but for those that say where a program
// runs, and go through the same hands afterwards.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const build = process.env.WASM_BUILD ?? 'build/web-release';

// Where it runs, what it offers to JavaScript, what JavaScript goes with it; parts of Dear ImGui that are left out.
const of_the_place = [
    /^-sENVIRONMENT=/, /^-sMODULARIZE=/, /^-sEXPORT_NAME=/, /^-sEXPORTED_RUNTIME_METHODS=/, /^-sDYNAMIC_EXECUTION=/, /^-sM(IN|AX)_WEBGL_VERSION=/,
    /^-sFILESYSTEM=/, /^-sFORCE_FILESYSTEM=/, /^-sINVOKE_RUN=/, /^-sNODERAWFS=/, /^-sEXIT_RUNTIME=/, /^-lidbfs\.js$/, /^--js-library$/, /\.js$/,
    /^-Wl,--wrap=_ZN5ImGui/, /^--no-entry$/, /^--extern-post-js$/,
];

const rules = () => readFileSync(path.join(build, 'build.ninja'), 'utf8').split(/\n(?=build )/);
function rule_of(program) {
    const rule = rules().find((text) => text.startsWith(`build ${program}:`));
    assert.ok(rule, `${program} is not built`);
    return (name) => rule.match(new RegExp(`^  ${name} = (.*)$`, 'm'))?.[1] ?? '';
}

function flags_of(program) {
    const value = rule_of(program);
    return `${value('FLAGS')} ${value('LINK_FLAGS')}`.split(/\s+/).filter((flag) => flag && !of_the_place.some((one) => one.test(flag)));
}

test('wasm: what is tested is linked as what is released', () => {
    const page = flags_of('page/fanglue.js');
    assert.ok(page.includes('-Oz'));
    for (const program of ['page/documents.js', 'tests/unit_tests.js', 'tests/wasm/plan_digest.js']) assert.deepEqual(flags_of(program), page, program);
});

// What is done with the linked program, without saying in which folder and with which file.
function afterwards(program) {
    const commands = rule_of(program)('POST_BUILD').split(' && ').filter((command) => !/^(:|cd )/.test(command));
    return commands.map((command) => command.replaceAll(/\S*\/(\w+)\.wasm/g, (whole, name) => {
        assert.equal(name, path.basename(program, '.js'), 'another file');
        return 'PROGRAM.wasm';
    }));
}

test('wasm: what is tested is changed after linking as what is released', () => {
    const page = afterwards('page/fanglue.js');
    assert.equal(page.length, 1);
    assert.match(page[0], /order_functions\.mjs PROGRAM\.wasm$/);
    for (const program of ['page/documents.js', 'tests/unit_tests.js', 'tests/wasm/plan_digest.js']) assert.deepEqual(afterwards(program), page, program);
});

test('wasm: no pass is asked for that changes what a program means', () => {
    const passes = flags_of('page/fanglue.js').filter((flag) => /BINARYEN|fast-math|FAST_MATH|ignore-implicit-traps/i.test(flag));
    assert.deepEqual(passes, []);
});
