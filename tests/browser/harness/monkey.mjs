// tests/browser/harness/monkey.mjs: somebody who does anything at all with the page: seeded random clicks, keys, typing, pastes,
// drags. What must hold whatever it does: nothing breaks down, the browser's console stays empty, everything can be undone up to
// the start and redone up to the end, and what was stored is what was there.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close_messages, random_numbers, saved } from './editing.mjs';
import { download, drop_files, find } from './actions.mjs';
import { app_idle, app_started, clear_by_protocol, eventually, root, screens } from './app.mjs';
import { go_outside } from './stores.mjs';

const STEPS = 60, FREE_STEPS = 10;  // of a round: with the plan alone, then with everything
const templates = ['急诊社交媒体', '微博运营', '自查整改', '账号管理', '医联体品牌'];
const empty_plan = { format: 'fanglue-plan', version: '1.0', id: 'monkey-empty', cover: { title: '空的计划', department: '急诊科' } };

// What a plan begins as. Seed 1, with which the short run begins, takes the second: most has broken where nothing was.
const starts = [
    ...templates.map((name, i) => ({ name: `模板 ${name}`, open: (page) => nth_button(page, '新建', i) })),
    ...templates.map((name, i) => ({ name: `示例 ${name}`, open: (page) => nth_button(page, '看示例', i) })),
];
starts.splice(1, 0, { name: '空的计划', open: (page) => drop_files(page, [{ name: '空.plan.json', bytes: JSON.stringify(empty_plan) }]) });
export const start_names = starts.map(({ name }) => name);

// Every page that a plan has, by what it is called in each language: label → the key of its word.
export async function plan_pages() {
    const keys = new Map();
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
        const words = await readFile(path.join(root, `assets/lang/${language}.lang`), 'utf8');
        for (const [, key, label] of words.matchAll(/^page\.([a-z]+) = (.+)$/gm)) if (!['start', 'records'].includes(key)) keys.set(label, key);
    }
    return keys;
}

async function nth_button(page, name, index) {
    const button = find(page, 'button', name).nth(index);
    await button.focus();
    await app_idle(page);
    await page.keyboard.press('Enter');
}

// ---------------------------------------------------------------- what it types, presses and pastes

const texts = ['0', '0.5', '-1', '1e9', '99999999999999999999', '0.000001', '2026-02-30', '2027/1/4', '2026-12-31', '明天', '100%', '张三', '急诊科、宣传科',
    ' ', '\u3000', '=1+1', '<b>粗</b>', '"引号", 逗号', '\t制表', '👨‍👩‍👧‍👦', 'שלום', 'ａ１', '\u202e反', 'é', '长'.repeat(300), '一行\n二行\n\n四行', '1.1 任务', '12:30'];
const pastes = [
    { text: '任务名称\t开始时间\t完成时间\t负责人\n甲\t2026-03-02\t2026-03-06\t张三\n乙\t不是日期\t2026-13-01\t\n' },
    { text: '只有一格' },
    { text: '\t\t\n\t\n\n' },
    { text: '1\t写方案\n1.1\t  找资料\n2\t实施\n' },
    { text: '', html: '<table><tr><th>名称</th><th>数量</th></tr><tr><td colspan=2>合并</td></tr><tr><td>相机</td><td>0.5</td></tr></table>' },
    { text: '长\t'.repeat(400) },
    { text: Array.from({ length: 150 }, (_, i) => `第 ${i} 项\t${i}`).join('\n') },
];
const keys = ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'Enter', 'Escape', 'Space', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown',
    'PageUp', 'Delete', 'Backspace', 'F2', 'Shift+ArrowDown', 'Shift+End', 'Control+a', 'Control+c', 'Control+x', 'Control+v', 'Control+z', 'Control+y', 'Control+Delete',
    'Alt+Insert', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight', 'Control+k', 'Control+Alt+i', 'Alt+ArrowDown', 'Shift+F10'];

// ---------------------------------------------------------------- what it sees

