// Code that names an action names one of the table in src/app/actions.cpp, and there is no second list of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, no_findings, read, without_comments } from './files.mjs';

const table = 'src/app/actions.cpp';

// Ids of the table: the first member of each of its rows.
export const ids_of = (text) => new Set([...text.matchAll(/^ {4}\{"([a-z-]+)",/gm)].map((match) => match[1]));

// Ids that code names: arguments of action(…), action_icon(…) and offer(…), members called action, lists called …actions.
export function named_actions(text) {
    const calls = [...text.matchAll(/\baction(?:_\w+)?\(\s*(?:\w+\s*,\s*)?"([a-z-]+)"/g), ...text.matchAll(/\baction = "([a-z-]+)"/g),
        ...text.matchAll(/\boffer\([^;]*,\s*"([a-z-]+)"\)/g)];
    const lists = [...text.matchAll(/\b\w*actions\[\]\s*=\s*\{([^{};]*)\}/g)].flatMap((match) => [...match[1].matchAll(/"([a-z-]+)"/g)]);
    return [...calls, ...lists].map((match) => match[1]);
}

// Lists with more than one id of the table.
export const second_lists = (text, ids) =>
    [...text.matchAll(/\{([^{}]*)\}/g)]
        .map((match) => [...match[1].matchAll(/"([a-z-]+)"/g)].map((literal) => literal[1]).filter((id) => ids.has(id)))
        .filter((list) => list.length > 1).map((list) => list.join(' '));

test('actions: those that code names are in the table', () => {
    const ids = ids_of(read(table));
    assert.ok(ids.size > 15, `${ids.size} actions`);
    const files = files_under('src', '.hpp', '.cpp').filter((name) => name !== table);
    const named = files.flatMap((name) => named_actions(without_comments(read(name))).map((id) => [name, id]));
    assert.ok(named.length > 5, `${named.length} places`);
    no_findings(files.flatMap((name) => second_lists(without_comments(read(name)), ids).map((list) => `${name}: ${list}`)));
    no_findings(named.filter(([, id]) => !ids.has(id)).map(([name, id]) => `${name}: ${id}`));
});

test('actions: the check sees what it must', () => {
    assert.deepEqual([...ids_of('constexpr Action all[] = {\n    {"undo",\n     {"z", kCtrl}},\n    {"import", {"o", kCtrl}, always}};')], ['undo', 'import']);
    const text = 'app::action("unod").run(x); action_icon(screen, "serach", i); m.action = "udpate";\nconstexpr std::string_view row_actions[] = {"row-up", "row-donw"};';
    assert.deepEqual(named_actions(text), ['unod', 'serach', 'udpate', 'row-up', 'row-donw']);
    assert.deepEqual(named_actions('desk.offer(std::string(words("update.ready")), "update");'), ['update']);
    assert.deepEqual(second_lists('x[] = {"undo", "redo"}; y = {"undo", "other"};', new Set(['undo', 'redo'])), ['undo redo']);
});
