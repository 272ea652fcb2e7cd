// tests/browser/harness/app.mjs: a real Chromium on the built page, and what a test needs to drive it as a person would.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';
import { serve } from '../../../web/serve.mjs';
import { chromium_path } from './chromium.mjs';
import { go_outside } from './stores.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const dist = process.env.FANGLUE_DIST ?? path.join(root, 'dist');

// FANGLUE_BROWSER=firefox runs the tests that need no Chromium protocol in Debian's Firefox, through WebDriver BiDi.
export const in_firefox = process.env.FANGLUE_BROWSER === 'firefox';
export const chromium_only = in_firefox ? 'needs the protocol of Chromium' : false;

const firefox_path = () => process.env.FANGLUE_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file));
const executablePath = in_firefox ? firefox_path() : chromium_path;

// The software mode that a person without a GPU gets, without the browser's own traffic.
const flags = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];
// No questions and no list of downloads, because they take the focus.
const preferences = {
    'browser.download.alwaysOpenPanel': false,
    'dom.events.testing.asyncClipboard': true,
    'dom.storageManager.prompt.testing': true,
    'dom.storageManager.prompt.testing.allow': true,
};

export const screens = {
    desktop: { width: 1440, height: 900 },
    small: { width: 1024, height: 700 },
    phone: { width: 390, height: 844 },
};

// A person's computer: a server on a port of its own and a browser profile that outlives the browser.
// Everything is cleaned up when the test `t` ends; a console error, a page error or a request to another origin fails it.
// `server`: {origin, close} instead of a folder; the origin file:// is the disk.
//   const computer = await open_computer(t);   const page = await computer.open();
//   await computer.close_browser();            const again = await computer.open();  // the data should still be there
export async function open_computer(t, options = {}) {
    const computer = await make_computer(options);
    t.after(async () => {
        await computer.throw_away();
        no_complaints(computer);
    });
    return computer;
}

// Where Firefox puts what is downloaded; WebDriver BiDi tells nothing of it.
const download_folder = (profile) => `${profile}-downloads`;

async function make_computer({ folder = dist, server: given, screen = screens.desktop, color_scheme = 'light', args = [], init_script, prepare_profile = null, ...context } = {}) {
    const server = given ?? (await serve(folder, 0, { background: true }));
    const profile = await mkdtemp(path.join(os.tmpdir(), 'fanglue-browser-'));
    const undo_preparation = prepare_profile?.(profile);
    const complaints = [];
    let browser = null;

    const start_browser = async () => {
        const common = {
            executablePath, viewport: screen, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, ...context,
            env: { ...process.env, ...context.env, LC_ALL: 'C.UTF-8' },  // in a language without UTF-8 files cannot have Chinese names
        };
        browser = in_firefox
            ? await firefox.launchPersistentContext(profile, {
                  ...common,
                  channel: 'moz-firefox',
                  downloadsPath: download_folder(profile),
                  firefoxUserPrefs: preferences,
              })
            : await chromium.launchPersistentContext(profile, {
                  ...common,
                  args: [...flags, ...args],
                  ignoreDefaultArgs: ['--enable-unsafe-swiftshader'],
                  colorScheme: color_scheme,
              });
        browser.setDefaultTimeout(90_000); // of a machine that compiles meanwhile
        browser.download_folder = in_firefox ? download_folder(profile) : null;
        if (init_script) await computer.before_the_page(init_script);
        watch(browser, server.origin, complaints);
    };

    const computer = {
        origin: server.origin,
        profile,
        complaints,
        // The browser's context, for a second tab, permissions or an offline network.
        get browser() {
            return browser;
        },
        start_browser,
        // A tab on the page, once the app has started and drawn.
        async open(address = '/') {
            if (!browser) await start_browser();
            const blank = browser.pages().find((page) => page.url() === 'about:blank');
            const page = blank ?? (await browser.newPage());
            await page.goto(server.origin + address);
            await app_started(page);
            return page;
        },
        // Runs in each page before its own scripts; not in the empty one of a new tab, which lacks much.
        before_the_page: (script) => browser.addInitScript(`if (self.origin.startsWith('http')) (${script})();`),
        async close_browser() {
            await browser?.close();
            browser = null;
        },
        // After its processes were killed: the next open() starts a new one on the same profile.
        async browser_killed() {
            await browser?.close().catch(() => {});
            browser = null;
            for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) await rm(path.join(profile, name), { force: true });
        },
        // Complaints that a test provokes on purpose are taken out here; the rest fail it.
        expect_complaint(pattern) {
            const at = complaints.findIndex((complaint) => pattern.test(complaint));
            if (at < 0) throw new Error(`no complaint matches ${pattern}; there are: ${complaints.join('\n') || 'none'}`);
            return complaints.splice(at, 1)[0];
        },
        async throw_away() {
            await computer.close_browser();
            await server.close();
            undo_preparation?.();
            for (const folder of [profile, download_folder(profile)]) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
        },
    };
    return computer;
}

