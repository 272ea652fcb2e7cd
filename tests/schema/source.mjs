// tests/schema/source.mjs: the program plan_source, which prints random plans and judges files.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.PLAN_SOURCE ?? `${root}build/native/tests/schema/plan_source`;

export function run(args, input = '') {
    const result = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 29 });
    if (result.error) throw result.error;
    if (result.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
    return result.stdout;
}

const lines = (text) => text.split('\n').slice(0, -1);

// [{written, canonical}] of so many random plans.
export const random_plans = (first, count) => lines(run(['plans', `${first}`, `${count}`])).map((line) => JSON.parse(line));

// [{code, subject}] of plans as values; code "ok": readable.
export function judge(plans) {
    const input = plans.map((plan) => `${JSON.stringify(plan)}\n`).join('');
    return lines(run(['check'], input)).map((line) => {
        const [code, subject = ''] = line.split(' ');
        return { code, subject };
    });
}

// What the reader says of files given as bytes: the plan's canonical form, beginning with "{", or the code of its refusal.
export const judge_bytes = (files) => lines(run(['bytes'], files.map((bytes) => `${Buffer.from(bytes).toString('hex')}\n`).join('')));
