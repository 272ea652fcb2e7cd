// A Word file as LibreOffice lays it out: its pages with their sizes, lines and words, in points.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const office = process.env.FANGLUE_SOFFICE ?? 'soffice';
export const mm = (points) => (points * 25.4) / 72;

// Converts all files at once, because a start takes longer than a document. Returns the paths of the PDFs.
export function pdfs(files) {
    const profile = mkdtempSync(path.join(tmpdir(), 'layout-'));
    const folder = path.dirname(files[0]);
    try {
        execFileSync(office, [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' });
    } finally {
        rmSync(profile, { recursive: true });
    }
    return files.map((file) => file.replace(/\.docx$/, '.pdf'));
}

const unescaped = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

// [{width, height, lines: [{x, y, right, bottom, text}]}], words on one height joined to a line.
export function pages(pdf) {
    const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(([, width, height, body]) => {
        const words = [...body.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)].map(
            ([, x, y, right, bottom, text]) => ({ x: +x, y: +y, right: +right, bottom: +bottom, text: unescaped(text) }),
        );
        const lines = [];
        for (const word of words.sort((a, b) => a.y - b.y || a.x - b.x)) {
            const line = lines.find((one) => Math.abs(one.y - word.y) < 2);
            if (!line) lines.push({ ...word });
            else Object.assign(line, { x: Math.min(line.x, word.x), right: Math.max(line.right, word.right), bottom: Math.max(line.bottom, word.bottom), text: line.text + word.text });
        }
        return { width: +width, height: +height, lines };
    });
}

// Whether two lengths in mm agree.
export function near(actual, expected, tolerance, what) {
    assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual.toFixed(2)} mm, wanted ${expected} ± ${tolerance}`);
}
