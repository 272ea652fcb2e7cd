// tests/browser/harness/app.mjs: a real Chromium on the built page, and what a test needs to drive it as a person would.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';
import { serve } from '../../../web/serve.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const dist = path.join(root, 'dist');

// FANGLUE_BROWSER=firefox runs the tests that need no Chromium protocol in Debian's Firefox, through WebDriver BiDi.
const in_firefox = process.env.FANGLUE_BROWSER === 'firefox';
export const chromium_only = in_firefox ? 'needs the protocol of Chromium' : false;

const candidates = in_firefox ? ['/usr/bin/firefox-esr', '/usr/bin/firefox'] : ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const executablePath = (in_firefox ? process.env.FANGLUE_FIREFOX : process.env.FANGLUE_CHROMIUM) ?? candidates.find((file) => existsSync(file));

// The software mode that a person without a GPU gets, without the browser's own traffic.
const flags = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];
// Makes Chromium believe in a GPU, to test the WebGL path; wrong for timings.
export const webgl_flags = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

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
export async function open_computer(t, { folder = dist, server: given, screen = screens.desktop, color_scheme = 'light', args = [], init_script, prepare_profile = null, ...context } = {}) {
    const server = given ?? (await serve(folder, 0, { background: true }));
    const profile = await mkdtemp(path.join(os.tmpdir(), 'fanglue-browser-'));
    const undo_preparation = prepare_profile?.(profile);
    const complaints = [];
    let browser = null;

    const start_browser = async () => {
        const common = { executablePath, viewport: screen, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true, ...context };
        browser = in_firefox
            ? await firefox.launchPersistentContext(profile, { ...common, channel: 'moz-firefox' })
            : await chromium.launchPersistentContext(profile, {
                  ...common,
                  args: [...flags, ...args],
                  ignoreDefaultArgs: ['--enable-unsafe-swiftshader'],
                  colorScheme: color_scheme,
              });
        browser.setDefaultTimeout(90_000); // of a machine that compiles meanwhile
        if (init_script) await browser.addInitScript(init_script);
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
    };

    t.after(async () => {
        await computer.close_browser();
        await server.close();
        undo_preparation?.();
        await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
        if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
    });
    return computer;
}

// One tab, for the many tests that need no second start.
export async function open_app(t, options) {
    const computer = await open_computer(t, options);
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
