// The other languages against the simplified Chinese source: made words and templates are what making them again
// gives, translated templates have the same shape.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { has_opencc, traditional_files } from '../../web/traditional.mjs';
import { files_under, no_findings, read, root } from './files.mjs';

const templates = () => files_under('assets/templates', '.json').filter((name) => /\/[a-z-]+\.json$/.test(name));
const han = /\p{Script=Han}/u;

test('languages: the traditional files are what node web/traditional.mjs makes', { skip: !has_opencc() && 'no opencc' }, () => {
    const stale = traditional_files().filter(([name, content]) => !existsSync(path.join(root, name)) || read(name) !== content);
    no_findings(stale.map(([name]) => name), 'run node web/traditional.mjs; stale');
});

// Where two JSON values differ in anything but texts that hold Chinese characters, or the second still holds some.
export function differing(source, translation, place = '') {
    if (typeof source === 'string' && typeof translation === 'string') {
        const same = han.test(source) ? !han.test(translation) && translation !== '' : source === translation;
        return same ? [] : [place];
    }
    if (typeof source !== 'object' || typeof translation !== 'object') return source === translation ? [] : [place];
    const keys = Object.keys(source);
    if (keys.join() !== Object.keys(translation).join()) return [place];
    return keys.flatMap((key) => differing(source[key], translation[key], `${place}/${key}`));
}

test('languages: the English templates are the Chinese ones, translated', () => {
    assert.ok(templates().length > 0);
    for (const name of templates()) {
        const english = name.replace('.json', '.en.json');
        no_findings(differing(JSON.parse(read(name)), JSON.parse(read(english))), english);
    }
    assert.deepEqual(differing({ id: 'a', text: '目标' }, { id: 'a', text: 'Goal' }), []);
    assert.deepEqual(differing({ id: 'a', list: ['一'] }, { id: 'b', list: ['一'] }), ['/id', '/list/0']);
    assert.deepEqual(differing({ a: 1, b: 2 }, { a: 1 }), ['']);
});