// Everything that can be met with the pointer: {x, y, what}, in the order of the page.
const targets = (page) => page.evaluate(() => {
    const roles = ['button', 'link', 'tab', 'row', 'gridcell', 'columnheader', 'combobox', 'checkbox', 'switch', 'radio', 'option', 'menuitem', 'menuitemcheckbox', 'spinbutton', 'slider'];
    const found = [];
    for (const element of document.querySelectorAll('#mirror *')) {
        const role = element.getAttribute('role') ?? (element.matches('input, textarea') ? 'textbox' : '');
        if (!roles.includes(role) && role !== 'textbox') continue;
        if (element.closest('[inert]') || element.getAttribute('aria-disabled') === 'true') continue;
        const box = element.getBoundingClientRect();
        const x = Math.round(box.x + Math.min(box.width / 2, 200)), y = Math.round(box.y + Math.min(box.height / 2, 60));
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
        const name = (element.ariaLabel ?? element.textContent).trim();
        found.push({ x, y, role, what: `${role} ${name.slice(0, 30)}`, name, link: role === 'link' && Boolean(element.closest('[role=navigation]')) });
    }
    return found;
});

const page_links = (list) => list.filter(({ link }) => link);
const leads_away = /^(关闭计划|關閉計劃|Close plan|保存与备份|保存與備份|Saving and backup|Save and back up)/;
// The start page has no navigation; a phone's is folded in.
const has_plan = (page) => page.evaluate(() => !document.querySelector('#mirror [role=main][aria-label="开始"], #mirror [role=main][aria-label="開始"], #mirror [role=main][aria-label="Start"]'));
const shown_page = (page) => page.evaluate(() => document.querySelector('#mirror [role=main]')?.ariaLabel ?? '');

// ---------------------------------------------------------------- what it does

class Monkey {
    constructor(page, computer, seed) {
        Object.assign(this, { page, computer, seed, random: random_numbers(seed), steps: [], counts: {}, pages: new Set(), visited: new Set(), free: false });
    }
    number(limit) { return Math.floor(this.random() * limit); }
    pick(list) { return list[this.number(list.length)]; }
    note(kind, what) {
        this.counts[kind] = (this.counts[kind] ?? 0) + 1;
        this.steps.push(`${kind} ${what}`);
    }

