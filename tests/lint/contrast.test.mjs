// Every text colour of both themes has a contrast of at least 4.5:1 on what it is drawn on (WCAG 2, 1.4.3). axe-core sees
// elements only, and the interface is drawn.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const source = await readFile(new URL('../../src/ui/theme.cpp', import.meta.url), 'utf8');
const surfaces = ['background', 'surface', 'surface_2'];
const drawn_on = {
    text: [...surfaces, 'accent_soft'],
    secondary: surfaces,
    accent: ['surface', 'accent_soft'],
    on_accent: ['accent'],
    red: ['background', 'surface', 'red_soft'],
    amber: ['surface', 'amber_soft'],
    green: ['surface', 'green_soft'],
    blue: ['surface', 'blue_soft'],
};

function luminance(rgb) {
    const [r, g, b] = [16, 8, 0].map((shift) => {
        const part = ((rgb >> shift) & 255) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
}

for (const name of ['light', 'dark']) {
    test(`theme ${name}: text can be read on everything it is drawn on`, () => {
        const start = source.indexOf(`const Theme& ${name}_theme()`);
        const body = source.slice(start, source.indexOf('return theme;', start));
        const colours = Object.fromEntries([...body.matchAll(/\.(\w+) = hex\(0x([0-9A-F]{6})\)/g)].map(([, token, hex]) => [token, parseInt(hex, 16)]));
        const faint = Object.entries(drawn_on).flatMap(([text, grounds]) => grounds
            .filter((ground) => !(contrast(colours[text], colours[ground]) >= 4.5))
            .map((ground) => `${text} on ${ground}: ${contrast(colours[text], colours[ground]).toFixed(2)}`));
        assert.deepEqual(faint, []);
    });
}
