// tests/bench/json_bench.mjs FILE: JavaScript's own JSON on the same file, in the same words as codec_bench.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');

function median_ms(rounds, work) {
    const times = Array.from({ length: rounds }, () => {
        const start = process.hrtime.bigint();
        work();
        return Number(process.hrtime.bigint() - start) / 1e6;
    });
    return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

const print = (what, value) => console.log(`${what.padEnd(44)} ${value.toFixed(3).padStart(10)} ms`);
const plan = JSON.parse(text);
print('JSON.parse', median_ms(15, () => JSON.parse(text)));
print('JSON.stringify with indentation', median_ms(15, () => JSON.stringify(plan, null, 2)));
print('structuredClone', median_ms(9, () => structuredClone(plan)));
