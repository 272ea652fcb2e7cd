// Includes may point only to folders further up in the table of src/README.md.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, findings_in, no_findings, without_comments } from './files.mjs';

const may_include = {
    base: [],
    model: ['base'],
    edit: ['model'],
    revision: ['edit'],
    reading: ['model'],
    analysis: ['model'],
    codec: ['model'],
    sharing: ['codec', 'revision'],
    sheet: ['reading', 'edit', 'analysis', 'codec'],
    report: ['model', 'analysis', 'revision'],
    office: ['report'],
    intake: ['model', 'analysis', 'codec', 'office', 'sheet', 'revision'],
    exchange: ['office', 'report', 'sharing', 'intake'],
    store: ['codec', 'edit', 'revision'],
    cli: ['reading', 'edit', 'analysis', 'intake', 'report', 'exchange', 'store', 'sharing'],
    app: ['reading', 'edit', 'analysis', 'report', 'sharing', 'exchange', 'store', 'sheet'],
    view: ['app'],
    ui: ['view'],
    platform: ['ui'],
};

// Headers from outside; the standard library's have no dot in their names.
const outside = [
    { header: /^nlohmann\//, folders: ['codec'] },
    { header: /^pugixml\.hpp$/, folders: ['office'] },
    { header: /^zlib\.h$/, folders: ['base'] },
    { header: /^bearssl\.h$/, folders: ['sharing'] },
    { header: /^iconv\.h$/, folders: ['intake'] },
    { header: /^imgui(_internal)?\.h$/, folders: ['ui', 'platform'] },
    { header: /^imgui_impl_/, folders: ['platform'] },
    { header: /^(emscripten|GLES|webgl|wasm_simd)/, folders: ['platform'] },
    { header: /^(dirent|fcntl|unistd|sys\/\w+)\.h$/, folders: ['store', 'cli', 'platform'] },
    { header: /^[a-z_]+$/, folders: Object.keys(may_include) },
];

function reachable(folder) {
    return new Set([folder, ...may_include[folder].flatMap((next) => [...reachable(next)])]);
}

export function layer_findings(name, text) {
    const folder = name.split('/')[1];
    if (!(folder in may_include)) return [`${name}: src/${folder} is not in the table of layers`];
    const findings = [];
    for (const [, quote, header] of without_comments(text).matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)) {
        const target = header.split('/')[0];
        if (quote === '"' && target in may_include) {
            if (!reachable(folder).has(target)) findings.push(`${name}: ${folder} may not include ${header}`);
        } else if (!outside.some((rule) => rule.header.test(header) && rule.folders.includes(folder))) {
            findings.push(`${name}: ${folder} may not include ${header}`);
        }
    }
    return findings;
}

test('layers: every include points upward', () => {
    no_findings(findings_in(files_under('src', '.hpp', '.cpp'), layer_findings));
});

test('layers: the check sees what it must', () => {
    const finds = (name, include) => layer_findings(name, `#include ${include}\n`).length;
    assert.equal(finds('src/model/plan.cpp', '"edit/command.hpp"'), 1);
    assert.equal(finds('src/report/html.cpp', '"base/text.hpp"'), 0);
    assert.equal(finds('src/app/app.cpp', '<nlohmann/json.hpp>'), 1);
    assert.equal(finds('src/app/app.cpp', '<imgui.h>'), 1);
    assert.equal(finds('src/ui/panel.cpp', '<emscripten.h>'), 1);
    assert.equal(finds('src/app/desk.cpp', '"view/table.hpp"'), 1);
    assert.equal(finds('src/view/table.cpp', '"ui/grid.hpp"'), 1);
    assert.equal(finds('src/view/table.cpp', '<imgui.h>'), 1);
    assert.equal(finds('src/ui/panel.cpp', '"imgui.h"'), 0);
    assert.equal(finds('src/base/date.cpp', '"date.hpp"'), 1, 'includes name their folder');
    assert.equal(finds('src/base/date.cpp', '<vector>'), 0);
    assert.equal(finds('src/other/thing.cpp', '<vector>'), 1);
});