    async target() {
        const list = (await targets(this.page)).filter(({ name }) => this.free || !leads_away.test(name));
        return list.length ? this.pick(list) : { x: 5, y: 5, what: 'nothing' };
    }
    async click() {
        const at = await this.target();
        this.note('click', `${at.x},${at.y} ${at.what}`);
        await this.page.mouse.click(at.x, at.y);
    }
    async double_click() {
        const at = await this.target();
        this.note('double click', `${at.x},${at.y} ${at.what}`);
        await this.page.mouse.dblclick(at.x, at.y);
    }
    async menu() {
        const at = await this.target();
        this.note('right click', `${at.x},${at.y} ${at.what}`);
        await this.page.mouse.click(at.x, at.y, { button: 'right' });
    }
    async go() {
        const links = page_links(await targets(this.page)).filter(({ name }) => this.free || !leads_away.test(name));
        if (links.length === 0) return this.click();
        // Another seed begins with other pages, and what leads away from the plan comes first once it may.
        const first = (this.seed * 5) % links.length;
        const rotated = [...links.slice(first), ...links.slice(0, first)].sort((a, b) => leads_away.test(b.name) - leads_away.test(a.name));
        const at = rotated.find(({ name }) => !this.visited.has(name)) ?? this.pick(links);
        this.visited.add(at.name);
        this.note('page', at.name);
        await this.page.mouse.click(at.x, at.y);
    }
    async press() {
        const key = this.pick(keys), times = this.random() < 0.2 ? 1 + this.number(6) : 1;
        this.note('key', times > 1 ? `${key} ×${times}` : key);
        for (let i = 0; i < times; ++i) await this.page.keyboard.press(key);
    }
    async type() {
        const text = this.pick(texts);
        this.note('type', JSON.stringify(text.slice(0, 40)));
        if (text.length < 30 && !/[\n\t]/.test(text)) await this.page.keyboard.type(text);
        else await this.page.keyboard.insertText(text);
        if (this.random() < 0.5) await this.page.keyboard.press(this.pick(['Enter', 'Tab', 'Escape']));
    }
    async field() {
        const list = (await targets(this.page)).filter(({ role }) => /textbox|spinbutton|combobox/.test(role));
        if (list.length === 0) return this.press();
        const at = this.pick(list);
        this.note('field', `${at.x},${at.y} ${at.what}`);
        await this.page.mouse.click(at.x, at.y);
        await app_idle(this.page);
        if (this.random() < 0.7) await this.page.keyboard.press('Control+a');
        await this.type();
    }
    // A row at random is changed where it stands, or gets a new one below it.
    async row() {
        const rows = (await targets(this.page)).filter(({ role }) => role === 'row' || role === 'gridcell');
        if (rows.length === 0) return this.go();
        const at = this.pick(rows), act = this.pick(['Alt+Insert', 'F2', 'F2', 'Control+Delete', 'Alt+Shift+ArrowDown', 'Delete']);
        this.note('row', `${at.x},${at.y} ${at.what}: ${act}`);
        await this.page.mouse.click(at.x, at.y);
        await app_idle(this.page);
        await this.page.keyboard.press(act);
        await app_idle(this.page);
        if (act !== 'F2') return;
        await this.page.keyboard.insertText(this.pick(texts));
        await this.page.keyboard.press(this.pick(['Enter', 'Enter', 'Tab', 'Escape']));
    }
    async paste() {
        const content = this.pick(pastes);
        this.note('paste', JSON.stringify((content.text || content.html).slice(0, 40)));
        await this.page.evaluate(({ text, html }) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            if (html) data.setData('text/html', html);
            const target = document.activeElement ?? document.body;
            const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
            // The browser itself pastes into fields only.
            if (target.dispatchEvent(event) && target.matches('input, textarea') && text) document.execCommand('insertText', false, text);
        }, content);
    }
    async drag() {
        const from = await this.target(), { width, height } = this.page.viewportSize();
        const to = { x: this.number(width), y: this.number(height) };
        this.note('drag', `${from.x},${from.y} ${from.what} → ${to.x},${to.y}`);
        await this.page.mouse.move(from.x, from.y);
        await this.page.mouse.down();
        for (const share of [0.1, 0.5, 1]) await this.page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        if (this.random() < 0.15) await this.page.keyboard.press('Escape');
        await this.page.mouse.up();
    }
    async wheel() {
        const at = await this.target(), by = this.pick([-600, -100, 100, 300, 1500]);
        this.note('wheel', `${at.x},${at.y} ${by}`);
        await this.page.mouse.move(at.x, at.y);
        const zooms = this.random() < 0.25;
        if (zooms) await this.page.keyboard.down('Control');
        await this.page.mouse.wheel(this.random() < 0.2 ? by : 0, by);
        if (zooms) await this.page.keyboard.up('Control');
    }
    async resize() {
        const [name, size] = this.pick(Object.entries(screens));
        this.note('screen', name);
        await this.page.setViewportSize(size);
    }

    async step() {
        const weights = { go: 8, click: 18, double_click: 4, menu: 3, press: 18, field: 18, row: 16, type: 4, paste: 8, drag: 4, wheel: 3, resize: 1 };
        let at = this.random() * Object.values(weights).reduce((sum, each) => sum + each, 0);
        const [kind] = Object.entries(weights).find(([, weight]) => (at -= weight) < 0);
        await this[kind]();
        // Now and then the next step comes before the program has answered this one.
        if (this.random() < 0.85) await this.still_well();
    }

    async still_well() {
        await this.idle();
        if (this.computer.complaints.length) throw new Error(`the page complained:\n${this.computer.complaints.splice(0).join('\n')}`);
        if (await this.page.locator('#failure').count()) throw new Error('the program stopped');
        this.pages.add(await shown_page(this.page));
    }
    // A page that is busy for ever never answers.
    async idle() {
        let timer;
        const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('the page has not come to rest for a minute')), 60_000); });
        await Promise.race([app_idle(this.page), late]).finally(() => clearTimeout(timer));
    }

    // ------------------------------------------------------------ what must hold

    // Closes what lies over the page and ends what is being typed.
    async tidy() {
        for (let i = 0; i < 8; ++i) {
            const busy = await this.page.evaluate(() => document.querySelector('#mirror [role=dialog], #mirror [role=menu], #mirror [role=listbox], #mirror [role=search]') !== null);
            if (!busy && i > 0) break;
            await this.page.keyboard.press('Escape');
            await this.still_well();
        }
        await this.page.evaluate(() => document.activeElement?.blur());
        await this.still_well();
    }
    async exported() {
        const { bytes } = await download(this.page, () => this.page.keyboard.press('Control+s'));
        await this.still_well();
        return bytes.toString();
    }
    // Presses the key until the program no longer says that it did something; how often it did.
    async repeat(key) {
        for (let done = 0; ; ++done) {
            if (done > 2000) throw new Error(`${key} finds no end`);
            await this.page.evaluate(() => { document.getElementById('announce').textContent = ''; });
            await this.page.keyboard.press(key);
            await this.idle();
            const said = await this.page.evaluate(() => document.getElementById('announce').textContent);
            if (!said) return done;
        }
    }
    async undo_and_redo(at_start) {
        const at_end = await this.exported();
        await this.repeat('Control+y');
        const redone = await this.exported();  // what the monkey itself had undone
        const undone = await this.repeat('Control+z');
        same_plan(at_start, await this.exported(), `after ${undone} steps were undone the plan is not what it was at the start`);
        await this.repeat('Control+y');
        same_plan(redone, await this.exported(), 'after all was redone the plan is not what it was at the end');
        this.undone = undone;
        return at_end;
    }
    // What the next opening shows is what was there.
    async reopen() {
        await saved(this.page);
        const before = await this.exported();
        await this.page.reload();
        await app_started(this.page);
        await close_messages(this.page);
        await this.page.getByRole('grid', { name: '本机计划' }).getByRole('row').nth(1).click({ force: true });
        await eventually(() => has_plan(this.page), 'the plan to be opened again');
        await this.still_well();
        same_plan(before, await this.exported(), 'what was stored is not what was there');
    }
}

