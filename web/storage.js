// web/storage.js: keeps the files below /plans in the browser's IndexedDB, in the form that Emscripten's IDBFS reads.
//
// IDBFS loads them. It does not save: it reports failed writes as done, forgets a second write within one clock tick and
// deletes what another tab has stored. Commits go through `commit`: only the files named, one strict transaction, read
// back and compared before anybody hears that they are stored.
mergeInto(LibraryManager.library, {
    $makeStorage__deps: ['$FS', '$IDBFS', '$EVENT', '$emit', '$answer', '$utf8', '$makeCopies'],
    $makeStorage: function (page) {
        const DIRECTORY = '/plans', STORE = 'FILE_DATA', VERSION = 21, LOCK = 'fanglue-store';
        const PREFERENCE = 'fanglue.preference.', TAIL = 'fanglue.tail';  // in localStorage
        const FILE_MODE = 0o100666, DIRECTORY_MODE = 0o40777;
        const TIME_LIMIT = 10000, OPEN_AGAIN = 1000, AFTER_CLEARING = 500;  // ms
        const storage = { state: 'unavailable' };
        let database = null;
        let cleared = false;      // the browser lost the store while the page was open
        let stamp = 0;            // of the newest file, in ms; grows with each commit whatever the clock does
        let doubtful = false;     // a write has failed while the page was open
        let queue = Promise.resolve();
        const channel = window.BroadcastChannel ? new BroadcastChannel(LOCK) : null;

        const failure = (code) => Object.assign(new Error(code), { code: code });
        let full = false;         // the disk was full, and nothing has been stored since
        const codeOf = (error) => {
            if (error && error.code && typeof error.code === 'string') return error.code;
            const name = error ? error.name : '';
            // Chromium tells of a full disk in the message of a general error, and cannot open its database for a while after.
            const message = error ? String(error.message) : '';
            if (/NO_SPACE|disk.{0,8}full/i.test(message)) full = true;
            if (name === 'QuotaExceededError' || (full && /NO_SPACE|full|backing store/i.test(message))) return 'storage-full';
            if (name === 'SecurityError' || name === 'InvalidAccessError') return 'storage-blocked';
            if (name === 'InvalidStateError' || name === 'NotFoundError') return 'storage-cleared';
            return 'storage-failed';
        };

        const limited = (promise) => {
            let timer = 0;
            const limit = new Promise((resolve, reject) => {
                timer = setTimeout(() => reject(failure('storage-timeout')), TIME_LIMIT);
            });
            return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
        };

        const told = (what, tail) => { emit(EVENT.Storage, 0, 0, [what, tail || '']); page.frames.request(); };

        const lost = () => {
            if (!database) return;
            database = null;
            delete IDBFS.dbs[DIRECTORY];
            cleared = true;
            told('cleared');
        };

        // Chromium never answers a request that comes while it clears the site's data: so it is made anew until one is
        // answered. While another connection is being closed it is blocked for a moment; the time limit holds.
        const open = () => {
            let attempt = 0;
            return limited(new Promise((resolve, reject) => {
                if (database) return resolve(database);
                if (!window.indexedDB) return reject(failure('storage-blocked'));
                const connect = () => {
                    const request = indexedDB.open(DIRECTORY, VERSION);
                    request.onupgradeneeded = () => {
                        const names = request.result.objectStoreNames;
                        const store = names.contains(STORE) ? request.transaction.objectStore(STORE) : request.result.createObjectStore(STORE);
                        if (!store.indexNames.contains('timestamp')) store.createIndex('timestamp', 'timestamp', { unique: false });
                    };
                    request.onerror = (e) => { e.preventDefault(); reject(request.error); };
                    request.onsuccess = () => {
                        if (database) return database === request.result || request.result.close();
                        database = request.result;
                        database.onclose = lost;
                        database.onversionchange = () => { request.result.close(); lost(); };
                        IDBFS.dbs[DIRECTORY] = database;
                        resolve(database);
                    };
                };
                connect();
                attempt = setInterval(connect, OPEN_AGAIN);
            })).finally(() => clearInterval(attempt));
        };

        // Runs `work` with the object store; resolves when the transaction is complete.
        const transact = (mode, work) => open().then((db) => limited(new Promise((resolve, reject) => {
            const transaction = db.transaction([STORE], mode, { durability: 'strict' });
            const result = { value: null };
            transaction.oncomplete = () => resolve(result.value);
            transaction.onerror = (e) => { e.preventDefault(); reject(transaction.error || e.target.error); };
            transaction.onabort = () => reject(transaction.error || failure('storage-failed'));
            work(transaction.objectStore(STORE), result);
        })));

        const recordsOf = (paths) => transact('readonly', (store, result) => {
            result.value = new Map();
            paths.forEach((path) => { store.get(path).onsuccess = (e) => result.value.set(path, e.target.result); });
        });

        // ------------------------------------------------------------ loading

        const isFile = (path) => FS.analyzePath(path).exists && FS.isFile(FS.stat(path).mode);

        const copies = makeCopies({
            plans: () => FS.readdir(DIRECTORY).filter((name) => !name.startsWith('.')),
            names: (plan) => {
                const folder = DIRECTORY + '/' + plan;
                const there = FS.analyzePath(folder).exists && !isFile(folder);
                return there ? FS.readdir(folder).filter((name) => isFile(folder + '/' + name)) : [];
            },
            read: (plan, name) => FS.readFile(DIRECTORY + '/' + plan + '/' + name),
        });

        const putLocal = (path, bytes) => {
            FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
            FS.writeFile(path, bytes);
        };

        const localFiles = (folder) => FS.readdir(folder).filter((name) => name !== '.' && name !== '..').flatMap((name) => {
            const path = folder + '/' + name;
            return FS.isDir(FS.stat(path).mode) ? localFiles(path) : [path];
        });

        // A record that IDBFS stumbles over must not hide the others.
        const loadOneByOne = () => transact('readonly', (store, result) => {
            result.value = 0;
            store.openCursor().onsuccess = (e) => {
                const cursor = e.target.result;
                if (!cursor) return;
                const entry = cursor.value;
                try {
                    if (!FS.isDir(entry.mode)) putLocal(cursor.key, new Uint8Array(entry.contents));
                } catch (damaged) {
                    result.value += 1;
                }
                cursor.continue();
            };
        });

        const newestStamp = () => transact('readonly', (store, result) => {
            result.value = 0;
            store.index('timestamp').openKeyCursor(null, 'prev').onsuccess = (e) => {
                if (e.target.result) result.value = Number(e.target.result.key) || 0;
            };
        });

        const sync = () => limited(new Promise((resolve, reject) => {
            FS.syncfs(true, (error) => error ? reject(error) : resolve());
        }));

        // The page's first act. Resolves in any case; storage.state then says what is possible.
        storage.load = async () => {
            FS.mkdir(DIRECTORY);
            FS.mount(IDBFS, {}, DIRECTORY);
            try {
                await open();
                stamp = await newestStamp();
                try {
                    await sync();
                } catch (damaged) {
                    await loadOneByOne();
                    storage.damaged = true;
                }
                storage.state = await claim();
                if (storage.state === 'writer') copies.begin();
            } catch (error) {
                storage.reason = codeOf(error);
            }
        };

        // ------------------------------------------------------------ one writer

        // Resolves with "writer" or "reader"; a reader becomes the writer when the other tab goes.
        const claim = () => new Promise((resolve) => {
            if (!navigator.locks) return resolve('writer');
            const forever = () => new Promise(() => {});
            navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
                resolve(lock ? 'writer' : 'reader');
                if (lock) return forever();
                navigator.locks.request(LOCK, () => { takeOver(); return forever(); });
                return undefined;
            }).catch(() => resolve('writer'));
        });

        const reload = async (paths) => {
            const records = await recordsOf(paths);
            records.forEach((entry, path) => {
                if (entry && !FS.isDir(entry.mode)) putLocal(path, new Uint8Array(entry.contents));
                else if (!entry && isFile(path)) FS.unlink(path);
            });
        };

        // What a page writes to localStorage while it goes away reaches other processes after its lock is free: seen with
        // three tabs. So the new writer waits for it a moment, and listens a while longer.
        const TAIL_DELAY = 300, TAIL_TIME = 5000;
        let tookOver = -TAIL_TIME;
        window.addEventListener('storage', (e) => {
            if (e.key === TAIL && e.newValue && performance.now() - tookOver < TAIL_TIME) told('writer', e.newValue);
        });

        const takeOver = async () => {
            try {
                await new Promise((resolve) => { setTimeout(resolve, TAIL_DELAY); });
                const keys = await transact('readonly', (store, result) => {
                    store.getAllKeys().onsuccess = (e) => { result.value = e.target.result; };
                });
                const paths = Array.from(new Set(keys.concat(localFiles(DIRECTORY))));
                await reload(paths);
                stamp = await newestStamp();
                // The tab that is gone may have stored something and not have come to say so.
                if (channel) channel.postMessage({ paths: paths });
                storage.state = 'writer';
                tookOver = performance.now();
                copies.begin();
                told('writer', storage.tail());
            } catch (error) {
                storage.reason = codeOf(error);
            }
        };

        if (channel) {
            channel.onmessage = (message) => {
                if (storage.state !== 'reader') return;
                reload(message.data.paths).then(() => told('changed'), () => {});
            };
        }

        // ------------------------------------------------------------ commits

        const allowed = (path) => path.startsWith(DIRECTORY + '/') && !path.includes('/../') && !path.endsWith('/');

        const foldersOf = (paths) => {
            const folders = new Set();
            paths.forEach((path) => {
                for (let at = path.indexOf('/', DIRECTORY.length + 1); at > 0; at = path.indexOf('/', at + 1))
                    folders.add(path.slice(0, at));
            });
            return Array.from(folders).sort();
        };

        const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

        const write = async (put, remove) => {
            if (storage.state !== 'writer') throw failure(storage.state === 'reader' ? 'storage-not-writer' : 'storage-blocked');
            if (!put.every((file) => allowed(file.path)) || !remove.every(allowed)) throw failure('storage-path');
            // A store that was cleared gets everything back that the page still knows.
            const files = new Map();
            if (cleared) localFiles(DIRECTORY).forEach((path) => files.set(path, FS.readFile(path)));
            remove.forEach((path) => files.delete(path));
            put.forEach((file) => files.set(file.path, file.bytes));
            stamp = Math.max(Date.now(), stamp + 1);
            const time = new Date(stamp);
            await transact('readwrite', (store) => {
                foldersOf(Array.from(files.keys())).forEach((path) => store.put({ timestamp: time, mode: DIRECTORY_MODE }, path));
                files.forEach((bytes, path) => store.put({ timestamp: time, mode: FILE_MODE, contents: bytes }, path));
                remove.forEach((path) => { if (!files.has(path)) store.delete(path); });
            });
            const stored = await recordsOf(Array.from(files.keys()).concat(remove));
            files.forEach((bytes, path) => {
                const entry = stored.get(path);
                if (!entry || !entry.contents || !equal(entry.contents, bytes)) throw failure('storage-mismatch');
            });
            remove.forEach((path) => { if (!files.has(path) && stored.get(path)) throw failure('storage-mismatch'); });
            cleared = full = false;
            files.forEach((bytes, path) => putLocal(path, bytes));
            remove.forEach((path) => { if (!files.has(path) && isFile(path)) FS.unlink(path); });
            if (channel) channel.postMessage({ paths: Array.from(stored.keys()) });
            // Chromium was seen to acknowledge, and read back, what was written after a disk had been full, and to have
            // none of it at its next start. So after a failure nothing counts as stored before its copy is made as well.
            const copied = copies.follow(Array.from(stored.keys()).map((path) => path.slice(DIRECTORY.length + 1).split('/')[0]), doubtful);
            await limited(copied).catch(() => {});
        };

        // What fails because the store is being cleared at this moment can be written a moment later.
        const writeAgain = (put, remove) => async (error) => {
            if (database || !cleared) throw error;
            await new Promise((resolve) => { setTimeout(resolve, AFTER_CLEARING); });
            return write(put, remove);
        };

        // One at a time, in order; each is answered once.
        storage.commit = (id, put, remove) => {
            queue = queue.then(() => write(put, remove).catch(writeAgain(put, remove))).then(() => answer(id, true, ''),
                (error) => { doubtful = true; answer(id, false, codeOf(error)); });
        };

        storage.read = (id, path) => {
            queue = queue.then(() => recordsOf([path])).then((records) => {
                const entry = records.get(path);
                if (entry && entry.contents) answer(id, true, '', new Uint8Array(entry.contents));
                else answer(id, false, 'storage-missing');
            }).catch((error) => answer(id, false, codeOf(error)));
        };

        // As the application reads it: "PATH SIZE", a line break, the bytes; see src/store/tail.cpp.
        storage.readCopies = (id, plans) => {
            limited(copies.readAll(plans.split(' ').filter(Boolean))).then((files) => {
                if (files.length === 0) return answer(id, true, '');
                const parts = [utf8.encoder.encode('fanglue-tail 1\n')];
                files.forEach((file) => {
                    parts.push(utf8.encoder.encode(DIRECTORY + '/' + file.plan + '/' + file.name + ' ' + file.bytes.length + '\n'), file.bytes);
                });
                const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
                let at = 0;
                parts.forEach((part) => { all.set(part, at); at += part.length; });
                answer(id, true, '', all);
            }).catch((error) => answer(id, false, codeOf(error)));
        };

        storage.persist = async (id, ask) => {
            const manager = navigator.storage;
            try {
                const granted = ask ? await manager.persist() : await manager.persisted();
                const size = await manager.estimate();
                answer(id, true, granted ? 'granted' : 'denied', size.usage + '/' + size.quota);
            } catch (unavailable) {
                answer(id, false, 'storage-unsupported');
            }
        };

        // ------------------------------------------------------------ small things that outlive the page

        let tail = '';

        const local = (work) => {
            try {
                return work(window.localStorage);
            } catch (unavailable) {
                return null;
            }
        };

        storage.preferences = () => local((box) => Object.keys(box).filter((name) => name.startsWith(PREFERENCE))
            .map((name) => [name.slice(PREFERENCE.length), box.getItem(name)])) || [];
        storage.prefer = (name, value) => local((box) => value ? box.setItem(PREFERENCE + name, value) : box.removeItem(PREFERENCE + name));
        storage.tail = () => local((box) => box.getItem(TAIL)) || '';

        storage.keepTail = (text) => {
            tail = text;
            if (!text) local((box) => box.removeItem(TAIL));
        };

        // IndexedDB does not finish what is begun while a page goes away; this does.
        storage.writeTail = () => { if (tail) local((box) => box.setItem(TAIL, tail)); };
        return storage;
    },
});
