// tests/lint/files.mjs: the project's own files, for the checks beside it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// Made by the build or fetched; .gitignore lists the same.
const made = new Set(['build', 'dist', 'dist.next', '.tools', 'node_modules', '.git']);

// Paths relative to the root, below `folder`, of files whose name ends in one of `endings` (all files if none is given).
export function files_under(folder, ...endings) {
    const found = [];
    if (!existsSync(path.join(root, folder))) return found;
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
        const name = path.posix.join(folder, entry.name);
        if (made.has(entry.name)) continue;
        if (entry.isDirectory()) found.push(...files_under(name, ...endings));
        else if (endings.length === 0 || endings.some((ending) => name.endsWith(ending))) found.push(name);
    }
    return found.sort();
}

export function root_entries() {
    return readdirSync(root).filter((name) => !made.has(name));
}

export function read(name) {
    return readFileSync(path.join(root, name), 'utf8');
}

// Text without comments, lines kept, so that a word in a comment is no finding.
export function without_comments(text) {
    return text.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
        match.startsWith('"') ? match : match.replace(/[^\n]/g, ' '),
    );
}

// Calls check(path, text) for each file and joins the findings it returns.
export function findings_in(names, check) {
    return names.flatMap((name) => check(name, read(name)));
}

// Fails with one finding a line.
export function no_findings(findings, what = 'findings') {
    assert.ok(findings.length === 0, `${what}:\n${findings.join('\n')}`);
}
