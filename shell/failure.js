// shell/failure.js: says that the page does not work, in the language that was chosen, and offers what can still be done. It
// stands with its words (WORDS, out of assets/lang) before start.js: see web/pack.mjs.
const failure = (() => {
    let language = 'zh-Hans';
    try {
        const chosen = localStorage.getItem('fanglue.preference.language');
        if (chosen in WORDS) language = chosen;
    } catch (blocked) { /* the first one, then */ }

    const words = (key, argument) => WORDS[language][key].replace('{0}', argument);

    const element = (tag, properties, ...children) => {
        const made = Object.assign(document.createElement(tag), properties);
        made.append(...children);
        return made;
    };
    const button = (key, onclick) => element('button', { type: 'button', onclick: onclick }, words(key));

    // kind: which of the words that begin with "shell.failed." explains it. goBack: opens the version before the last change, or null. earlierBuild: a promise.
    const show = ({ kind, report, reload, goBack, earlierBuild }) => {
        const text = element('textarea', { readOnly: true, value: report });
        text.setAttribute('aria-label', words('shell.report'));
        const said = element('p');
        said.setAttribute('role', 'status');
        const copy = button('shell.copy', () => {
            text.select();
            said.textContent = words(document.execCommand('copy') ? 'shell.copied' : 'shell.copy-by-hand');
        });
        const keep = button('shell.export', () => rescue.exportAll(words('shell.export-name')).then(
            (count) => { said.textContent = count ? words('shell.exported', count) : words('shell.nothing-stored'); },
            (error) => { said.textContent = words('shell.unreadable', error); }));
        const again = button('shell.reload', reload);
        const first = goBack ? button('shell.go-back', goBack) : again;
        first.className = 'primary';
        const actions = element('div', { className: 'actions' }, first, ...(goBack ? [again] : []), keep, copy);
        const about = goBack ? [element('p', {}, words('shell.failed.plan'))] : [];
        document.getElementById('app').inert = true;
        document.body.append(element('main', { id: 'failure', className: 'sheet', lang: language }, element('h1', {}, words('app.name')),
            element('p', {}, words('shell.failed.' + kind)), ...about, actions, said, text));
        first.focus();
        earlierBuild.then((earlier) => {
            if (earlier) again.after(button('shell.earlier-build', () => { location.search = '?build=' + earlier; }));
        }, () => {});
    };

    return { words: words, language: language === 'zh-Hans' ? 'zh-CN' : language, show: show };
})();