function same_plan(one, other, what) {
    if (one === other) return;
    const [a, b] = [one, other].map((text) => text.split('\n'));
    const at = a.findIndex((line, i) => line !== b[i]);
    throw new Error(`${what}; line ${at + 1}:\n- ${a.slice(at, at + 4).join('\n- ')}\n+ ${b.slice(at, at + 4).join('\n+ ')}`);
}

// Runs in the page before its own scripts: ids that are the same for the same seed; nothing that waits for a person outside.
export function prepare() {
    let state = Number(new URLSearchParams(location.search).get('monkey')) >>> 0;
    crypto.getRandomValues = (array) => {
        const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
        for (let i = 0; i < bytes.length; ++i) {
            state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
            bytes[i] = state >>> 24;
        }
        return array;
    };
    delete window.showSaveFilePicker;
    window.print = () => {};
    Element.prototype.requestFullscreen = () => Promise.resolve();
}

// One plan from its start to its end on a computer where nothing is stored. Returns what was done; an error names the seed and
// the steps, which also lie in build/monkey/SEED.txt.
export async function monkey_round(page, computer, seed) {
    const monkey = new Monkey(page, computer, seed), start = starts[seed % starts.length];
    try {
        await go_outside(computer, page);
        await clear_by_protocol(page, computer.origin);
        await page.setViewportSize(screens.desktop);
        await page.goto(`${computer.origin}/?monkey=${seed}`);
        await app_started(page);
        await start.open(page);
        await eventually(() => has_plan(page), 'the plan to be opened');
        await monkey.still_well();
        const at_start = await monkey.exported();
        for (let i = 0; i < STEPS && (await has_plan(page)); ++i) await monkey.step();
        await monkey.tidy();
        if (await has_plan(page)) {
            await monkey.undo_and_redo(at_start);
            if (seed % 3 === 0) await monkey.reopen();
        }
        monkey.free = true;
        for (let i = 0; i < FREE_STEPS; ++i) await monkey.step();
        await monkey.tidy();
        return { start: start.name, counts: monkey.counts, pages: monkey.pages, undone: monkey.undone };
    } catch (error) {
        await mkdir(path.join(root, 'build/monkey'), { recursive: true });
        await writeFile(path.join(root, `build/monkey/${seed}.txt`), [start.name, ...monkey.steps, '', error.stack].join('\n'));
        throw new Error(`monkey: seed ${seed}, ${start.name}, after ${monkey.steps.length} steps: ${error.message}\nthe last of them:\n  ${monkey.steps.slice(-15).join('\n  ')}\nagain: ./dev monkey 1 ${seed}`);
    }
}
