// shell/start.js: loads the application, shows how far it is, and notices when something does not work.
'use strict';

(() => {
    const build = document.documentElement.dataset.build;
    const folder = new URL(build + '/', document.baseURI).href;
    const selfContained = !document.currentScript.src;  // the page is one file that holds everything (web/single_file.mjs)
    const startScreen = document.getElementById('start');
    const problems = [];   // what went wrong so far, for the report
    let running = false;   // the first frame has been drawn
    let broken = false;

    try {
        const theme = localStorage.getItem('fanglue.preference.theme');
        if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
    } catch (blocked) { /* the system's choice, then */ }

    const progress = (percent, text) => {
        if (broken) return;
        document.getElementById('start-progress').value = percent;
        if (text) document.getElementById('start-text').textContent = text;
    };

    // ------------------------------------------------------------ when it does not work

    // What the program works on is noted where no breakdown reaches: a plan with which it broke down is not opened again by
    // itself (src/app/stops.hpp). "opening" stays behind if even that did not end.
    const OPENING = 'fanglue.opening', PREFERENCE = 'fanglue.preference.';
    let atWork = null;  // {plans, shown: the newest revision that had been drawn}

    const remember = (name, value) => {
        try {
            if (value) localStorage.setItem(name, value); else localStorage.removeItem(name);
        } catch (blocked) { /* then nothing is stored either */ }
    };
    const markStopped = (plans, shown) => {
        plans.split(' ').forEach((plan) => remember(PREFERENCE + 'stopped.' + plan, String(shown)));
        remember(OPENING, '');
    };
    const planAtWork = (plans, shown, opening) => {
        atWork = plans ? { plans: plans, shown: shown } : null;
        remember(OPENING, opening ? plans : '');
    };
    try {
        const interrupted = localStorage.getItem(OPENING);
        if (interrupted) markStopped(interrupted, 0);
    } catch (blocked) { /* nothing was noted, then */ }

    const fail = (kind) => {
        if (broken) return;
        broken = true;
        startScreen.remove();
        const plan = kind === 'crash' && atWork ? atWork.plans.split(' ')[0] : '';
        if (plan) markStopped(atWork.plans, atWork.shown);
        const goBack = () => { remember(PREFERENCE + 'go-back', plan); reload(); };
        const about = plan ? ['计划 ' + atWork.plans + ' @' + atWork.shown] : [];
        failure.show({
            kind: kind, reload: reload, goBack: plan ? goBack : null, earlierBuild: earlierBuild(),
            report: ['方略 ' + build, '问题 ' + kind, new Date().toString(), navigator.userAgent,
                innerWidth + '×' + innerHeight + ' @' + devicePixelRatio, navigator.language, ...about, ...problems].join('\n'),
        });
    };

    // The build before this one is kept until this one has started, see web/service-worker.js.
    const earlierBuild = async () => {
        if (!window.caches || !navigator.serviceWorker || !navigator.serviceWorker.controller) return '';
        for (const name of await caches.keys()) {
            const whole = name.startsWith('fanglue-build-') && !name.endsWith(build) &&
                await caches.match(new URL('./', document.baseURI), { cacheName: name, ignoreVary: true });
            if (whole) return name.replace('fanglue-build-', '');
        }
        return '';
    };

    // Nothing is lost by it, so a newer build that waits may take over.
    const reload = async () => {
        try {
            const registration = await navigator.serviceWorker.getRegistration();
            if (registration && registration.waiting) {
                const taken = new Promise((resolve) => {
                    navigator.serviceWorker.addEventListener('controllerchange', resolve);
                    setTimeout(resolve, 3000);
                });
                registration.waiting.postMessage({ what: 'take over' });
                await taken;
            }
        } catch (unsupported) { /* then it is just loaded again */ }
        location.reload();
    };

    const note = (what, error) => {
        // The stack begins with the message in Chromium only.
        const message = String(error), stack = (error && error.stack) || '';
        problems.push(what + ': ' + (stack.startsWith(message) ? stack : (message + '\n' + stack).trim()));
        if (problems.length > 20) problems.shift();
    };

    const noticed = (what, error) => {
        note(what, error);
        // A trap leaves the program's memory in an unknown state.
        const trapped = error && error.name === 'RuntimeError';
        if (trapped || !running) fail(trapped ? 'crash' : 'load');
    };
    addEventListener('error', (e) => { if (e.error || e.message) noticed('error', e.error || e.message); });
    addEventListener('unhandledrejection', (e) => note('rejection', e.reason));

    // ------------------------------------------------------------ loading

    const loadScript = (address) => new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = address;
        script.onload = resolve;
        script.onerror = () => reject(new Error('cannot load ' + address));
        document.head.append(script);
    });

    const unpack = async (text) => {
        const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    };

    // The bytes of a file of this build.
    const readAsset = async (path) => {
        if (selfContained) return unpack(document.getElementById('file:' + path).textContent);
        const response = await fetch(folder + path);
        if (!response.ok) throw new Error(response.status + ' ' + path);
        return response.arrayBuffer();
    };

    // A worker that runs a script of this build.
    const startWorker = async (path) => {
        if (!selfContained) return new Worker(folder + path);
        const address = URL.createObjectURL(new Blob([await readAsset(path)], { type: 'text/javascript' }));
        return new Worker(address);
    };

    // Without any Chinese font all characters are drawn as the same box, or as a narrow one with their number.
    const lacksHan = () => {
        const context = Object.assign(document.createElement('canvas'), { width: 48, height: 48 })
            .getContext('2d', { willReadFrequently: true });
        context.font = '40px ' + getComputedStyle(document.documentElement).fontFamily;
        const drawn = (text) => {
            context.clearRect(0, 0, 48, 48);
            context.fillText(text, 4, 40);
            return String(context.getImageData(0, 0, 48, 48).data);
        };
        return Math.abs(context.measureText('国').width - 40) > 4 || drawn('国') === drawn('们');
    };

    const addHanFont = () => new Promise((resolve) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: folder + 'fonts/fonts.css', onload: resolve, onerror: resolve });
        document.head.append(link);
    });

    const begin = async () => {
        document.documentElement.lang = failure.language;
        progress(0, failure.words('shell.starting'));
        const webFont = !selfContained && lacksHan();
        const font = webFont ? addHanFont() : null;
        const words = readAsset('assets/lang/zh-Hans.lang');
        words.catch(() => {});  // told below
        if (!selfContained) await loadScript(folder + 'rescue.js');
        if (typeof WebAssembly !== 'object') return fail('wasm');
        const slow = setTimeout(() => progress(30, failure.words('shell.starting-slow')), 5000);
        if (!selfContained) await loadScript(folder + 'fanglue.js');
        progress(40);
        await font;
        await createFanglue({
            version: build,
            selfContained: selfContained,
            webFont: webFont ? 'Fanglue Han' : '',
            readAsset: readAsset,
            startWorker: startWorker,
            wasmBinary: selfContained ? await readAsset('fanglue.wasm') : undefined,
            words: new Uint8Array(await words),  // see platform/words.cpp
            locateFile: (name) => folder + name,
            onRuntimeInitialized: () => progress(80),
            onFirstFrame: () => {
                running = true;
                clearTimeout(slow);
                startScreen.remove();
            },
            onPlanAtWork: planAtWork,
            onFatal: fail,
            onAbort: (what) => { note('abort', what); fail(running ? 'crash' : 'load'); },
            printErr: (line) => { note('stderr', line); console.error(line); },
        });
    };

    begin().catch((error) => { note('start', error); fail('load'); });
})();