function no_complaints({ complaints }) {
    const all = complaints.splice(0);
    if (all.length > 0) throw new Error(`the page complained:\n${all.join('\n')}`);
}

// ---------------------------------------------------------------- one browser for several tests
// To start a browser and to compile the program in it takes four times as long as to load the page once more. So the tests of a
// file that want nothing special of their computer have one in common; each finds it without a tab and with nothing stored.
const lent = new Map();
after(() => Promise.all([...lent.values()].map((computer) => computer.throw_away())));

async function lend_computer(t, folder) {
    if (!lent.has(folder)) lent.set(folder, await make_computer({ folder }));
    const computer = lent.get(folder);
    t.after(async () => {
        await forget_everything(computer);
        no_complaints(computer);
    });
    return computer;
}

// Only the program itself stays: the service worker with its cache, and what the browser compiled.
async function forget_everything({ browser, origin }) {
    if (!browser) return;
    const blank = await browser.newPage();
    for (const page of browser.pages()) if (page !== blank) await page.close();
    await go_outside({ origin }, blank);  // only pages of their origin get at its stores
    if (in_firefox) await blank.evaluate(clear_stores);
    else await clear_by_protocol(blank, origin);
    await blank.evaluate(async () => {
        for (const name of await caches.keys()) if (!name.startsWith('fanglue-build-')) await caches.delete(name);
    });
    await blank.goto('about:blank');
    await browser.clearPermissions();
}

// Chromium then also forgets how much room it has granted, which it else remembers for half a minute.
export async function clear_by_protocol(page, origin) {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage,indexeddb,file_systems,storage_buckets' });
    await session.detach();
}

// Runs in the page.
async function clear_stores() {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
        await new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = resolve;
            request.onerror = () => reject(request.error);
        });
    }
    const files = await navigator.storage.getDirectory();
    for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
}

// One tab, for the many tests that need no second start. With options of its own a test gets a computer of its own.
export async function open_app(t, { folder = dist, ...options } = {}) {
    const is_plain = Object.keys(options).length === 0;
    const computer = is_plain ? await lend_computer(t, folder) : await open_computer(t, { folder, ...options });
    return { computer, page: await computer.open() };
}

function watch(browser, origin, complaints) {
    browser.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    browser.on('weberror', (error) => complaints.push(`error: ${error.error()?.stack ?? error.error()}`));
    browser.on('request', (request) => {
        const local = /^(data|blob|about):/.test(request.url()) || request.url().startsWith(`${origin}/`);
        if (!local) complaints.push(`request to another origin: ${request.url()}`);
    });
    browser.on('page', (page) => page.on('crash', () => complaints.push('the page crashed')));
}

// Resolves when the app has started and drawn its first frame.
export async function app_started(page) {
    await page.waitForFunction(() => window.fanglue?.frames > 0);
    await app_idle(page);
}

// Resolves when the app has nothing left to draw, load or save.
export async function app_idle(page) {
    await page.evaluate(() => window.fanglue.idle());
}

// The number of frames drawn so far.
export function frames_drawn(page) {
    return page.evaluate(() => window.fanglue.frames);
}

// Polls `probe` in the test until it returns something truthy, and returns that; no fixed sleeps elsewhere.
export async function eventually(probe, what = 'the expected state', timeout_ms = 45_000) {
    const deadline = Date.now() + timeout_ms;
    for (;;) {
        const value = await probe();
        if (value) return value;
        if (Date.now() > deadline) throw new Error(`waited ${timeout_ms} ms in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
