// web/editors.js: text fields. The element in the mirror is the editor: the canvas shows the text while it is inactive, and
// the browser does everything (input methods, selection, clipboard, undo) while it has the focus.
mergeInto(LibraryManager.library, {
    $makeEditors__deps: ['$ROLES', '$FLAG', '$EVENT', '$CAUSE', '$emit'],
    $makeEditors: function (page, nodes) {
        let editing = null;      // the node whose element has the focus
        let composing = null;    // the node in which an input method composes
        const stale = new Map(); // nodes that may show what the program did not take over → frames to wait

        // The program may answer some frames late. What we told it and it has not yet echoed must not be mistaken for a
        // change of its own, or typing fast would lose characters.
        const told = (node, text) => {
            node.pending.push(text);
            if (node.pending.length > 200) node.pending.shift();
        };

        const colour = (rgba) => '#' + (rgba >>> 0).toString(16).padStart(8, '0');

        const editors = { editing: () => editing, composing: () => composing };

        editors.adopt = (node) => {
            const el = node.el;
            node.pending = [];
            node.committed = null;  // the text of the last commit since the field got the focus
            node.entered = null;    // its text when it got the focus
            el.autocomplete = 'off';
            el.spellcheck = false;
            el.setAttribute('autocapitalize', 'off');
            el.className = 'editor';
        };

        // Pointers reach, and a field in use shows, what is on screen and under no message or popup; the rest is cut off. A
        // field out of view keeps its place in the Tab order.
        editors.clip = (node) => {
            const style = node.el.style;
            const visible = node.clipWidth > 0 && node.clipHeight > 0;
            const right = node.width - node.clipX - node.clipWidth;
            const bottom = node.height - node.clipY - node.clipHeight;
            const whole = node.clipX <= 0 && node.clipY <= 0 && right <= 0 && bottom <= 0;
            const part = ([x, y, width, height]) => 'M' + x + ' ' + y + 'h' + width + 'v' + height + 'h' + -width + 'z';
            style.clipPath = !visible ? 'inset(50%)' : node.seen.length ? 'path("' + node.seen.map(part).join('') + '")' : whole ? ''
                : 'inset(' + [node.clipY, right, bottom, node.clipX].map((edge) => Math.max(0, edge) + 'px').join(' ') + ')';
            style.pointerEvents = visible ? '' : 'none';
        };

        editors.update = (node, looks, value) => {
            if (looks) {
                const style = node.el.style;
                const bare = node.flags & FLAG.bareEditor;
                const border = bare ? 0 : 2;
                const multiline = node.el.localName === 'textarea';
                // ImGui drops the half pixel of a text that is centred in an odd remainder.
                const half = (((multiline ? node.line : node.height) - node.font) / 2) % 1;
                const shift = page.glyphs.baselineShift(node.font) + half;
                // As glyphs on the canvas, whose sizes are whole device pixels; else lines would break elsewhere.
                const density = window.devicePixelRatio || 1;
                const px = Math.round(node.font * density) / density;
                style.font = (node.flags & FLAG.bold ? 'bold ' : '') + px + 'px ' + page.families;
                style.lineHeight = multiline ? node.line + 'px' : 'normal';
                style.borderWidth = border + 'px';
                style.padding = [multiline ? node.paddingY - border - shift : 0, node.paddingX - border,
                    multiline ? 0 : 2 * shift, node.paddingX - border].map((px) => Math.max(0, px) + 'px').join(' ');
                style.textAlign = node.flags & FLAG.alignRight ? 'right' : 'left';
                style.setProperty('--ink', colour(node.ink));
                style.setProperty('--fill', colour(node.fill));
            }
            if (value) takeValue(node);
        };

        // The program's text goes into the element unless it is an echo of what was typed. Never while composing.
        const takeValue = (node) => {
            const echo = node.pending.lastIndexOf(node.value);
            if (echo >= 0) { node.pending.splice(0, echo + 1); return; }
            if (composing === node) return;
            node.pending.length = 0;
            assign(node);
        };

        const assign = (node) => {
            if (node.el.value === node.value) return;
            const el = node.el;
            const atEnd = el.selectionStart === el.value.length;
            const start = el.selectionStart;
            el.value = node.value;
            if (node.committed !== null) node.committed = node.value;  // the program's own text needs no commit
            else node.entered = node.value;
            if (editing === node && !atEnd) el.setSelectionRange(start, start);
        };

        // ------------------------------------------------------------ what the user does

        const text = (node) => node.el.value;

        const changed = (node) => {
            told(node, text(node));
            emit(EVENT.TextChanged, node.key, composing === node ? 1 : 0, [text(node)]);
            page.frames.request();
        };

        editors.commit = (node, cause) => {
            node.committed = text(node);
            emit(EVENT.TextCommitted, node.key, cause, [node.committed]);
            page.frames.request();
        };

        editors.cancel = (node) => {
            const typed = !editors.untouched(node);
            node.pending.length = 0;
            node.committed = text(node);
            stale.set(node, 3);
            emit(EVENT.TextCancelled, node.key, typed ? 1 : 0);
        };

        editors.input = (node) => {
            changed(node);
            if (editing !== node) editors.commit(node, CAUSE.Set);  // set by a test or by assistive technology
        };

        editors.compositionStart = (node) => { composing = node; };

        editors.compositionEnd = (node) => {
            if (composing !== node) return;
            composing = null;
            changed(node);
            page.mirror.compositionEnded();
        };

        editors.focus = (node) => {
            if (editing === node) return;  // another window had the keyboard meanwhile
            editing = node;
            node.committed = null;
            node.entered = text(node);
        };

        // Nothing has been typed since the field got the focus or was committed: undo means the plan's, not the field's.
        editors.untouched = (node) => (node.committed === null ? node.entered : node.committed) === text(node);

        // Commits what is left in the field that is being left: a composition cut short belongs to it, never to the next.
        editors.leave = (node) => {
            if (composing === node) {
                composing = null;
                changed(node);
            }
            if (editing !== node) return;
            editing = null;
            if (node.committed !== text(node)) editors.commit(node, CAUSE.Blur);
            stale.set(node, 3);
        };

        // The page is going away or is hidden: what is typed so far counts.
        editors.flush = () => {
            if (editing && editing.committed !== text(editing)) editors.commit(editing, CAUSE.Blur);
        };

        // A field that was left shows what the program made of its text.
        editors.afterFrame = () => {
            stale.forEach((frames, node) => {
                if (frames > 0 && !node.gone) {
                    stale.set(node, frames - 1);
                    page.frames.request();
                    return;
                }
                stale.delete(node);
                if (node.gone || composing === node || (editing === node && node.pending.length)) return;
                node.pending.length = 0;
                assign(node);
            });
        };

        // No frame is due any more: what the program has not echoed by now it never will.
        editors.settled = () => { if (editing && composing !== editing) editing.pending.length = 0; };
        return editors;
    },
});
