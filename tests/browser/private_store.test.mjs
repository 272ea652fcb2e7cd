// Verification applications: only the passphrase opens them, nothing else of the page holds them, and they go when their time is over.
import assert from 'node:assert/strict';
import test from 'node:test';
import { click, download, find, press, screenshots } from './harness/actions.mjs';
import { accessibility_violations } from './harness/accessibility.mjs';
import { app_idle, eventually, open_app, open_computer } from './harness/app.mjs';
import { add_applicant, decrypt_in_node, enter, envelope, everything_stored, open_verification, search_files, stored, unlock } from './harness/private.mjs';

const passphrase = '春天在花园里读书 2026';
// Invented: the district is the example of GB 11643, the rest is nobody's.
const applicant = { 姓名: '林试验', 工号: 'ZX-99431', '科室（全称）': '急诊医学科', 身份证号: '11010519491231002X', 手机: '13800138999', 微博昵称: 'LinShiYan_Test' };
const secrets = [...Object.values(applicant).filter((text) => text !== '急诊医学科'), passphrase];

const holds = (text, secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('latin1'));
const held = (text) => secrets.filter((secret) => holds(text, secret));
const page_text = (page) => page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((field) => field.value).join('\n'));

test('private store: filled, locked, not opened by another passphrase, opened again; nothing is stored in plain text', async (t) => {
    const computer = await open_computer(t);
    const page = await computer.open();
    await open_verification(page, passphrase);
    await add_applicant(page, applicant);
    assert.deepEqual(held(await everything_stored(page)), [], 'nothing that the browser keeps holds it');

    const plan = await download(page, () => page.getByRole('button', { name: '导出', exact: true }).click({ force: true }));
    assert.deepEqual(held(plan.bytes.toString()), []);
    await click(page, 'button', '锁定');
    await page.getByLabel('口令', { exact: true }).waitFor({ state: 'attached' });
    assert.deepEqual(held(await page_text(page)), [], 'nothing is left in the page after locking');
    await page.getByText(/存有1份认证申请/).first().waitFor({ state: 'attached' });
    await unlock(page, '春天在花园里读书 2025');
    await page.getByText('口令不对', { exact: false }).first().waitFor({ state: 'attached' });
    assert.deepEqual(held(await page_text(page)), []);
    await unlock(page, passphrase);
    await page.getByRole('row', { name: '林试验' }).click({ force: true });
    await app_idle(page);
    assert.equal(await page.getByLabel('身份证号', { exact: true }).inputValue(), '**************002X');
    assert.equal(await page.getByLabel('手机', { exact: true }).inputValue(), '138****8999');
    assert.ok(!(await page_text(page)).includes('11010519491231002X'), 'numbers are masked until asked for');
    await click(page, 'button', '显示完整号码');
    assert.equal(await page.getByLabel('身份证号', { exact: true }).inputValue(), '11010519491231002X');

    // The archive and the search
    await click(page, 'link', '保存与备份');
    const archive = await download(page, () => page.getByRole('button', { name: '导出全部计划', exact: true }).click({ force: true }));
    assert.ok(archive.bytes.length > 1000);
    assert.deepEqual(held(archive.bytes.toString('latin1')), []);
    await press(page, 'Control+k');
    await page.keyboard.type('林试验');
    await app_idle(page);
    assert.equal(await page.getByRole('option', { name: /林试验/ }).count(), 0);
    await press(page, 'Escape', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await computer.close_browser();

    // The browser's own files, its write-ahead logs among them
    const { found, size } = await search_files(computer.profile, secrets);
    assert.deepEqual(found, []);
    assert.ok(size > 100000);
    const control = await search_files(computer.profile, ['fanglue-private']);
    assert.ok(control.found.length > 0, 'the search sees what is there');

    const again = await computer.open();
    await again.getByRole('row').nth(1).click({ force: true });
    await click(again, 'link', '认证申请');
    await unlock(again, passphrase);
    await again.getByRole('row', { name: '林试验' }).waitFor({ state: 'attached' });
});

test('private store: what is stored opens with node\'s own cryptography, and only whole', async (t) => {
    const { page } = await open_app(t);
    await open_verification(page, passphrase);
    await add_applicant(page, applicant);
    await add_applicant(page, { 姓名: '另一位' });
    const first = await envelope(page);
    assert.equal(first.headers.length, 1);
    assert.ok(first.headers[0].iterations >= 600000);
    const rows = decrypt_in_node(first, passphrase);
    const lin = rows.find(({ content }) => content.name === '林试验');
    assert.equal(lin.content.identityNumber, applicant.身份证号);
    assert.equal(lin.content.mobile, applicant.手机);
    assert.equal(lin.content.keepUntil, lin.until);
    assert.equal(lin.padded % 512, 0);
    assert.deepEqual(Object.keys(first.rows[0]).sort(), ['data', 'id', 'nonce', 'until'], 'id and last day are all that is readable');
    assert.throws(() => decrypt_in_node(first, `${passphrase} `), /another passphrase/);
    const moved = structuredClone(first);
    [moved.rows[0].id, moved.rows[1].id] = [moved.rows[1].id, moved.rows[0].id];
    assert.throws(() => decrypt_in_node(moved, passphrase), /auth|state/i);
    const later = structuredClone(first);
    later.rows[0].until = '2099-01-01';
    assert.throws(() => decrypt_in_node(later, passphrase), /auth|state/i);

    // Another passphrase: everything is encrypted anew.
    await click(page, 'button', '更改口令');
    const dialog = page.getByRole('dialog');
    for (const [label, text] of [['口令', passphrase], ['新口令', '秋天在山上看月亮 2027'], ['再输一次新口令', '秋天在山上看月亮 2027']]) await enter(page, label, text);
    await dialog.getByRole('button', { name: '更改口令', exact: true }).click({ force: true });
    await app_idle(page);
    const second = await envelope(page);
    assert.notDeepEqual(second.headers[0].salt, first.headers[0].salt);
    assert.throws(() => decrypt_in_node(second, passphrase), /another passphrase/);
    const names = ({ content }) => content.name;
    assert.deepEqual(decrypt_in_node(second, '秋天在山上看月亮 2027').map(names).sort(), rows.map(names).sort());
    const used = [...first.rows, ...second.rows].map(({ nonce }) => nonce.hex);
    assert.equal(new Set(used).size, used.length, 'no nonce twice');

    // One damaged row leaves the others readable and can be deleted.
    await click(page, 'button', '锁定');
    await page.evaluate(() => new Promise((resolve) => {
        indexedDB.open('fanglue-private').onsuccess = ({ target: { result: database } }) => {
            const store = database.transaction('rows', 'readwrite').objectStore('rows');
            store.getAll().onsuccess = ({ target: { result: all } }) => {
                all[0].data[5] ^= 1;
                store.put(all[0]).onsuccess = () => { database.close(); resolve(); };
            };
        };
    }));
    await unlock(page, '秋天在山上看月亮 2027');
    await page.getByText('1份申请已损坏', { exact: false }).first().waitFor({ state: 'attached' });
    await click(page, 'button', '删除这些申请');
    await page.getByRole('dialog').getByRole('button', { name: '删除申请', exact: true }).click({ force: true });
    await app_idle(page);
    assert.equal((await envelope(page)).rows.length, 1);
});

test('private store: locks by itself: nobody there, page hidden, another page of the program', async (t) => {
    const { page } = await open_app(t);
    await page.evaluate(() => {
        const real = window.setTimeout;
        window.setTimeout = (work, delay, ...rest) => real(work, window.hurry && delay >= 60000 ? 50 : delay, ...rest);
    });
    const locked = () => page.getByLabel('口令', { exact: true }).waitFor({ state: 'attached' });
    await open_verification(page, passphrase);
    await add_applicant(page, { 姓名: '林试验' });

    await page.evaluate(() => { window.hurry = true; });
    await page.mouse.move(300, 300);
    await locked();
    await page.evaluate(() => { window.hurry = false; });
    await unlock(page, passphrase);

    // What is being typed when the page is hidden is stored before it locks.
    await page.getByRole('row', { name: '林试验' }).click({ force: true });
    await enter(page, '专业', '危重症');
    await page.evaluate(() => {
        window.hurry = true;
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
        document.dispatchEvent(new Event('visibilitychange'));
    });
    await eventually(() => page.evaluate(() => !document.querySelector('[aria-label="专业"]')), 'the form to go');
    await page.evaluate(() => {
        window.hurry = false;
        delete document.hidden;
        document.dispatchEvent(new Event('visibilitychange'));
    });
    await locked();
    assert.equal(decrypt_in_node(await envelope(page), passphrase)[0].content.specialty, '危重症');

    await unlock(page, passphrase);
    await click(page, 'link', '总览');
    await click(page, 'link', '认证申请');
    await locked();
});

test('private store: after its last day an application is offered for deletion, a month later it goes by itself', async (t) => {
    const { page } = await open_app(t);
    const day = (offset) => new Date(Date.now() + offset * 86400000 + 8 * 3600000).toISOString().slice(0, 10);
    await open_verification(page, passphrase);
    await add_applicant(page, { 姓名: '刚过期', 保存期限: day(-3) });
    await add_applicant(page, { 姓名: '早过期', 保存期限: day(-60) });
    await add_applicant(page, { 姓名: '没过期', 保存期限: day(200) });
    await page.getByText('2份申请已过保存期限').first().waitFor({ state: 'attached' });
    await page.reload();
    await page.getByText('已自动删除1份过了保存期限的认证申请').first().waitFor({ state: 'attached' });
    assert.deepEqual(decrypt_in_node(await envelope(page), passphrase).map(({ content }) => content.name).sort(), ['刚过期', '没过期'].sort());
    await page.getByRole('row').nth(1).click({ force: true });
    await click(page, 'link', '认证申请');
    await page.getByText('1份申请已过保存期限').first().waitFor({ state: 'attached' });
    await click(page, 'button', '删除到期的申请');  // without the passphrase
    assert.deepEqual(decrypt_in_node(await envelope(page), passphrase).map(({ content }) => content.name), ['没过期']);

    await click(page, 'button', '删除全部并重新开始');
    await page.getByRole('dialog').getByRole('button', { name: '删除全部并重新开始', exact: true }).click({ force: true });
    await page.getByLabel('新口令', { exact: true }).waitFor({ state: 'attached' });
    await eventually(() => page.evaluate(async () => (await indexedDB.databases()).every(({ name }) => name !== 'fanglue-private')), 'the database to be gone');
});

test('private store: a second tab that changes something locks the first, which then writes nothing over it', async (t) => {
    const { page, computer } = await open_app(t);
    await open_verification(page, passphrase);
    await add_applicant(page, { 姓名: '林试验' });
    const other = await computer.browser.newPage();
    await other.goto(computer.origin);
    await eventually(() => other.evaluate(() => window.fanglue?.frames > 0), 'the second tab');
    await other.getByRole('row').nth(1).click({ force: true });
    await click(other, 'link', '认证申请');
    await click(other, 'button', '删除全部并重新开始');
    await other.getByRole('dialog').getByRole('button', { name: '删除全部并重新开始', exact: true }).click({ force: true });
    await page.getByLabel('新口令', { exact: true }).waitFor({ state: 'attached' });
    assert.equal((await other.evaluate(() => indexedDB.databases())).some(({ name }) => name === 'fanglue-private'), false);
});

test('private store: without encryption it says so', async (t) => {
    const { page } = await open_app(t);
    await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await open_verification(page);
    await page.getByText('这里不能存放认证申请').first().waitFor({ state: 'attached' });
});

test('private store: accessible and drawn on every screen', async (t) => {
    const { page } = await open_app(t);
    await open_verification(page);
    await screenshots(page, 'private-set-up');
    assert.deepEqual(await accessibility_violations(page), []);
    await enter(page, '新口令', '太短');
    await enter(page, '再输一次新口令', '太短');
    await press(page, 'Enter');
    await page.getByText('口令至少10个字', { exact: false }).first().waitFor({ state: 'attached' });
    await enter(page, '新口令', passphrase);
    await enter(page, '再输一次新口令', passphrase);
    await press(page, 'Enter');
    await add_applicant(page, { ...applicant, 粉丝数: '80', 保存期限: '2025-12-01' });
    await add_applicant(page, { 姓名: '周举例', '科室（全称）': '神经内科', 身份证号: '440524199003071236', 手机: '13900139000' });
    await page.getByRole('row', { name: '林试验' }).click({ force: true });
    await app_idle(page);
    await stored(page);
    await page.getByLabel('关注数', { exact: true }).focus();
    await page.getByText('不足100，达不到认证要求').first().waitFor({ state: 'attached' });
    await page.getByLabel('姓名', { exact: true }).focus();
    await app_idle(page);
    await screenshots(page, 'private-open');
    assert.deepEqual(await accessibility_violations(page), []);
    assert.equal(await page.evaluate(() => window.fanglue.undescribed()), '');
    await click(page, 'button', '锁定');
    await screenshots(page, 'private-locked');
});
