// web/documents_worker.js: stands behind the second program's own script (documents.js) and makes a worker of the two. The page
// (web/documents.js) sends first {program, texts}, the bytes of documents.wasm and the files that its C++ side takes for embedded,
// then one {errand, words} after the other; back come {percent} and {outcome}. Whatever goes wrong ends the worker as an error.
'use strict';

(() => {
    const ERRAND = 0, TEXTS = 1, CHOSEN_WORDS = 3;  // slots of documents.cpp
    let program = null;

    const start = async ({ program: wasmBinary, texts }) => {
        const module = await createDocuments({ wasmBinary: wasmBinary, onProgress: (percent) => self.postMessage({ percent: percent }) });
        texts.forEach((text, index) => fill(module, TEXTS + index, text));
        return module;
    };

    const fill = (module, slot, bytes) => {
        const address = module._documents_text(slot, bytes.length);
        module.HEAPU8.set(bytes, address);  // after the call, which may have moved the heap
    };

    const run = (module, { errand, words }) => {
        fill(module, CHOSEN_WORDS, words);
        fill(module, ERRAND, errand);
        const size = module._documents_run(), at = module._documents_outcome();
        const outcome = module.HEAPU8.slice(at, at + size);
        self.postMessage({ outcome: outcome }, [outcome.buffer]);
    };

    const fail = (error) => setTimeout(() => { throw error; });  // out of the promise, so that the page hears of it

    self.addEventListener('message', ({ data }) => {
        if (data.program) program = start(data);
        else program.then((module) => run(module, data)).catch(fail);
        if (data.program) program.catch(fail);
    });
})();
