// shell/rescue.js: gets everything that is stored out of the browser without the application, as one ZIP of the raw files: an
// archive that the application reads again (src/store/archive.cpp).
'use strict';

const rescue = (() => {
    const DATABASE = '/plans', STORE = 'FILE_DATA';  // as IDBFS names them

    const readAll = () => new Promise((resolve, reject) => {
        const request = indexedDB.open(DATABASE);
        // Opened without a version: if nothing was ever stored, an empty database must not be left behind.
        request.onupgradeneeded = () => request.transaction.abort();
        request.onerror = () => request.error && request.error.name === 'AbortError' ? resolve([]) : reject(request.error);
        request.onsuccess = () => {
            const database = request.result;
            const files = [];
            if (!database.objectStoreNames.contains(STORE)) { database.close(); resolve(files); return; }
            const cursor = database.transaction(STORE).objectStore(STORE).openCursor();
            cursor.onerror = () => { database.close(); resolve(files); };
            cursor.onsuccess = () => {
                const at = cursor.result;
                if (!at) { database.close(); resolve(files); return; }
                if (at.value && at.value.contents) {
                    // In archives the folder is called "store".
                    files.push({ name: String(at.key).replace(/^\/plans\//, 'store/'), bytes: new Uint8Array(at.value.contents) });
                }
                at.continue();
            };
        };
    });

    const localEntries = () => {
        try {
            return Object.keys(localStorage).filter((key) => key.startsWith('fanglue.'))
                .map((key) => ({ name: 'browser/' + key, bytes: new TextEncoder().encode(localStorage.getItem(key)) }));
        } catch (blocked) {
            return [];
        }
    };

    const crcTable = Array.from({ length: 256 }, (_, index) => {
        let value = index;
        for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xEDB88320 ^ (value >>> 1) : value >>> 1;
        return value >>> 0;
    });
    const crc32 = (bytes) => {
        let crc = 0xFFFFFFFF;
        for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
        return (crc ^ 0xFFFFFFFF) >>> 0;
    };

    // ZIP without compression (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), names in UTF-8.
    const numbers = (...pairs) => {
        const bytes = [];
        for (const [size, value] of pairs) for (let i = 0; i < size; ++i) bytes.push((value >>> (8 * i)) & 255);
        return new Uint8Array(bytes);
    };
    const zip = (files) => {
        const parts = [], directory = [];
        let offset = 0;
        for (const file of files) {
            const name = new TextEncoder().encode(file.name);
            const common = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc32(file.bytes)], [4, file.bytes.length],
                [4, file.bytes.length], [2, name.length], [2, 0]];
            const head = numbers([4, 0x04034B50], ...common);
            parts.push(head, name, file.bytes);
            directory.push(numbers([4, 0x02014B50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
            offset += head.length + name.length + file.bytes.length;
        }
        const size = directory.reduce((sum, part) => sum + part.length, 0);
        const end = numbers([4, 0x06054B50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]);
        return new Blob([...parts, ...directory, end], { type: 'application/zip' });
    };

    const day = () => {
        const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    };

    return {
        // Downloads the archive; resolves with the number of stored files in it.
        exportAll: async (name) => {
            const stored = await readAll();
            const link = document.createElement('a');
            link.href = URL.createObjectURL(zip(stored.concat(localEntries())));
            link.download = name + '-' + day() + '.zip';
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 60000);
            return stored.length;
        },
    };
})();
