// web/documents_library.js: what the second program (src/platform/documents) calls.
mergeInto(LibraryManager.library, {
    host_progress: function (percent) { Module.onProgress(percent); },
});
