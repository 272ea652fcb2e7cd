// tests/browser/harness/actions.mjs: what a person does on the page, by role and name.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { app_idle, eventually, in_firefox, root, screens } from './app.mjs';

// A locator by role and exact name. Elements of the accessibility mirror lie over the canvas and let pointers through.
export function find(page, role, name, options = {}) {
    return page.getByRole(role, { exact: true, ...(name === undefined ? {} : { name }), ...options });
}

// What lies outside the visible part of its panel is brought into view as with the Tab key: by focusing it.
export async function reach(page, locator) {
    const outside = await locator.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        const clipped = getComputedStyle(element).clipPath !== 'none';
        return clipped || middle.x < 0 || middle.y < 0 || middle.x >= innerWidth || middle.y >= innerHeight;
    });
    if (!outside) return;
    await locator.focus();
    await app_idle(page);
}

// A real click on the canvas where the mirror says the element is.
export async function click(page, role, name, options = {}) {
    const locator = find(page, role, name, options);
    await reach(page, locator);
    await locator.click({ force: true });
    await app_idle(page);
}

// Moves the pointer onto the element; `force` because the canvas gets the events.
export async function hover(page, role, name) {
    await find(page, role, name).hover({ force: true });
    await app_idle(page);
}

// Opens the text field as a person does and replaces what is in it by typing.
export async function type_into(page, name, text, { role = 'textbox' } = {}) {
    await reach(page, find(page, role, name));
    await find(page, role, name).click({ force: true });
    await page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await app_idle(page);
}

// Presses keys one after the other, letting the app react to each.
export async function press(page, ...keys) {
    for (const key of keys) {
        await page.keyboard.press(key);
        await app_idle(page);
    }
}

// Shift+F10. Firefox makes a menu of it only when it comes from the system.
export async function menu_key(page) {
    await page.keyboard.press('Shift+F10');
    if (in_firefox) await page.evaluate(() => document.activeElement.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })));
}

// An input method as Chromium sees it: compose() shows the reading in the field, commit() ends it with the chosen text.
// WebDriver BiDi knows none: in Firefox only the chosen text arrives.
export async function input_method(page) {
    if (in_firefox) {
        const commit = (text) => page.keyboard.insertText(text);
        return { commit, compose() {}, type: (_, text) => commit(text), close() {} };
    }
    const session = await page.context().newCDPSession(page);
    // Every key that goes to an input method reaches the page as keydown 229, "Process".
    const key_229 = (type) =>
        session.send('Input.dispatchKeyEvent', { type, key: 'Process', code: '', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
    return {
        async compose(reading) {
            await key_229('rawKeyDown');
            await session.send('Input.imeSetComposition', { text: reading, selectionStart: reading.length, selectionEnd: reading.length });
            await key_229('keyUp');
        },
        // As from the candidate window: Enter, space or a digit went to the input method, the page sees only 229.
        async commit(text) {
            await key_229('rawKeyDown');
            await session.send('Input.insertText', { text });
            await key_229('keyUp');
        },
        async cancel() {
            await key_229('rawKeyDown');
            await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
            await key_229('keyUp');
        },
        // One word typed letter by letter, then chosen.
        async type(reading, text) {
            for (let length = 1; length <= reading.length; ++length) await this.compose(reading.slice(0, length));
            await this.commit(text);
        },
        close: () => session.detach(),
    };
}

// Runs `action`, which must start a download; returns its suggested name and its bytes.
export async function download(page, action) {
    const folder = page.context().download_folder;
    if (folder) return downloaded_into(folder, action);
    const [file] = await Promise.all([page.waitForEvent('download'), action()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function downloaded_into(folder, action) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await action();
    return eventually(async () => {
        const names = await readdir(folder);
        if (names.length !== 1) return null;  // while it is written there is a .part as well
        const bytes = await readFile(path.join(folder, names[0]));
        return bytes.length > 0 && { name: names[0], bytes };
    }, 'a downloaded file');
}

// Runs `action`, which must ask for a file, and answers with files: paths, or {name, mimeType, buffer}.
export async function choose_file(page, action, files) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), action()]);
    await chooser.setFiles(files);
    await app_idle(page);
}

// So that a test can read and write the clipboard; in Firefox a preference says the same.
export async function allow_clipboard(page) {
    if (!in_firefox) await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

// Drops files ({name, bytes}) on the middle of the page.
export async function drop_files(page, files) {
    const data = files.map(({ name, bytes, type = 'application/json' }) => ({ name, type, base64: Buffer.from(bytes).toString('base64') }));
    await page.evaluate((list) => {
        const transfer = new DataTransfer();
        for (const { name, type, base64 } of list) {
            const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            transfer.items.add(new File([bytes], name, { type }));
        }
        const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        for (const type of ['dragenter', 'dragover', 'drop']) {
            target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }
    }, data);
    await app_idle(page);
}

// build/screenshots/NAME.png as the page is now, for people to look at. `./dev test` does without (FANGLUE_SCREENSHOTS=none): half
// the time of some tests is spent on them.
export async function screenshot(page, name) {
    if (process.env.FANGLUE_SCREENSHOTS === 'none') return;
    const folder = path.join(root, 'build/screenshots');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

// The page in both themes and on all screens: build/screenshots/NAME-{light,dark}-{desktop,small,phone}.png.
export async function screenshots(page, name) {
    const before = page.viewportSize();
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const [screen, size] of Object.entries(screens)) {
            await page.setViewportSize(size);
            await app_idle(page);
            await screenshot(page, `${name}-${colorScheme}-${screen}`);
        }
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(before);
    await app_idle(page);
}
