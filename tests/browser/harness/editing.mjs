// tests/browser/harness/editing.mjs: edits through the real interface, and when they count as acknowledged: when the
// interface says that they are saved. For the fault tests, which make many of them.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { click, find } from './actions.mjs';
import { app_idle, eventually, open_app } from './app.mjs';

// How many rounds: `./dev faults` asks for the long version.
export const rounds = (short, long) => (process.env.FANGLUE_FAULTS === 'long' ? long : short);

// Numbers in [0, 1) that are the same for the same seed (mulberry32).
export function random_numbers(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

// The fields of the cover that the tests write into; the first is the plan's title.
export const fields = { title: '计划名称', department: '科室', organizer: '主办单位', introduction: '引言' };

// A tab on the tasks of a plan: of the first example, or with start: '新建' of a new plan.
export async function open_tasks(t, { start = '看示例', ...options } = {}) {
    const { page } = await open_app(t, options);
    await page.getByRole('button', { name: start, exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await app_idle(page);
    await click(page, 'link', '任务与进度');
    return page;
}

// From the start page: a new plan, on the page of its cover.
export async function new_plan(page) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await click(page, 'link', '封面与引言');
    await saved(page);
}

// Messages stay until they are closed, and may lie over what a test clicks.
export async function close_messages(page) {
    const close = page.getByRole('button', { name: '关闭提示' });
    while ((await close.count()) > 0) {
        await close.last().click({ force: true });
        await app_idle(page);
    }
}

// From the start page: the first stored plan, on the page of its cover.
export async function open_the_plan(page) {
    await close_messages(page);
    await page.getByRole('grid', { name: '本机计划' }).getByRole('row').nth(1).click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await click(page, 'link', '封面与引言');
}

// What the top bar says of saving.
export const save_state = (page) => page.evaluate(() => Array.from(document.querySelectorAll('#mirror [role=status]'), (element) => element.textContent)
    .find((text) => /^(已保存|有改动未保存|正在保存|没有保存|另一个窗口|这个浏览器不能)/.test(text)) ?? '');

export const saved = (page) => eventually(async () => /^已保存/.test(await save_state(page)), 'the plan to be saved');

// Writes the text into the field, without waiting for anything.
export const write = (page, field, text) => find(page, 'textbox', field).evaluate((element, value) => {
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, text);

// Writes and waits until the interface says that it is saved.
export async function edit(page, field, text) {
    await write(page, field, text);
    await app_idle(page);
    await saved(page);
}

export const value_of = (page, field) => find(page, 'textbox', field).inputValue();

// The alert that says why saving failed, and its text.
export const save_alert = (page) => page.getByRole('alert').filter({ has: page.getByRole('button', { name: '立即导出' }) });

// Texts of the messages at the bottom of the page.
export const messages = (page) => page.evaluate(() => Array.from(document.querySelectorAll('#mirror [role=alert], #mirror [role=status]'), (element) => element.textContent));

// Makes edits numbered from `next` one after the other, inside the page and without a pause: `report(n, saved)` hears of
// each when it is written and when the interface has said that it is saved. Ends only with the page.
export async function edit_without_end(page, next, report) {
    await page.exposeBinding('report_edit', (source, number, is_saved) => report(number, is_saved)).catch(() => {});
    const title = await find(page, 'textbox', fields.title).elementHandle();
    const text = await find(page, 'textbox', fields.introduction).elementHandle();
    page.evaluate(async ([title, text, next]) => {
        const put = (element, value) => {
            element.value = value;
            element.dispatchEvent(new InputEvent('input', { bubbles: true }));
        };
        const states = () => Array.from(document.querySelectorAll('#mirror [role=status]'), (element) => element.textContent);
        for (let number = next; ; ++number) {
            put(title, `第 ${number} 次修改`);
            if (number % 3 === 0) put(text, '背景与目的。'.repeat(1 + (number * 37) % 400));
            window.report_edit(number, false);
            await window.fanglue.idle();
            while (!states().some((state) => state.startsWith('已保存'))) await new Promise((resolve) => setTimeout(resolve, 2));
            window.report_edit(number, true);
        }
    }, [title, text, next]).catch(() => {});
}

export const number_in = (title) => Number(/第 (\d+) 次修改/.exec(title)?.[1] ?? 0);

// SIGKILL to the browser and all its processes: those whose command line names the profile, and their group.
export async function kill_browser(computer) {
    const ids = readdirSync('/proc').filter((name) => {
        try {
            return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(computer.profile);
        } catch {
            return false;
        }
    }).map(Number);
    if (ids.length === 0) throw new Error('no process of the browser found');
    for (const id of ids) {
        try {
            process.kill(id, 'SIGKILL');
        } catch { /* its parent took it along */ }
    }
    await computer.browser_killed();
    await pause(0);
}
