// planner protect and unprotect against WebCrypto, which reads and writes the same files.
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { example, file, output, planner, read } from './planner.mjs';

const { subtle } = webcrypto;
const passphrase = '急诊科 2026 计划';
const passphrase_file = file(`${passphrase}\n`);
const hex = (bytes) => Buffer.from(bytes).toString('hex');

async function keys(salt, iterations) {
    const secret = await subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveBits']);
    const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, secret, 256);
    const mac = await subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const check = (await subtle.sign('HMAC', mac, new TextEncoder().encode('fanglue-protected 1 check'))).slice(0, 16);
    return { key: await subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']), check: hex(check) };
}

test('protect: WebCrypto reads what planner writes, at the iterations that OWASP names', async () => {
    const out = file();
    output(['protect', example('account-management'), '--passphrase-file', passphrase_file, '-o', out]);
    const bytes = readFileSync(out);
    const end = bytes.indexOf('\n\n') + 2;
    const [, kdf, cipher, check, sum] = bytes.subarray(0, end).toString().split('\n');
    const [, , iterations, salt] = kdf.split(' ');
    assert.equal(iterations, '600000');
    const head = bytes.subarray(0, bytes.indexOf('sum '));
    assert.equal(sum, `sum ${createHash('sha256').update(head).update(bytes.subarray(end)).digest('hex')}`);
    const { key, check: own } = await keys(Buffer.from(salt, 'hex'), 600000);
    assert.equal(check, `check ${own}`);
    const content = await subtle.decrypt({ name: 'AES-GCM', iv: Buffer.from(cipher.split(' ')[2], 'hex'), additionalData: head }, key, bytes.subarray(end));
    assert.equal(Buffer.from(content).toString(), output(['import', example('account-management')]));
    const again = file();
    output(['protect', example('account-management'), '--passphrase-file', passphrase_file, '-o', again]);
    assert.notEqual(hex(readFileSync(again)), hex(bytes)); // salt and nonce are new
});

test('unprotect: planner reads what WebCrypto writes', async () => {
    const salt = webcrypto.getRandomValues(new Uint8Array(16)), iv = webcrypto.getRandomValues(new Uint8Array(12));
    const { key, check } = await keys(salt, 600000);
    const head = Buffer.from(`fanglue-protected 1\nkdf PBKDF2-HMAC-SHA256 600000 ${hex(salt)}\ncipher AES-256-GCM ${hex(iv)}\ncheck ${check}\n`);
    const body = Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, Buffer.from(read(example('self-inspection')))));
    const name = file();
    writeFileSync(name, Buffer.concat([head, Buffer.from(`sum ${createHash('sha256').update(head).update(body).digest('hex')}\n\n`), body]));
    assert.equal(output(['unprotect', name, '--passphrase-file', passphrase_file]), output(['import', example('self-inspection')]));
});

test('protect: each thing that cannot be done is told apart, and nothing is written', () => {
    const name = file();
    output(['protect', example('self-inspection'), '--passphrase-file', passphrase_file, '-o', name]);
    const bytes = readFileSync(name), damaged = file(), cut = file();
    writeFileSync(damaged, Buffer.concat([bytes.subarray(0, 900), Buffer.from('x'), bytes.subarray(901)]));
    writeFileSync(cut, bytes.subarray(0, 5000));
    const wrong = file('another passphrase'), short = file('短');
    for (const [args, code] of [[['unprotect', name, '--passphrase-file', wrong], 'protect-passphrase'], [['unprotect', damaged, '--passphrase-file', passphrase_file], 'protect-damaged'],
        [['unprotect', cut, '--passphrase-file', passphrase_file], 'protect-damaged'], [['unprotect', example('self-inspection'), '--passphrase-file', passphrase_file], 'protect-format'],
        [['protect', example('self-inspection'), '--passphrase-file', short], 'protect-short'], [['protect', name, '--passphrase-file', passphrase_file], 'json-'],
        [['protect', example('self-inspection'), '--passphrase-file', file()], 'file-missing']]) {
        const { status, stderr, stdout } = planner(args);
        assert.equal(status, 2);
        assert.match(stderr, new RegExp(`\\[${code}`));
        assert.equal(stdout, '');
    }
});
