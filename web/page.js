// web/page.js: puts the parts together and is what src/platform/host.hpp calls.
mergeInto(LibraryManager.library, {
    $page: {},

    $beginPage__deps: ['$page', '$makeFrames', '$makeGlyphs', '$makeMirror', '$makeKeys', '$makePointer', '$makeDisplay',
        '$makeFiles', '$makeStorage', '$makeUpdates', '$makePrivate', '$makeDocuments', '$makeOverlay', '$beginBench', '$EVENT', '$emit', '$setSlot', '$FONTS'],
    $beginPage: function () {
        const host = document.getElementById('app');
        const canvas = document.getElementById('canvas');
        const root = document.getElementById('mirror');
        page.families = FONTS.families;
        page.frames = makeFrames();
        page.glyphs = makeGlyphs();
        page.mirror = makeMirror(root, page);
        page.keys = makeKeys(root, page);
        page.pointer = makePointer(host, canvas, page);
        page.files = makeFiles(host, page);
        page.storage = makeStorage(page);
        page.updates = makeUpdates(page);
        page.private = makePrivate(page);
        page.documents = makeDocuments(page);
        page.overlay = makeOverlay(host, page);
        makeDisplay(host, canvas, page);
        // What was to survive had been handed out before the frame that broke down.
        page.frames.onTrap = () => page.storage.writeTail();
        page.frames.onIdle = () => page.mirror.editors.settled();

        // The last moment in which the program can say what must survive, and the browser still writes it.
        const leaving = () => {
            if (!page.frames.started) return;
            page.mirror.editors.flush();
            page.frames.now();
            page.storage.writeTail();
        };
        window.addEventListener('pagehide', leaving);
        document.addEventListener('visibilitychange', () => { if (document.hidden) leaving(); });

        beginBench(page);
        page.storage.load().then(() => {
            const storage = page.storage;
            storage.preferences().forEach((pair) => emit(EVENT.Preference, 0, 0, pair));
            emit(EVENT.Started, 0, 0, [storage.damaged && storage.state === 'writer' ? 'damaged' : storage.state, storage.tail(), location.search.slice(1)]);
            setSlot(0, navigator.language || 'zh-CN');
            _platform_started();
            page.frames.started = true;
            page.frames.now(true);
            performance.mark('drawn');
            if (Module.onFirstFrame) Module.onFirstFrame();
            page.files.acceptLaunches();
            page.updates.begin();
        }).catch((error) => setTimeout(() => { throw error; }));  // for the page around, as from any other frame

        window.fanglue = {
            version: Module.version || '',
            get frames() { return page.frames.count; },
            idle: () => page.frames.idle(),
            statistic: (which) => _platform_statistic(which),
            // What can be clicked but is not described in the mirror; the first call starts watching.
            undescribed: async () => {
                _platform_watch_items(1);
                page.frames.request();
                await page.frames.idle();
                return UTF8ToString(_platform_undescribed());
            },
        };
    },

    host_start__deps: ['$beginPage'],
    host_start: function () { beginPage(); },
    host_request_frame__deps: ['$page'],
    host_request_frame: function () { page.frames.request(); },
    host_words: function (out) {
        if (out) HEAPU8.set(Module.words, out);
        return Module.words.length;
    },
    host_cursor__deps: ['$page'],
    host_cursor: function (cursor) { page.pointer.cursor(cursor); },
    host_fatal: function (reason) { if (Module.onFatal) Module.onFatal(UTF8ToString(reason)); },

    host_glyph__deps: ['$page'],
    host_glyph: function (codePoint, style, pixels, out) {
        const glyph = page.glyphs.draw(codePoint, style, pixels);
        if (!glyph) return 0;
        HEAPF32.set([glyph.advance, glyph.left, glyph.top, glyph.width, glyph.height, glyph.coloured], out >> 2);
        return 1;
    },
    host_glyph_pixels__deps: ['$page'],
    host_glyph_pixels: function (out, coloured) { page.glyphs.pixels(out, coloured); },

    host_mirror__deps: ['$page'],
    host_mirror: function (words, count) { page.mirror.apply(words, count); },
    host_page__deps: ['$utf8'],
    host_page: function (title, titleSize, language, languageSize) {
        document.title = utf8.decode(title, titleSize);
        document.documentElement.lang = utf8.decode(language, languageSize);
    },
    host_focus__deps: ['$page'],
    host_focus: function (key, selectAll) { page.keys.focus(key >>> 0, selectAll); },  // WebAssembly's integers arrive signed

    host_announce__deps: ['$utf8'],
    host_announce: function (text, size, assertive) {
        const region = document.getElementById(assertive ? 'announce-now' : 'announce');
        const said = utf8.decode(text, size);
        // The same text twice is a change too.
        region.textContent = region.textContent === said ? said + '\u00a0' : said;
    },
    host_copy__deps: ['$page', '$utf8'],
    host_copy: function (text, textSize, html, htmlSize) {
        page.files.copy(utf8.decode(text, textSize), utf8.decode(html, htmlSize));
    },
    host_download__deps: ['$page', '$utf8'],
    host_download: function (name, nameSize, mime, mimeSize, bytes, size) {
        page.files.download(utf8.decode(name, nameSize), utf8.decode(mime, mimeSize), HEAPU8.slice(bytes, bytes + size));
    },
    host_save__deps: ['$page', '$utf8', '$owe'],
    host_save: function (id, key, keySize, name, nameSize, mime, mimeSize, bytes, size) {
        owe();
        page.files.save(id, utf8.decode(key, keySize), utf8.decode(name, nameSize), utf8.decode(mime, mimeSize),
            HEAPU8.slice(bytes, bytes + size));
    },
    host_pick_files__deps: ['$page', '$utf8'],
    host_pick_files: function (accept, size, many) { page.files.pick(utf8.decode(accept, size), many !== 0); },
    host_pick_date__deps: ['$page', '$utf8'],
    host_pick_date: function (key, value, size) { page.files.pickDate(key >>> 0, utf8.decode(value, size)); },
    host_print__deps: ['$page', '$utf8'],
    host_print: function (title, titleSize, html, htmlSize) {
        page.files.print(utf8.decode(title, titleSize), utf8.decode(html, htmlSize));
    },
    host_show_html__deps: ['$page', '$utf8'],
    host_show_html: function (over, x, y, width, height, html, size) {
        page.files.show(over >>> 0, x, y, width, height, utf8.decode(html, size));
    },
    host_requests_done__deps: ['$page'],
    host_requests_done: function () { page.files.frameDone(); },

    host_fetch__deps: ['$utf8', '$owe', '$answer'],
    host_fetch: function (id, path, size) {
        owe();
        const name = utf8.decode(path, size);
        if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name)) { setTimeout(() => answer(id, false, 'asset-foreign')); return; }
        Module.readAsset(name)
            .then((bytes) => answer(id, true, '', new Uint8Array(bytes)), () => answer(id, false, 'asset-missing'));
    },
    host_plan_at_work__deps: ['$utf8'],
    host_plan_at_work: function (plans, size, shown, opening) {
        if (Module.onPlanAtWork) Module.onPlanAtWork(utf8.decode(plans, size), shown, opening !== 0);
    },
    host_errand__deps: ['$page', '$utf8', '$owe'],
    host_errand: function (id, language, languageSize, bytes, size) {
        owe();
        page.documents.run(id, utf8.decode(language, languageSize), HEAPU8.slice(bytes, bytes + size));
    },
    host_cancel_errand__deps: ['$page'],
    host_cancel_errand: function (id) { page.documents.cancel(id); },
    host_restart__deps: ['$page'],
    host_restart: function () { page.updates.restart(); },
    // Browsers allow it shortly after a click or a key; where they do not have it, nothing happens.
    host_full_screen: function () {
        const root = document.documentElement;
        if (document.fullscreenElement) document.exitFullscreen();
        else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    },

    $pendingStore: { put: [], remove: [] },
    host_store_put__deps: ['$pendingStore', '$utf8'],
    host_store_put: function (path, pathSize, bytes, size) {
        pendingStore.put.push({ path: utf8.decode(path, pathSize), bytes: HEAPU8.slice(bytes, bytes + size) });
    },
    host_store_remove__deps: ['$pendingStore', '$utf8'],
    host_store_remove: function (path, size) { pendingStore.remove.push(utf8.decode(path, size)); },
    host_store_commit__deps: ['$pendingStore', '$page', '$owe'],
    host_store_commit: function (id) {
        owe();
        page.storage.commit(id, pendingStore.put.splice(0), pendingStore.remove.splice(0));
    },
    host_read_file__deps: ['$page', '$utf8', '$owe'],
    host_read_file: function (id, path, size) { owe(); page.storage.read(id, utf8.decode(path, size)); },
    host_persist__deps: ['$page', '$owe'],
    host_persist: function (id, ask) { owe(); page.storage.persist(id, ask !== 0); },
    host_read_copies__deps: ['$page', '$utf8', '$owe'],
    host_read_copies: function (id, plans, size) { owe(); page.storage.readCopies(id, utf8.decode(plans, size)); },
    host_private__deps: ['$page', '$utf8', '$owe'],
    host_private: function (id, act, first, firstSize, second, secondSize, content, size) {
        owe();
        page.private.run(id, act, utf8.decode(first, firstSize), utf8.decode(second, secondSize), HEAPU8.slice(content, content + size));
    },
    host_random__deps: ['$owe', '$answer'],
    host_random: function (id, count) {
        owe();
        const bytes = new Uint8Array(count);
        const LIMIT = 65536;  // of one call
        for (let at = 0; at < count; at += LIMIT) crypto.getRandomValues(bytes.subarray(at, at + LIMIT));
        setTimeout(() => answer(id, true, '', bytes));
    },
    host_preference__deps: ['$page', '$utf8'],
    host_preference: function (name, nameSize, value, valueSize) {
        page.storage.prefer(utf8.decode(name, nameSize), utf8.decode(value, valueSize));
    },
    host_keep_tail__deps: ['$page', '$utf8'],
    host_keep_tail: function (bytes, size) { page.storage.keepTail(utf8.decode(bytes, size)); },
});
