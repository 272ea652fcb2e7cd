// shell/start.js: loads the application, shows how far it is, and explains itself when something does not work.
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

    const EXPLANATIONS = {
        wasm: '这个浏览器不支持 WebAssembly，或被管理策略关闭。请改用较新的 Chrome、Edge、Firefox 或 Safari，或请信息科在策略中允许本页面使用 WebAssembly。',
        canvas: '浏览器无法绘图。请换用较新的 Chrome、Edge、Firefox 或 Safari。',
        load: '程序文件没有下载完整。请检查网络连接后重新加载；如果单位网络有缓存或代理，请稍后再试。',
        crash: '程序出错，已经停止，以免写坏数据。已保存的计划不受影响；重新加载即可继续，刚输入的内容会尽量恢复。',
    };

    const element = (tag, properties, ...children) => {
        const made = Object.assign(document.createElement(tag), properties);
        made.append(...children);
        return made;
    };

    const report = (kind) => ['方略 ' + build, '问题 ' + kind, new Date().toString(), navigator.userAgent,
        innerWidth + '×' + innerHeight + ' @' + devicePixelRatio, navigator.language, ...problems].join('\n');

    const fail = (kind) => {
        if (broken) return;
        broken = true;
        startScreen.remove();
        const text = element('textarea', { readOnly: true, value: report(kind) });
        text.setAttribute('aria-label', '错误报告');
        const said = element('p', {}, '');
        said.setAttribute('role', 'status');
        const copy = element('button', { type: 'button' }, '复制错误报告');
        copy.onclick = () => { text.select(); said.textContent = document.execCommand('copy') ? '已复制。' : '请手动选择文字复制。'; };
        const keep = element('button', { type: 'button' }, '导出全部已保存的计划');
        keep.onclick = () => rescue.exportAll().then(
            (count) => { said.textContent = count ? '已导出 ' + count + ' 个文件。请妥善保管，换一台电脑也能恢复。' : '这个浏览器里没有已保存的计划。'; },
            (error) => { said.textContent = '无法读取浏览器的存储：' + error; });
        const again = element('button', { type: 'button', className: 'primary' }, '重新加载');
        again.onclick = reload;
        const actions = element('div', { className: 'actions' }, again, keep, copy);
        document.getElementById('app').inert = true;
        document.body.append(element('main', { id: 'failure', className: 'sheet' }, element('h1', {}, '方略'),
            element('p', {}, EXPLANATIONS[kind]), actions, said, text));
        again.focus();
        earlierBuild().then((earlier) => {
            if (!earlier) return;
            const back = element('button', { type: 'button' }, '改用上一个版本');
            back.onclick = () => { location.search = '?build=' + earlier; };
            again.after(back);
        }, () => {});
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
        if (!running || (error && error.name === 'RuntimeError')) fail(running ? 'crash' : 'load');
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
        const link = element('link', { rel: 'stylesheet', href: folder + 'fonts/fonts.css', onload: resolve, onerror: resolve });
        document.head.append(link);
    });

    const begin = async () => {
        const webFont = !selfContained && lacksHan();
        const font = webFont ? addHanFont() : null;
        const texts = Promise.all(['assets/lang/zh-Hans.lang', 'assets/report/report.css'].map(readAsset));
        texts.catch(() => {});  // told below
        if (!selfContained) await loadScript(folder + 'rescue.js');
        if (typeof WebAssembly !== 'object') return fail('wasm');
        const slow = setTimeout(() => progress(30, '正在打开…比平常慢，请稍候。'), 5000);
        if (!selfContained) await loadScript(folder + 'fanglue.js');
        progress(40);
        await font;
        await createFanglue({
            version: build,
            selfContained: selfContained,
            webFont: webFont ? 'Fanglue Han' : '',
            readAsset: readAsset,
            wasmBinary: selfContained ? await readAsset('fanglue.wasm') : undefined,
            texts: (await texts).map((bytes) => new Uint8Array(bytes)),  // in the order of platform/texts.cpp
            locateFile: (name) => folder + name,
            onRuntimeInitialized: () => progress(80),
            onFirstFrame: () => {
                running = true;
                clearTimeout(slow);
                startScreen.remove();
            },
            onFatal: fail,
            onAbort: (what) => { note('abort', what); fail(running ? 'crash' : 'load'); },
            printErr: (line) => { note('stderr', line); console.error(line); },
        });
    };

    begin().catch((error) => { note('start', error); fail('load'); });
})();
