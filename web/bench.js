// web/bench.js: lets a bench measure the page beside other components; only with ?plan=ADDRESS in the page's address. It
// feeds the file in as a dropped one and reads the accessibility mirror, which is written with each frame that is drawn.
mergeInto(LibraryManager.library, {
    // {tasks: [{id, parent, name, owner, start, end, progress, predecessors}]} (`end` is the day after the last) as a plan.
    // codes: of each task, as the outline numbers it.
    $planOfBench: function (tasks, codes) {
        const known = new Set(tasks.map((task) => task.id));
        const owners = new Map();
        const children = new Map();
        const order = (index) => index.toString(36).padStart(5, '0') + '1';
        const before = (day) => new Date(Date.parse(day) - 86400000).toISOString().slice(0, 10);
        const plan = { format: 'fanglue-plan', version: '1.0', id: 'bench', cover: { title: '测量' }, tasks: [], dependencies: [],
            people: [] };
        tasks.forEach((task, index) => {
            const parent = known.has(task.parent) ? task.parent : null;
            const place = (children.get(parent) || 0) + 1;
            children.set(parent, place);
            codes.set(task.id, parent === null ? String(place) : codes.get(parent) + '.' + place);
            if (task.owner && !owners.has(task.owner)) {
                owners.set(task.owner, 'p' + owners.size);
                plan.people.push({ id: owners.get(task.owner), order: order(owners.size), name: task.owner });
            }
            plan.tasks.push({ id: 't' + task.id, order: order(index), parent: parent === null ? undefined : 't' + parent,
                title: task.name, owner: owners.get(task.owner), start: task.start, finish: task.end && before(task.end),
                progress: task.progress });
            (task.predecessors || []).filter((id) => known.has(id)).forEach((id) => plan.dependencies.push({
                id: 'd' + plan.dependencies.length, order: order(plan.dependencies.length), successor: 't' + task.id,
                predecessor: 't' + id }));
        });
        return plan;
    },

    $beginBench__deps: ['$planOfBench', '$EVENT', '$WAY', '$emit'],
    $beginBench: function (page) {
        const query = new URLSearchParams(location.search);
        if (!query.has('plan')) return;
        const file = fetch(query.get('plan')).then((response) => response.text());
        const codes = new Map();
        const grid = () => document.querySelector('#mirror [role=treegrid]');
        const rows = () => Array.from(document.querySelectorAll('#mirror [role=treegrid] [role=row]'))
            .filter((row) => row.mirrorNode.row > 1);
        const rowOf = (id) => rows().find((row) => row.mirrorNode.name.startsWith(codes.get(id) + ' '));
        // Builds what an event leads to, and shows it.
        const show = () => { page.frames.now(); page.frames.now(true); };

        // Where the rows are: all are of one height, and the first is always described.
        const view = () => {
            const box = grid().getBoundingClientRect();
            const row = rows()[0];
            const place = row.getBoundingClientRect();
            const body = box.top + grid().querySelector('[role=row]').getBoundingClientRect().height;
            return { box: box, body: body, height: place.height, top: body - place.top + (row.mirrorNode.row - 2) * place.height };
        };

        const bench = {
            name: 'fanglue',
            version: Module.version || '',
            loadText: (text) => {
                const all = JSON.parse(text).tasks;
                codes.clear();
                const plan = planOfBench(query.has('n') ? all.slice(0, Number(query.get('n'))) : all, codes);
                emit(EVENT.File, 0, WAY.Launch, ['bench.json', JSON.stringify(plan)]);
                show();
                const link = Array.from(document.querySelectorAll('#mirror [role=link]'))
                    .find((each) => each.textContent.startsWith('任务与进度'));
                emit(EVENT.Activated, link.mirrorNode.key);
                show();
            },
            ready: () => codes.size > 0 && grid() !== null && rows().length > 1,
            change: (id, start, end) => {
                const last = new Date(Date.parse(end) - 86400000).toISOString().slice(0, 10);
                emit(EVENT.TaskMoved, 0, 0, ['t' + id, start, last]);
                show();
            },
            probe: (id) => { const row = rowOf(id); return row ? row.lastElementChild.textContent : ''; },
            changeable: () => {
                const shown = new Set(rows().filter((row) => !row.hasAttribute('aria-expanded') &&
                    row.getBoundingClientRect().bottom <= view().box.bottom).map((row) => row.mirrorNode.name.split(' ')[0]));
                return Array.from(codes).filter((pair) => shown.has(pair[1])).map((pair) => pair[0]);
            },
            scroll: () => {
                const at = view();
                const visible = at.box.bottom - at.body;
                return { x: (at.box.left + at.box.right) / 2, y: (at.body + at.box.bottom) / 2, top: at.top,
                    max: (grid().mirrorNode.rows - 1) * at.height - visible };
            },
            info: () => ({ wasmMiB: HEAPU8.length / 1048576 }),
        };

        const begin = () => {
            if (!page.frames.started || page.frames.pending > 0) { setTimeout(begin); return; }
            window.__bench = bench;
            file.then(bench.loadText);
        };
        begin();
    },
});
