// web/private.js: the private store: rows that only a passphrase opens, in a database of their own.
//
// Nothing else reads this database: it is not below /plans, not mirrored, not backed up, and no export knows it. What is
// stored of a row in plain text is its id and its last day, so that rows whose time is over can go while the store is locked.
// PBKDF2-SHA256 makes each guess of the passphrase expensive. AES-GCM alone would open under more than one key, so the
// header keeps a commitment: a second value derived with the key, compared before anything is decrypted.
mergeInto(LibraryManager.library, {
    $makePrivate__deps: ['$ACT', '$EVENT', '$emit', '$answer', '$utf8'],
    $makePrivate: function (page) {
        const DATABASE = 'fanglue-private', FORM = 'fanglue-private 1';
        const ITERATIONS = 600000, MOST_ITERATIONS = 100000000;
        const PADDING = 512;  // bytes: the size of a row must not tell how much is in it
        const IDLE = 5 * 60 * 1000, HIDDEN = 60 * 1000;
        let key = null;      // of the open store; not extractable
        let salt = null;     // of the header that the key belongs to
        let queue = Promise.resolve();
        const channel = window.BroadcastChannel ? new BroadcastChannel(DATABASE) : null;

        const failure = (code) => Object.assign(new Error(code), { code: code });
        const codeOf = (error) => {
            if (error && typeof error.code === 'string') return error.code;
            const name = error ? error.name : '';
            return name === 'QuotaExceededError' ? 'storage-full' : name === 'SecurityError' ? 'storage-blocked' : 'storage-failed';
        };
        const bytesOf = (text) => utf8.encoder.encode(text);
        const same = (a, b) => {
            let difference = a.length ^ b.length;
            for (let i = 0; i < a.length; i += 1) difference |= a[i] ^ b[i];
            return difference === 0;
        };

        // ------------------------------------------------------------ encryption

        // The key and its commitment out of the passphrase.
        const derive = async (passphrase, header) => {
            const subtle = crypto.subtle;  // emcc 3.1.6 takes a destructured name for an unused one
            const secret = bytesOf(passphrase.normalize('NFC'));
            const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
            secret.fill(0);
            const bits = new Uint8Array(await subtle.deriveBits(
                { name: 'PBKDF2', hash: 'SHA-256', salt: header.salt, iterations: header.iterations }, base, 256));
            const master = await subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits']);
            bits.fill(0);
            const use = (purpose) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bytesOf(FORM + ' ' + purpose) });
            return {
                key: await subtle.deriveKey(use('key'), master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
                commitment: new Uint8Array(await subtle.deriveBits(use('commitment'), master, 256)),
            };
        };

        // A row cannot be passed off as another one or be given another last day.
        const labelOf = (id, until) => bytesOf([FORM, id, until].join('\n'));

        const encrypt = async (secret, id, until, content) => {
            const padded = new Uint8Array(Math.ceil((content.length + 1) / PADDING) * PADDING).fill(0x20);
            padded.set(content);
            const nonce = crypto.getRandomValues(new Uint8Array(12));
            const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: labelOf(id, until) }, secret, padded);
            padded.fill(0);
            content.fill(0);
            return { id: id, until: until, nonce: nonce, data: new Uint8Array(data) };
        };

        const decrypt = async (secret, row) => new Uint8Array(await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: row.nonce, additionalData: labelOf(row.id, row.until) }, secret, row.data));

        const newHeader = async (passphrase) => {
            const header = { id: 'header', form: FORM, salt: crypto.getRandomValues(new Uint8Array(32)), iterations: ITERATIONS };
            const derived = await derive(passphrase, header);
            header.commitment = derived.commitment;
            return { header: header, key: derived.key };
        };

        const open = async (passphrase, header) => {
            if (!header) throw failure('private-absent');
            const sound = header.form === FORM && header.iterations >= ITERATIONS && header.iterations <= MOST_ITERATIONS &&
                header.salt instanceof Uint8Array && header.commitment instanceof Uint8Array;
            if (!sound) throw failure('private-damaged');
            const derived = await derive(passphrase, header);
            if (!same(derived.commitment, header.commitment)) throw failure('private-wrong');
            return derived.key;
        };

        // ------------------------------------------------------------ the database

        // Resolves with null if there is none and none is to be made.
        const connect = (make) => new Promise((resolve, reject) => {
            const request = indexedDB.open(DATABASE, 1);
            request.onupgradeneeded = () => {
                if (!make) { request.transaction.abort(); return; }
                request.result.createObjectStore('header', { keyPath: 'id' });
                request.result.createObjectStore('rows', { keyPath: 'id' });
            };
            request.onerror = (e) => {
                e.preventDefault();
                if (!make && request.error.name === 'AbortError') resolve(null);
                else reject(request.error);
            };
            request.onblocked = () => reject(failure('storage-blocked'));
            request.onsuccess = () => {
                request.result.onversionchange = () => request.result.close();
                resolve(request.result);
            };
        });

        // Runs `work` with the two stores in one transaction; what it puts into `found` is the result.
        const transact = async (mode, make, work) => {
            const database = await connect(make);
            if (!database) return null;
            try {
                return await new Promise((resolve, reject) => {
                    const transaction = database.transaction(['header', 'rows'], mode, { durability: 'strict' });
                    const found = {};
                    const stop = (code) => { found.stopped = failure(code); transaction.abort(); };
                    transaction.oncomplete = () => resolve(found);
                    transaction.onabort = () => reject(found.stopped || transaction.error || failure('storage-failed'));
                    work(transaction.objectStore('header'), transaction.objectStore('rows'), found, stop);
                });
            } finally {
                database.close();
            }
        };

        const readAll = (make) => transact('readonly', make, (headers, rows, found) => {
            headers.get('header').onsuccess = (e) => { found.header = e.target.result; };
            rows.getAll().onsuccess = (e) => { found.rows = e.target.result; };
        }).then((found) => found || { header: undefined, rows: [] });

        // Writes only if the store is still the one that the key belongs to.
        const write = (work) => transact('readwrite', true, (headers, rows, found, stop) => {
            headers.get('header').onsuccess = (e) => {
                const header = e.target.result;
                if (!salt || !header || !same(header.salt, salt)) stop('private-changed');
                else work(headers, rows, stop);
            };
        });

        const tellOthers = () => { if (channel) channel.postMessage(''); };

        // ------------------------------------------------------------ what the program asks for

        const acts = {};

        acts[ACT.Look] = async () => {
            const found = await readAll(false);
            const lines = found.rows.map((row) => row.id + ' ' + row.until).join('\n');
            return { code: !found.header ? 'absent' : key ? 'open' : 'locked', bytes: lines };
        };

        acts[ACT.Sweep] = async (firstDay) => {
            let count = 0;
            await transact('readwrite', false, (headers, rows) => {
                rows.openCursor().onsuccess = (e) => {
                    const cursor = e.target.result;
                    if (!cursor) return;
                    if (cursor.value.until && cursor.value.until < firstDay) { cursor.delete(); count += 1; }
                    cursor.continue();
                };
            });
            if (count) tellOthers();
            return { bytes: String(count) };
        };

        acts[ACT.Create] = async (passphrase) => {
            const fresh = await newHeader(passphrase);
            await transact('readwrite', true, (headers, rows, found, stop) => {
                headers.get('header').onsuccess = (e) => {
                    if (e.target.result) stop('private-exists');
                    else headers.put(fresh.header);
                };
            });
            begin(fresh.key, fresh.header.salt);
            return {};
        };

        const readable = (secret, row) => decrypt(secret, row).then((bytes) => bytes, () => null);

        acts[ACT.Unlock] = async (passphrase) => {
            const found = await readAll(false);
            const secret = await open(passphrase, found.header);
            const contents = await Promise.all(found.rows.map((row) => readable(secret, row)));
            begin(secret, found.header.salt);
            // Bytes, not texts: they can be overwritten.
            const parts = found.rows.map((row, i) => ({
                head: bytesOf(contents[i] ? row.id + ' ' : '!' + row.id + ' ' + row.until), content: contents[i] || new Uint8Array(0),
            }));
            const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.head.length + part.content.length + 1, 0));
            let at = 0;
            parts.forEach((part) => {
                bytes.set(part.head, at);
                bytes.set(part.content, at + part.head.length);
                at += part.head.length + part.content.length;
                bytes[at] = 0x0A;
                at += 1;
                part.content.fill(0);
            });
            return { bytes: bytes, wipe: true };
        };

        // Everything is encrypted anew: a copy made before opens with the old passphrase only as it was then.
        acts[ACT.Change] = async (passphrase, next) => {
            const found = await readAll(false);
            const secret = await open(passphrase, found.header);
            if (!salt || !same(found.header.salt, salt)) throw failure('private-changed');
            const fresh = await newHeader(next);
            const contents = await Promise.all(found.rows.map((row) => readable(secret, row)));
            const rows = await Promise.all(found.rows.map((row, i) =>
                contents[i] ? encrypt(fresh.key, row.id, row.until, contents[i]) : row));
            await write((headers, store, stop) => {
                store.getAll().onsuccess = (e) => {
                    const now = e.target.result;
                    const asBefore = now.length === found.rows.length && now.every((row, i) => same(row.nonce, found.rows[i].nonce));
                    if (!asBefore) { stop('private-changed'); return; }
                    headers.put(fresh.header);
                    rows.forEach((row) => store.put(row));
                };
            });
            begin(fresh.key, fresh.header.salt);
            tellOthers();
            return {};
        };

        acts[ACT.Put] = async (id, until, content) => {
            if (!key) throw failure('private-locked');
            const row = await encrypt(key, id, until, content);
            await write((headers, rows) => rows.put(row));
            const found = await readAll(false);
            const stored = found.rows.find((each) => each.id === id);
            if (!stored || !same(stored.data, row.data)) throw failure('storage-mismatch');
            return {};
        };

        acts[ACT.Remove] = async (ids) => {
            await transact('readwrite', false, (headers, rows) => ids.split('\n').forEach((id) => rows.delete(id)));
            return {};
        };

        acts[ACT.Lock] = async () => { end(); return {}; };

        acts[ACT.Destroy] = async () => {
            end();
            await new Promise((resolve, reject) => {
                const request = indexedDB.deleteDatabase(DATABASE);
                request.onsuccess = resolve;
                request.onerror = () => reject(request.error);
            });
            tellOthers();
            return {};
        };

        const supported = () => !!(window.crypto && crypto.subtle && window.indexedDB);

        // One after the other; each is answered once.
        const run = async (act, first, second, content) => {
            if (!supported()) throw failure('private-unsupported');
            return acts[act](first, second, content);
        };
        const carryOut = (id, act, first, second, content) => {
            queue = queue.then(() => run(act, first, second, content)).then((result) => {
                answer(id, true, result.code || '', result.bytes);
                if (result.wipe) result.bytes.fill(0);
            }, (error) => answer(id, false, codeOf(error)));
        };

        // ------------------------------------------------------------ locking by itself

        let idle = 0, hidden = 0;
        const lockDue = () => {
            if (!key) return;
            emit(EVENT.PrivateLockDue, 0, 0);
            page.frames.request();
        };
        const touched = () => { clearTimeout(idle); idle = setTimeout(lockDue, IDLE); };
        const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'];

        const begin = (secret, itsSalt) => {
            key = secret;
            salt = itsSalt;
            signs.forEach((sign) => window.addEventListener(sign, touched, { capture: true, passive: true }));
            touched();
        };
        const end = () => {
            key = salt = null;
            clearTimeout(idle);
            clearTimeout(hidden);
            signs.forEach((sign) => window.removeEventListener(sign, touched, { capture: true }));
        };

        document.addEventListener('visibilitychange', () => {
            clearTimeout(hidden);
            if (document.hidden && key) hidden = setTimeout(lockDue, HIDDEN);
        });
        window.addEventListener('pagehide', lockDue);
        if (channel) channel.onmessage = lockDue;

        return { run: carryOut };
    },
});
