// web/copies.js: a second copy of the plans' files outside IndexedDB, for the day on which the browser has lost that: in
// the origin's private file system or, where that is missing, in Cache Storage; from file:// in neither.
//
// A stored file never changes its content, so a plan's copies are made equal to its files by comparing names: what a
// commit costs here is what it wrote. Backups have no copy; each is one already.
mergeInto(LibraryManager.library, {
    // local: the files in memory, as plans(), names(plan) and read(plan, name).
    $makeCopies: function (local) {
        const NAME = 'fanglue-copies';
        const PAUSE = 1000, FIRST_PAUSE = 3000;  // ms: between a commit and its copy; from the start to the first copy

        const inFileSystem = async () => {
            const list = async (folder) => {
                const names = [];
                for await (const name of folder.keys()) names.push(name);
                return names;
            };
            const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(NAME, { create: true });
            if (!window.FileSystemFileHandle || !FileSystemFileHandle.prototype.createWritable) throw new Error('read only');
            const folderOf = (plan, create) => root.getDirectoryHandle(plan, { create: create });
            const fileOf = async (plan, name) => (await (await folderOf(plan)).getFileHandle(name)).getFile();
            return {
                plans: () => list(root),
                names: (plan) => folderOf(plan).then(list, () => []),
                size: async (plan, name) => (await fileOf(plan, name)).size,
                read: async (plan, name) => new Uint8Array(await (await fileOf(plan, name)).arrayBuffer()),
                write: async (plan, name, bytes) => {
                    const file = await (await folderOf(plan, true)).getFileHandle(name, { create: true });
                    const stream = await file.createWritable();
                    await stream.write(bytes);
                    await stream.close();
                },
                remove: async (plan, name) => (await folderOf(plan)).removeEntry(name),
                forget: (plan) => root.removeEntry(plan, { recursive: true }).catch(() => {}),
            };
        };

        const inCache = async () => {
            const cache = await caches.open(NAME);
            const address = (plan, name) => '/' + NAME + '/' + plan + '/' + encodeURIComponent(name);
            const parts = async () => (await cache.keys()).map((request) => new URL(request.url).pathname.split('/').slice(2).map(decodeURIComponent));
            const names = async (plan) => (await parts()).filter((part) => part[0] === plan).map((part) => part[1]);
            const read = async (plan, name) => new Uint8Array(await (await cache.match(address(plan, name))).arrayBuffer());
            return {
                plans: async () => Array.from(new Set((await parts()).map((part) => part[0]))),
                names: names,
                size: async (plan, name) => (await read(plan, name)).length,
                read: read,
                write: (plan, name, bytes) => cache.put(address(plan, name), new Response(bytes)),
                remove: (plan, name) => cache.delete(address(plan, name)),
                forget: async (plan) => { for (const name of await names(plan)) await cache.delete(address(plan, name)); },
            };
        };

        let place = null;  // a promise of one of the above; of null where the browser has neither
        const open = () => {
            if (!place) place = location.protocol === 'file:' ? Promise.resolve(null) : inFileSystem().catch(inCache).catch(() => null);
            return place;
        };

        // A browser that is killed while it writes may leave a file that is too short: sizes are looked at once.
        const checked = new Set();

        const copy = async (plan) => {
            const there = await open();
            if (!there) return;
            const wanted = local.names(plan), held = new Set(await there.names(plan));
            if (wanted.length === 0) { await there.forget(plan); return; }
            for (const name of wanted) {
                const bytes = held.has(name) && checked.has(plan) ? null : local.read(plan, name);
                if (!bytes || (held.has(name) && await there.size(plan, name) === bytes.length)) continue;
                await there.write(plan, name, bytes);
            }
            checked.add(plan);
            const kept = new Set(wanted);
            for (const name of held) if (!kept.has(name)) await there.remove(plan, name);
        };

        const stale = new Set();
        let timer = 0, queue = Promise.resolve();

        // After "clear site data" the place is there no more, but a new one can be made. What still cannot be copied (the
        // disk is full) is tried again with the plan's next commit.
        const again = (plan) => () => { place = null; checked.delete(plan); return copy(plan); };

        const copyStale = () => {
            timer = 0;
            stale.forEach((plan) => { queue = queue.then(() => copy(plan)).catch(again(plan)).catch(() => {}); });
            stale.clear();
            return queue;
        };

        const later = (pause) => { if (timer === 0) timer = setTimeout(copyStale, pause); };

        return {
            // This tab is the writer: what an earlier page did not come to copy is copied.
            begin: async () => {
                const there = await open();
                for (const plan of there ? local.plans() : []) {
                    const held = await there.names(plan), names = local.names(plan);
                    if (held.length !== names.length || !names.every((name) => held.includes(name))) stale.add(plan);
                }
                if (stale.size > 0) later(FIRST_PAUSE);
            },
            // Files of these plans were stored or removed. A plan that is gone is gone here too before anybody hears of it.
            // atOnce: resolves when the copies are made.
            follow: async (plans, atOnce) => {
                const own = plans.filter((plan) => !plan.startsWith('.'));
                own.forEach((plan) => stale.add(plan));
                if (atOnce || own.some((plan) => local.names(plan).length === 0)) { clearTimeout(timer); await copyStale(); }
                else if (stale.size > 0) later(PAUSE);
            },
            // [{plan, name, bytes}] of these plans, or of all.
            readAll: async (plans) => {
                const there = await open();
                const files = [];
                if (!there) return files;
                for (const plan of plans.length > 0 ? plans : await there.plans()) {
                    for (const name of await there.names(plan)) {
                        try {
                            files.push({ plan: plan, name: name, bytes: await there.read(plan, name) });
                        } catch (damaged) { /* the others may be whole */ }
                    }
                }
                return files;
            },
        };
    },
});
