// The page's second program as it is released, run as its worker runs it: it makes of every example what the command line makes, in
// every format that is written, on both subjects, in all languages; and reads what the command line reads.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const page = path.join(process.env.WASM_BUILD ?? 'build/web-release', 'page');
const planner = 'build/native/src/planner';
const examples = readdirSync('assets/examples').map((name) => `assets/examples/${name}`);
const languages = ['zh-Hans', 'zh-Hant', 'en'];
const day = '2026-07-15';

const planned = (...args) => execFileSync(planner, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
const formats = planned('formats').toString().trim().split('\n').map((line) => line.split('\t'));

// The worker's script in a scope of its own; run(errand, words) resolves to the messages up to the outcome.
function documents_program() {
    const code = readFileSync(path.join(page, 'documents.js'), 'utf8');
    let take, hear;
    const scope = {
        location: { href: 'file:///documents.js' },
        addEventListener: (type, listener) => { if (type === 'message') take = listener; },
        postMessage: (message) => hear(message),
    };
    new Function('self', 'importScripts', code)(scope, () => {});
    const read = (name) => new Uint8Array(readFileSync(name));
    take({ data: { program: read(path.join(page, 'documents.wasm')), texts: ['assets/lang/zh-Hans.lang', 'assets/report/report.css'].map(read) } });
    return {
        run: (errand, words) => new Promise((resolve) => {
            const percents = [];
            hear = ({ percent, outcome }) => (outcome ? resolve({ percents, outcome: unpack(outcome) }) : percents.push(percent));
            take({ data: { errand, words } });
        }),
    };
}

// Each text behind its length (exchange/errand.hpp).
const pack = (...texts) => Buffer.concat(texts.flatMap((text) => [Buffer.from(`${Buffer.byteLength(text)}:`), Buffer.from(text)]));
function unpack(bytes) {
    const texts = [];
    for (let at = 0; at < bytes.length; ) {
        const colon = bytes.indexOf(58, at);
        const size = Number(Buffer.from(bytes.subarray(at, colon)).toString());
        texts.push(Buffer.from(bytes.subarray(colon + 1, colon + 1 + size)));
        at = colon + 1 + size;
    }
    return texts;
}

test('documents: the second program writes what planner writes', async (t) => {
    const program = documents_program();
    let compared = 0;
    for (const file of examples) {
        for (const [format] of formats.filter(([, , , writes]) => writes === 'writes')) {
            for (const of of ['plan', 'inspection', 'ledger', 'circular', 'tasks']) {
                for (const language of languages) {
                    const wanted = planned('export', file, '--format', format, '--of', of, '--on', day, '--language', language);
                    const words = language === 'zh-Hans' ? new Uint8Array(0) : readFileSync(`assets/lang/${language}.lang`);
                    const { outcome, percents } = await program.run(pack('0', format, `${day}T00:00`, of, '', '', '', '', 'working', readFileSync(file)), words);
                    assert.equal(String(outcome[0]), 'ok', String(outcome));
                    assert.ok(wanted.equals(outcome[1]), `${file} as ${format}, ${of}, ${language}`);
                    assert.deepEqual([percents[0], percents.at(-1)], [0, 100]);
                    ++compared;
                }
            }
        }
    }
    t.diagnostic(`${compared} documents equal`);
});

test('documents: the second program reads what planner reads', async () => {
    const program = documents_program();
    for (const [format] of formats.filter(([, , reads, writes]) => reads === 'reads' && writes === 'writes')) {
        for (const file of examples) {
            const bytes = planned('export', file, '--format', format, '--on', day);
            const { outcome } = await program.run(pack('1', format, '', 'plan', '', '', '', '', 'working', bytes), new Uint8Array(0));
            assert.equal(String(outcome[0]), 'ok', String(outcome));
            assert.ok(outcome[1].equals(planned('export', file, '--format', 'plan')), `${file} as ${format}`);
        }
    }
    const { outcome } = await program.run(pack('1', 'plan', '', 'plan', '', '', '', '', 'working', '{'), new Uint8Array(0));
    assert.deepEqual(outcome.slice(0, 2).map(String), ['no', 'json-syntax']);
});
