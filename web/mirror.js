// web/mirror.js: a tree of real elements over the canvas that says what is drawn there, kept up by small batches
// (src/platform/mirror_diff.hpp). Screen readers, searching in the page, tests and text entry work on it.
mergeInto(LibraryManager.library, {
    $makeMirror__deps: ['$describeNode', '$ownText', '$ROLES', '$FLAG', '$GROUP', '$OPERATION', '$utf8', '$makeEditors'],
    $makeMirror: function (root, page) {
        const nodes = new Map();  // key → node
        const idOf = (key) => 'n' + key;
        const rootNode = { key: 0, el: root, text: null };
        const editors = makeEditors(page, nodes);
        // Child orders that would have torn a composing element out of the tree; carried out when the composition ends.
        const postponed = new Map();
        const mirror = { nodes: nodes, editors: editors };

        const make = (key) => ({
            key: key, el: null, text: null, attributes: {}, role: 0, flags: 0,
            x: 0, y: 0, width: 0, height: 0, clipX: 0, clipY: 0, clipWidth: 0, clipHeight: 0, seen: [],
            name: '', value: '', description: '', placeholder: '',
            level: 0, row: 0, rows: 0, column: 0, columns: 0, now: 0, min: 0, max: 0,
            font: 15, paddingX: 10, paddingY: 6, line: 22, ink: 0x1B2430FF, fill: 0xFFFFFFFF, controls: 0, active: 0,
        });

        const tagOf = (node) => !ROLES[node.role].editor ? 'div' : node.flags & FLAG.multiline ? 'textarea' : 'input';

        // The element of a node; a change between field and other roles needs another element. True if it is new.
        const giveElement = (node) => {
            const tag = tagOf(node);
            if (node.el && node.el.localName === tag) return false;
            const old = node.el;
            node.el = document.createElement(tag);
            node.el.id = idOf(node.key);
            node.el.mirrorNode = node;
            node.attributes = {};
            node.text = null;
            if (ROLES[node.role].editor) editors.adopt(node);
            if (!old) return true;
            if (tag === 'div') Array.from(old.children).forEach((child) => node.el.append(child));
            old.replaceWith(node.el);
            return true;
        };

        const describe = (node) => {
            const said = describeNode(node, idOf);
            for (const name in node.attributes) if (!(name in said)) node.el.removeAttribute(name);
            for (const name in said) if (node.attributes[name] !== said[name]) node.el.setAttribute(name, said[name]);
            node.attributes = said;
            if (ROLES[node.role].editor) return;
            const text = ownText(node);
            if (text && !node.text) node.el.prepend(node.text = document.createTextNode(text));
            else if (node.text && node.text.data !== text) node.text.data = text;
        };

        const place = (node) => {
            const style = node.el.style;
            const shown = node.el.shownAt || (node.el.shownAt = {});
            if (shown.x !== node.x) style.left = (shown.x = node.x) + 'px';
            if (shown.y !== node.y) style.top = (shown.y = node.y) + 'px';
            if (shown.width !== node.width) style.width = (shown.width = node.width) + 'px';
            if (shown.height !== node.height) style.height = (shown.height = node.height) + 'px';
            if (ROLES[node.role].editor) editors.clip(node);
        };

        // ------------------------------------------------------------ reading a batch

        const readNode = (read) => {
            const key = read.word();
            const mask = read.word();
            const node = nodes.get(key) || make(key);
            nodes.set(key, node);
            if (mask & GROUP.role) node.role = read.word();
            if (mask & GROUP.flags) node.flags = read.word();
            if (mask & GROUP.rect) {
                node.x = read.number(); node.y = read.number();
                node.width = read.number(); node.height = read.number();
            }
            if (mask & GROUP.clip) {
                node.clipX = read.number(); node.clipY = read.number();
                node.clipWidth = read.number(); node.clipHeight = read.number();
                node.seen = Array.from({ length: read.word() }, () => [read.number(), read.number(), read.number(), read.number()]);
            }
            if (mask & GROUP.name) node.name = read.text();
            if (mask & GROUP.value) node.value = read.text();
            if (mask & GROUP.description) node.description = read.text();
            if (mask & GROUP.placeholder) node.placeholder = read.text();
            if (mask & GROUP.position) {
                node.level = read.signed(); node.row = read.signed(); node.rows = read.signed();
                node.column = read.signed(); node.columns = read.signed();
            }
            if (mask & GROUP.numbers) { node.now = read.number(); node.min = read.number(); node.max = read.number(); }
            if (mask & GROUP.editor) {
                node.font = read.number(); node.paddingX = read.number(); node.paddingY = read.number();
                node.line = read.number(); node.ink = read.word(); node.fill = read.word();
            }
            if (mask & GROUP.links) { node.controls = read.word(); node.active = read.word(); }
            const fresh = giveElement(node);
            if (fresh || mask & ~(GROUP.rect | GROUP.clip | GROUP.editor)) describe(node);
            if (fresh || mask & (GROUP.rect | GROUP.clip)) place(node);
            if (ROLES[node.role].editor) editors.update(node, fresh || mask & (GROUP.flags | GROUP.rect | GROUP.editor), fresh || mask & GROUP.value);
        };

        // Puts the children of a node in order without ever moving the one that holds the focus, because moving an
        // element takes the focus and kills a composition.
        const order = (parent, keys) => {
            const holder = keys.map((key) => nodes.get(key)).filter(Boolean).map((node) => node.el);
            const focused = document.activeElement;
            let pivot = holder.findIndex((el) => el.parentNode === parent.el && el.contains(focused));
            const put = (el, before) => parent.el.insertBefore(el, before);
            if (pivot < 0) pivot = holder.length;
            for (let i = pivot - 1, next = holder[pivot] || null; i >= 0; next = holder[i--]) {
                if (holder[i].nextSibling !== next || holder[i].parentNode !== parent.el) put(holder[i], next);
            }
            for (let i = pivot + 1; i < holder.length; ++i) {
                if (holder[i].previousSibling !== holder[i - 1] || holder[i].parentNode !== parent.el)
                    put(holder[i], holder[i - 1].nextSibling);
            }
        };

        // True if this order would move the element that composes, or one that contains it, to another parent.
        const wouldTear = (parent, keys) => {
            const el = editors.composing() && editors.composing().el;
            return el && keys.some((key) => {
                const child = nodes.get(key);
                return child && child.el.parentNode && child.el.parentNode !== parent.el && child.el.contains(el);
            });
        };

        const readOrder = (read) => {
            const parentKey = read.word();
            const keys = Array.from({ length: read.word() }, () => read.word());
            const parent = parentKey ? nodes.get(parentKey) : rootNode;
            if (!parent) return;
            if (wouldTear(parent, keys)) { postponed.set(parent, keys); return; }
            postponed.delete(parent);
            order(parent, keys);
        };

        const remove = (key) => {
            const node = nodes.get(key);
            if (!node) return;
            if (ROLES[node.role].editor) editors.leave(node);
            nodes.delete(key);
            node.gone = true;
            page.keys.gone(node);
            node.el.remove();
        };

        const reader = (address, count) => {
            let at = address >> 2;
            const end = at + count;
            return {
                more: () => at < end,
                word: () => HEAPU32[at++],
                signed: () => HEAP32[at++],
                number: () => HEAPF32[at++],
                text: () => {
                    const size = HEAPU32[at++];
                    const text = size ? utf8.decode(at << 2, size) : '';
                    at += (size + 3) >> 2;
                    return text;
                },
            };
        };

        mirror.apply = (address, count) => {
            const focused = document.activeElement && document.activeElement.mirrorNode;
            const read = reader(address, count);
            while (read.more()) {
                const operation = read.word();
                if (operation === OPERATION.remove) remove(read.word());
                else if (operation === OPERATION.node) readNode(read);
                else readOrder(read);
            }
            if (focused && !focused.gone && document.activeElement !== focused.el && !(focused.flags & FLAG.covered))
                page.keys.refocus(focused);
            editors.afterFrame();
        };

        // The screen's density or the fonts changed.
        mirror.restyle = () => nodes.forEach((node) => { if (ROLES[node.role].editor) editors.update(node, true, false); });

        mirror.compositionEnded = () => {
            const orders = Array.from(postponed);
            postponed.clear();
            orders.forEach(([parent, keys]) => { if (!parent.gone) order(parent, keys.filter((key) => nodes.has(key))); });
        };

        // The rectangle of a node on the page, which the mirror's elements have by their nesting.
        mirror.rectOf = (key) => {
            const node = nodes.get(key);
            return node ? node.el.getBoundingClientRect() : null;
        };
        return mirror;
    },
});
