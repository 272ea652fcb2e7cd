// web/keys.js: focus, keys and activation in the mirror. The browser keeps its own keys; the program gets the rest, inside
// the event, and says whether it used them.
mergeInto(LibraryManager.library, {
    $makeKeys__deps: ['$ROLES', '$FLAG', '$MODIFIER', '$EVENT', '$CAUSE', '$emit'],
    $makeKeys: function (root, page) {
        const REPEAT = 0x100;  // beside the modifiers
        const keys = {};
        let byKeyboard = true;     // how the focus came to be where it is
        let silent = false;        // the focus moves only because the tree was rearranged
        let focused = 0;

        const editors = () => page.mirror.editors;
        const nodeOf = (target) => {
            const el = target && target.closest ? target.closest('#mirror [id]') : null;
            return el ? el.mirrorNode : null;
        };
        const isEditor = (node) => !!node && !!ROLES[node.role].editor;
        const modifiersOf = (e) => (e.ctrlKey ? MODIFIER.ctrl : 0) | (e.shiftKey ? MODIFIER.shift : 0) | (e.altKey ? MODIFIER.alt : 0) |
            (e.metaKey ? MODIFIER.meta : 0);

        const tellFocus = () => {
            const editing = editors().editing();
            _platform_focus(focused, editing ? editing.key : 0, editors().composing() ? 1 : 0, byKeyboard ? 1 : 0);
            page.frames.request();
        };

        // Modifiers are taken from every event, because their own key events get lost to window managers and input methods.
        keys.modifiers = (e) => _platform_modifiers(modifiersOf(e));

        // ------------------------------------------------------------ focus

        root.addEventListener('focusin', (e) => {
            const node = nodeOf(e.target);
            if (!node || silent) return;
            focused = node.key;
            if (isEditor(node)) editors().focus(node);
            tellFocus();
            emit(EVENT.Focused, node.key);
        });

        root.addEventListener('focusout', (e) => {
            const node = nodeOf(e.target);
            // Another window has the keyboard now; the field goes on when this one has it again.
            if (!node || silent || (!document.hasFocus() && document.activeElement === e.target)) return;
            if (isEditor(node)) editors().leave(node);
            if (focused === node.key) focused = 0;
            tellFocus();
            if (!nodeOf(e.relatedTarget)) emit(EVENT.Focused, 0);
        });

        // Browsers disagree about telling when an element with the focus is taken away.
        keys.gone = (node) => {
            if (focused !== node.key) return;
            focused = 0;
            tellFocus();
            emit(EVENT.Focused, 0);
        };

        keys.refocus = (node) => {
            silent = true;
            node.el.focus({ preventScroll: true });
            silent = false;
        };

        keys.focus = (key, selectAll) => {
            const node = page.mirror.nodes.get(key);
            if (!node) return;
            if (document.activeElement !== node.el) node.el.focus({ preventScroll: true });
            if (selectAll && isEditor(node) && editors().composing() !== node) node.el.select();
        };

        // A press on the canvas moves the focus to what is drawn there, as it would among real elements.
        keys.focusAt = (x, y) => {
            byKeyboard = false;
            const key = _platform_hit(x, y, 0) >>> 0;
            if (key) keys.focus(key, false);
            else if (nodeOf(document.activeElement)) document.activeElement.blur();
        };

        // ------------------------------------------------------------ keys

        // Enter, Escape, digits and arrows belong to the input method while it composes. Chromium's first key of a
        // composition says 229 only; Safari confirms with such an Enter after the composition has ended.
        const belongsToInputMethod = (e) => e.isComposing || e.keyCode === 229 || !!editors().composing();

        const clipboardKeys = 'cxv';
        const browserKeys = 'rtwnlq+-=0';

        const belongsToBrowser = (e) => {
            if (/^(F5|F6|F11|F12|Control|Shift|Alt|Meta|AltGraph|CapsLock|Process|Dead|Unidentified|BrowserBack)$/.test(e.key))
                return true;
            if (e.altKey && !e.ctrlKey && !e.shiftKey && /^(Arrow(Left|Right)|Home|F4|d)$/i.test(e.key)) return true;
            if (!(e.ctrlKey || e.metaKey) || e.altKey) return false;
            const key = e.key.toLowerCase();
            if (e.metaKey && !e.ctrlKey && 'hm'.includes(key)) return true;
            if (key === 'tab' || key === 'pageup' || key === 'pagedown' || browserKeys.includes(key)) return true;
            if (clipboardKeys.includes(key) && !e.shiftKey) return true;
            return e.shiftKey && 'cijmbo'.includes(key);
        };

        const deliver = (e, node) => {
            const bits = modifiersOf(e) | (e.repeat ? REPEAT : 0);
            const letter = e.key.length === 1 && (bits & (MODIFIER.ctrl | MODIFIER.alt | MODIFIER.meta));  // Shift and Caps Lock say nothing there
            emit(EVENT.Key, node ? node.key : 0, bits, [letter ? e.key.toLowerCase() : e.key]);
            page.frames.now();
            if (!_platform_key_used()) return;
            e.preventDefault();
            e.stopPropagation();
        };

        const activate = (node) => {
            emit(EVENT.Activated, node.key);
            page.frames.now();
        };

        // In a field the browser edits; only what leaves or confirms it, and shortcuts, are the program's.
        const editorKey = (e, node) => {
            const shortcut = (e.ctrlKey || e.metaKey) && !e.altKey;
            const multiline = node.el.localName === 'textarea';
            if (e.key === 'Enter' && (!multiline || shortcut)) {
                editors().commit(node, CAUSE.Enter);
                e.preventDefault();
                return deliver(e, node);
            }
            if (e.key === 'Escape') {
                editors().cancel(node);
                return deliver(e, node);
            }
            if (e.key === 'Tab') {
                editors().commit(node, CAUSE.Tab);
                return deliver(e, node);
            }
            if (/^F\d+$/.test(e.key)) return deliver(e, node);
            if (/^(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(e.key) && (!multiline || e.altKey)) return deliver(e, node);
            if (shortcut && /^[zy]$/i.test(e.key) && editors().untouched(node)) return deliver(e, node);
            // What the shortcut does counts with what has been typed.
            const settle = () => {
                if (editors().untouched(node)) return;
                editors().commit(node, CAUSE.Set);
                page.frames.now();
            };
            const edits = /^(a|z|y|Backspace|Delete|Arrow\w+|Home|End|Insert)$/i.test(e.key);
            if ((!shortcut || edits) && !(e.ctrlKey && e.altKey)) return;
            settle();
            deliver(e, node);
        };

        document.addEventListener('keydown', (e) => {
            keys.modifiers(e);
            byKeyboard = true;
            if (e.ctrlKey && e.altKey && e.code === 'KeyD') {
                e.preventDefault();
                return page.overlay.toggle();
            }
            if (belongsToInputMethod(e) || belongsToBrowser(e) || e.defaultPrevented) return;
            const node = nodeOf(e.target);
            if (!node && e.target !== document.body && e.target !== root) return;  // a dialog of the page itself
            if (isEditor(node)) return editorKey(e, node);
            const plain = modifiersOf(e) === 0;
            const button = node && ROLES[node.role].button;
            if (node && plain && (e.key === 'Enter' || (e.key === ' ' && button))) {
                e.preventDefault();
                if (!e.repeat && !(node.flags & FLAG.disabled)) activate(node);
                return;
            }
            deliver(e, node);
        });

        document.addEventListener('keyup', (e) => { keys.modifiers(e); page.frames.request(); });

        window.addEventListener('blur', () => { _platform_modifiers(0); page.frames.request(); });

        // Pointers reach the canvas and not these elements, so this is a screen reader or a script.
        root.addEventListener('click', (e) => {
            const node = nodeOf(e.target);
            if (!node || isEditor(node) || (node.flags & (FLAG.disabled | FLAG.covered))) return;
            activate(node);
        });

        // ------------------------------------------------------------ fields

        const withEditor = (name, handler) => root.addEventListener(name, (e) => {
            const node = nodeOf(e.target);
            if (isEditor(node)) handler(node, e);
        });
        withEditor('input', (node) => editors().input(node));
        withEditor('compositionstart', (node) => { editors().compositionStart(node); tellFocus(); });
        withEditor('compositionend', (node) => { editors().compositionEnd(node); tellFocus(); });

        keys.pointerUsed = () => { byKeyboard = false; };
        keys.nodeOf = nodeOf;
        keys.isEditor = isEditor;
        return keys;
    },
});
