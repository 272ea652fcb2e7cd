// web/documents.js: the second program, which makes and reads documents in a worker (web/documents_worker.js): loaded when it is first
// needed, one errand after the other, ended when an errand is cancelled or breaks it down, or when none has come for a while.
mergeInto(LibraryManager.library, {
    $makeDocuments__deps: ['$EVENT', '$emit', '$answer'],
    $makeDocuments: function (page) {
        const REST = 60000;  // ms
        const waiting = [];  // errands, {id, language, bytes}; the first is the one at work
        let current = null;  // {worker, ready}: replaced when its worker ends, so that what an ended one still says is not heard
        let resting = 0;     // timer
        let program = null;  // promise of the bytes of the program and of the files that go with it

        const read = (path) => Module.readAsset(path).then((bytes) => new Uint8Array(bytes));
        const load = () => {
            if (!program) {
                program = Promise.all(['documents.wasm', 'assets/lang/zh-Hans.lang', 'assets/report/report.css'].map(read));
                program.catch(() => { program = null; });  // tried again with the next errand
            }
            return program;
        };

        const open = () => {
            const session = { worker: null, ready: null };
            session.ready = load().then(async ([bytes, ...texts]) => {
                const worker = await Module.startWorker('documents.js');
                if (session !== current) { worker.terminate(); return; }
                session.worker = worker;
                worker.addEventListener('message', ({ data }) => {
                    if (session !== current) return;
                    if (data.outcome) finish(true, '', data.outcome);
                    else tell(data.percent);
                });
                worker.addEventListener('error', (e) => {
                    e.preventDefault();  // it is answered
                    if (session !== current) return;
                    console.warn('documents: ' + (e.message || 'not loaded'));
                    finish(false, e.message ? 'errand-failed' : 'errand-missing');
                });
                worker.postMessage({ program: bytes, texts: texts });
            });
            return session;
        };

        const end = () => {
            if (current && current.worker) current.worker.terminate();
            current = null;
        };

        const tell = (percent) => {
            emit(EVENT.ErrandProgress, waiting[0].id, percent);
            page.frames.request();
        };

        const finish = (ok, code, bytes) => {
            if (!ok) end();
            answer(waiting.shift().id, ok, code, bytes);
            next();
        };

        const next = async () => {
            clearTimeout(resting);
            if (waiting.length === 0) {
                resting = setTimeout(end, REST);
                return;
            }
            const errand = waiting[0], session = current = current || open();
            const isDue = () => session === current && waiting[0] === errand;
            try {
                await session.ready;
                const words = errand.language ? await read('assets/lang/' + errand.language + '.lang') : new Uint8Array(0);
                if (isDue()) session.worker.postMessage({ errand: errand.bytes, words: words }, [errand.bytes.buffer]);
            } catch (missing) {
                console.warn('documents: ' + missing);
                if (isDue()) finish(false, 'errand-missing');
            }
        };

        return {
            run: (id, language, bytes) => {
                waiting.push({ id: id, language: language, bytes: bytes });
                if (waiting.length === 1) next();
            },
            cancel: (id) => {
                const errand = waiting.find((each) => each.id === id);
                if (!errand) return;  // done meanwhile
                if (errand === waiting[0]) end();
                setTimeout(() => {  // not inside the frame that asked
                    if (errand === waiting[0]) { finish(false, 'cancelled'); return; }
                    if (!waiting.includes(errand)) return;
                    waiting.splice(waiting.indexOf(errand), 1);
                    answer(id, false, 'cancelled');
                });
            },
        };
    },
});
