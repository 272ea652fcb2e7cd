// tests/browser/harness/private.mjs: the private store as a person uses it, and its bytes as somebody else would find them.
import { createDecipheriv, hkdfSync, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { click, find } from './actions.mjs';
import { app_idle, eventually } from './app.mjs';

// A passphrase has no role; it is found by its label.
export async function enter(page, label, text) {
    const field = page.getByLabel(label, { exact: true });
    await field.waitFor({ state: 'attached' });
    await app_idle(page);
    await field.click({ force: true });
    await page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await app_idle(page);
}

export async function open_verification(page, passphrase) {
    await page.getByRole('button', { name: '新建', exact: true }).first().click({ force: true });
    await find(page, 'heading', '总览', { level: 2 }).waitFor({ state: 'attached' });
    await click(page, 'link', '认证申请');
    if (!passphrase) return;
    await enter(page, '新口令', passphrase);
    await enter(page, '再输一次新口令', passphrase);
    await click(page, 'button', '建立');
    await find(page, 'button', '新申请').first().waitFor({ state: 'attached' });
}

export async function unlock(page, passphrase) {
    await enter(page, '口令', passphrase);
    await page.keyboard.press('Enter');
    await app_idle(page);
}

export async function add_applicant(page, fields) {
    await page.getByRole('button', { name: '新申请', exact: true }).first().click({ force: true });
    await app_idle(page);
    for (const [label, text] of Object.entries(fields)) {
        const field = page.getByLabel(label, { exact: true });
        await field.focus();
        await app_idle(page);
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
        await app_idle(page);
    }
    await stored(page);
}

export const stored = (page) => eventually(() => page.getByText('已加密保存', { exact: true }).count(), 'the application to be stored');

// Everything that the page's origin keeps in the browser, as one text: keys and values, bytes as Latin-1.
export function everything_stored(page) {
    return page.evaluate(async () => {
        const latin = (bytes) => Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
        const said = (value) => {
            if (value instanceof ArrayBuffer) return latin(value);
            if (ArrayBuffer.isView(value)) return latin(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
            if (value && typeof value === 'object' && !(value instanceof Date)) return Object.entries(value).map(([name, each]) => `${name}=${said(each)}`).join('\n');
            return unescape(encodeURIComponent(String(value)));
        };
        const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
        const parts = [said({ ...localStorage }), said({ ...sessionStorage }), document.cookie];
        for (const { name } of await indexedDB.databases()) {
            const database = await done(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                const rows = database.transaction(store).objectStore(store);
                const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
                parts.push(name, store, said(keys), said(values));
            }
            database.close();
        }
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) parts.push(request.url);
        }
        return parts.join('\n');
    });
}

// The header and the rows as they are stored, bytes in hexadecimal.
export function envelope(page) {
    return page.evaluate(async () => {
        const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
        const plain = (value) => Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ArrayBuffer.isView(each) ? { hex: Array.from(each, (byte) => byte.toString(16).padStart(2, '0')).join('') } : each]));
        const database = await done(indexedDB.open('fanglue-private'));
        const transaction = database.transaction(['header', 'rows']);
        const [headers, rows] = await Promise.all(['header', 'rows'].map((store) => done(transaction.objectStore(store).getAll())));
        database.close();
        return { headers: headers.map(plain), rows: rows.map(plain) };
    });
}

// Opens the rows with node's own cryptography, written from the description in web/private.js: [{id, until, content}].
export function decrypt_in_node({ headers, rows }, passphrase) {
    const bytes = (value) => Buffer.from(value.hex, 'hex');
    const [{ form, salt, iterations, commitment }] = headers;
    const master = pbkdf2Sync(passphrase.normalize('NFC'), bytes(salt), iterations, 32, 'sha256');
    const derived = (purpose) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `${form} ${purpose}`, 32));
    if (!timingSafeEqual(derived('commitment'), bytes(commitment))) throw new Error('another passphrase');
    return rows.map(({ id, until, nonce, data }) => {
        const all = bytes(data);
        const cipher = createDecipheriv('aes-256-gcm', derived('key'), bytes(nonce));
        cipher.setAAD(Buffer.from([form, id, until].join('\n')));
        cipher.setAuthTag(all.subarray(-16));
        const padded = Buffer.concat([cipher.update(all.subarray(0, -16)), cipher.final()]);
        return { id, until, padded: padded.length, content: JSON.parse(padded.toString()) };
    });
}

// Which of the texts lie anywhere in the files of a folder, as UTF-8 or UTF-16; and how many bytes were looked through.
export async function search_files(folder, texts) {
    const found = [];
    let size = 0;
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = await readFile(path.join(entry.parentPath ?? entry.path, entry.name)).catch(() => Buffer.alloc(0));
        size += bytes.length;
        for (const text of texts)
            if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.push(`${text} in ${entry.name}`);
    }
    return { found, size };
}

