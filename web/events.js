// web/events.js: calls into the C++ side (src/platform/entry.cpp), with texts.
mergeInto(LibraryManager.library, {
    $utf8: {
        decode: function (address, size) {
            return utf8.decoder.decode(HEAPU8.subarray(address, address + size));
        },
    },
    $utf8__postset: 'utf8.decoder = new TextDecoder(); utf8.encoder = new TextEncoder();',

    // Puts a string or bytes into a text slot.
    $setSlot__deps: ['$utf8'],
    $setSlot: function (slot, content) {
        const bytes = typeof content === 'string' ? utf8.encoder.encode(content) : content;
        const address = _platform_text(slot, bytes.length);
        HEAPU8.set(bytes, address);
    },

    // Tells the program what happened; texts fill the slots from 0.
    $emit__deps: ['$setSlot'],
    $emit: function (kind, key, number, texts, x, y) {
        if (texts) texts.forEach((text, slot) => setSlot(slot, text));
        _platform_event(kind, key, number || 0, x || 0, y || 0);
    },

    // To every request that has an id, exactly once; `owe` when it is taken on.
    $owe__deps: ['$page'],
    $owe: function () { page.frames.pending += 1; },

    $answer__deps: ['$emit', '$EVENT', '$page'],
    $answer: function (request, ok, code, bytes) {
        page.frames.pending -= 1;
        emit(EVENT.Answer, request, ok ? 1 : 0, [code, bytes || '']);
        page.frames.request();
    },
});
