// Panels place and paint what view says: no pixel arithmetic (that is the layout kit's) and no comparing of words that
// are shown, which differ by language.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files_under, findings_in, no_findings, without_comments } from './files.mjs';

const pixels = /\bImVec2\b|\bIm(?:DrawList|Rect)\b|\bImGui::(?!PushID\b|PopID\b)\w+|\bitem_at\b|\.(?:min|max)\.[xy]\s*[-+*/]/g;
const shown_words = /[=!]=\s*(?:\w+(?:\.|->))*(?:words|\w+_word)\(|\b(?:words|\w+_word)\((?:[^()]|\([^()]*\))*\)\s*[=!]=/g;

const found_in = (pattern) => (name, text) => [...without_comments(text).matchAll(pattern)].map(([what]) => `${name}: ${what}`);
const panels = () => files_under('src/ui/panels', '.hpp', '.cpp');

test('panels: no pixel arithmetic', () => no_findings(findings_in(panels(), found_in(pixels)), 'move it to ui/layout'));

test('panels: none compares translated words', () => {
    const drawing = [...panels(), ...files_under('src/view', '.hpp', '.cpp')];
    no_findings(findings_in(drawing, found_in(shown_words)), 'compare what they stand for');
});

test('panels: what the checks see', () => {
    const seen = (pattern, text) => found_in(pattern)('x', text).length;
    assert.equal(seen(pixels, 'const ImVec2 at(1, 2);'), 1);
    assert.equal(seen(pixels, 'ImGui::SetCursorScreenPos(at); ImGui::PushID(1);'), 1);
    assert.equal(seen(pixels, 'stand_at_bottom(ui, card);'), 0);
    assert.equal(seen(pixels, 'float width = box.max.x - 3;'), 1);
    assert.equal(seen(shown_words, 'if (title == word("name")) return;'), 0);
    assert.equal(seen(shown_words, 'if (title == ui.words("name")) return;'), 1);
    assert.equal(seen(shown_words, 'if (view::field_word(words, info, field) == title) return;'), 1);
    assert.equal(seen(shown_words, 'label(ui, ui.words("x")); const bool on = page == shown;'), 0);
});
