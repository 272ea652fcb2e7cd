// Updates from one build to the next while the server breaks at each file in turn: always one whole build runs.
// FANGLUE_FAULTS=long stops the server at every file and breaks every file in one of the other ways; the short version
// tries each way once.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { find } from './harness/actions.mjs';
import { app_idle, app_started, eventually, open_computer } from './harness/app.mjs';
import { kept_offline, look_for_update, marked_build, moody_server, running_build, update_now, update_offer } from './harness/builds.mjs';

const long = process.env.FANGLUE_FAULTS === 'long';

// What can happen to the file of `next` named `name`, as answers of a server. "stopped": the server is gone from then on.
const kinds = {
    stopped: (server) => () => { server.stop(); },
    refused: () => (request, response) => response.writeHead(503).end('busy'),
    missing: () => (request, response) => response.writeHead(404).end('no such file'),
    cut: (server, file) => async (request, response) => {
        const bytes = await readFile(file);
        response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': bytes.length });
        response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    },
    replaced: () => (request, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in to the network</title>'),
};

const file_of = (build, name) => path.join(build.dist, name === './' ? 'index.html' : name);

function rounds_of(build) {
    const [stopped, ...others] = Object.keys(kinds);
    if (!long) {
        const picked = ['%BUILD%/assets/lang/en.lang', 'service-worker.js', './', '%BUILD%/fanglue.wasm', '%BUILD%/start.js'];
        return [stopped, ...others].map((kind, index) => ({ name: picked[index], kind }));
    }
    const names = ['service-worker.js', ...build.files.map((name) => name.replace(/^[0-9a-f]{16}/, '%BUILD%'))];
    return names.flatMap((name, index) => [{ name, kind: stopped }, { name, kind: others[index % others.length] }]);
}

test('faults: update with the server failing at each file', { timeout: long ? 3_600_000 : undefined }, async (t) => {
    const builds = [await marked_build(t, 'even'), await marked_build(t, 'odd')];
    const server = await moody_server(t, builds[0].dist);
    const computer = await open_computer(t, { server });
    const page = await computer.open();
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await eventually(async () => /已保存/.test(await page.getByRole('status').first().textContent()), 'the plan to be saved');
    await kept_offline(page);

    const counts = { faults: 0, 'old build whole': 0, 'new build whole': 0 };
    const whole = async (build, what) => {
        assert.deepEqual(await running_build(page), { build: build.build, page: build.build, script: build.mark, wasm: build.mark, foreign: [] }, what);
        await page.getByRole('row', { name: '急诊科社交媒体互动策略计划' }).waitFor({ state: 'attached' });
    };
    const load_again = async () => {
        await page.reload();
        await app_started(page);
    };

    for (const { name, kind } of rounds_of(builds[0])) {
        const [now, next] = builds;
        const what = `${kind} at ${name}`;
        const broken = name.replace('%BUILD%', next.build);
        server.folder = next.dist;
        server.fault = (asked) => asked === broken && kinds[kind](server, file_of(next, broken));
        assert.equal(await look_for_update(page), 'failed', what);
        await load_again();
        await whole(now, `${what}, the server as it is`);
        await server.stop();
        await load_again();
        await whole(now, `${what}, without a server`);
        counts['old build whole'] += 2;

        await server.start();
        server.fault = null;
        assert.equal(await look_for_update(page), 'waiting', what);
        await update_offer(page).waitFor({ state: 'attached' });
        // The server goes away once more, in the middle of taking over.
        await server.stop();
        await update_now(page);
        await app_started(page);
        await whole(next, `${what}, after recovery`);
        counts['new build whole'] += 1;
        await eventually(async () => (await page.evaluate(() => caches.keys())).join() === `fanglue-build-${next.build}`, 'the old build to go');
        await server.start();
        counts.faults += 1;
        builds.reverse();
    }
    await app_idle(page);
    computer.complaints.splice(0, Infinity, ...computer.complaints.filter((line) => !/Failed to load resource|net::ERR|Failed to fetch|integrity|ServiceWorker|service-worker/i.test(line)));
    t.diagnostic(JSON.stringify(counts));
});
