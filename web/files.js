// web/files.js: files and texts that come from or go to the world outside: picking, dropping, clipboard, download, print.
mergeInto(LibraryManager.library, {
    $makeFiles__deps: ['$EVENT', '$WAY', '$WHY', '$emit', '$answer'],
    $makeFiles: function (host, page) {
        const LIMIT = 100 * 1024 * 1024;
        const files = {};

        const refuse = (file, why, left) => emit(EVENT.FileRefused, 0, why, [file.name], file.size, left);

        // One after the other, so that the program meets them in the user's order.
        files.receive = async (list, way) => {
            page.frames.pending += 1;
            let left = list.length;
            for (const file of Array.from(list)) {
                left -= 1;
                if (file.size > LIMIT) {
                    refuse(file, WHY.TooLarge, left);
                } else {
                    try {
                        emit(EVENT.File, 0, way, [file.name, new Uint8Array(await file.arrayBuffer())], 0, left);
                    } catch (unreadable) {
                        refuse(file, WHY.Unreadable, left);
                    }
                }
                page.frames.request();
            }
            page.frames.pending -= 1;
            page.frames.request();
        };

        files.pick = (accept, many) => {
            const input = document.createElement('input');
            input.type = 'file';
            input.accept = accept;
            input.multiple = many;
            input.hidden = true;
            host.append(input);
            input.addEventListener('change', () => { input.remove(); files.receive(input.files, WAY.Picker); });
            input.addEventListener('cancel', () => input.remove());
            input.click();
        };

        const carriesFiles = (e) => e.dataTransfer && Array.from(e.dataTransfer.types).includes('Files');
        document.addEventListener('dragover', (e) => {
            if (!carriesFiles(e)) return;
            e.preventDefault();
            e.dataTransfer.dropEffect = 'copy';
            host.classList.add('dropping');
        });
        document.addEventListener('dragleave', (e) => { if (!e.relatedTarget) host.classList.remove('dropping'); });
        document.addEventListener('drop', (e) => {
            host.classList.remove('dropping');
            if (!carriesFiles(e)) return;
            e.preventDefault();
            files.receive(e.dataTransfer.files, WAY.Drop);
        });

        // Files that the system hands over, because it was told to open them with this application.
        files.acceptLaunches = () => {
            if (!window.launchQueue) return;
            window.launchQueue.setConsumer(async (launch) => {
                const opened = await Promise.all((launch.files || []).map((handle) => handle.getFile().catch(() => {
                    refuse({ name: handle.name, size: 0 }, WHY.Unreadable);
                    return null;
                })));
                files.receive(opened.filter(Boolean), WAY.Launch);
            });
        };

        // A name that every file system takes: most allow 255 bytes, of which a browser adds some while it downloads.
        const LONGEST_NAME = 200;
        const bytesOf = (text) => new TextEncoder().encode(text).length;

        files.safeName = (name) => {
            let safe = name.replace(/[\u0000-\u001f\u007f<>:"\/\\|?*]/g, '_').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
                .replace(/^[\s.]+|[\s.]+$/g, '');
            if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe)) safe = '_' + safe;
            const letters = Array.from(safe || 'file');
            const dot = letters.indexOf('.', Math.max(0, letters.length - 16));
            const ending = dot > 0 ? letters.splice(dot).join('') : '';
            while (bytesOf(letters.join('')) > LONGEST_NAME - bytesOf(ending)) letters.pop();
            return letters.join('') + ending;
        };

        files.download = (name, mime, bytes) => {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
            link.download = files.safeName(name);
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        };

        const handles = new Map();  // what was chosen to save into, in this session

        const write = async (handle, bytes) => {
            const stream = await handle.createWritable();  // the file changes only when all is written
            await stream.write(bytes);
            await stream.close();
        };

        files.save = async (id, key, name, mime, bytes) => {
            const safe = files.safeName(name);
            const download = () => {
                files.download(safe, mime, bytes);
                setTimeout(() => answer(id, true, 'downloaded', safe));
            };
            if (!window.showSaveFilePicker) return download();
            try {
                let handle = handles.get(key);
                const options = { suggestedName: safe, types: [{ accept: { [mime]: ['.' + safe.split('.').pop()] } }] };
                if (!handle) handle = await window.showSaveFilePicker(options);
                await write(handle, bytes);
                handles.set(key, handle);
                answer(id, true, 'saved', handle.name);
            } catch (failed) {
                if (failed.name === 'SecurityError') return download();  // the page may not ask here
                handles.delete(key);  // the next time another one may be chosen
                answer(id, false, failed.name === 'AbortError' ? 'cancelled' : 'file-write-failed');
            }
        };

        // ------------------------------------------------------------ clipboard

        let copying = null;   // the copy or cut event that is being answered
        let asked = null;     // what execCommand is to copy

        const fill = (data, content) => {
            data.setData('text/plain', content.text);
            if (content.html) data.setData('text/html', content.html);
        };

        const onCopy = (e, cut) => {
            if (asked) {
                fill(e.clipboardData, asked);
                e.preventDefault();
                return;
            }
            const node = page.keys.nodeOf(e.target);
            if (page.keys.isEditor(node)) return;
            copying = e;
            emit(EVENT.CopyWanted, node ? node.key : 0, cut ? 1 : 0);
            page.frames.now();
            copying = null;
        };
        document.addEventListener('copy', (e) => onCopy(e, false));
        document.addEventListener('cut', (e) => onCopy(e, true));

        // Inside the user's copy event its clipboard is filled; elsewhere the browser is asked, by the way that also works
        // without a secure context.
        files.copy = (text, html) => {
            const content = { text: text, html: html };
            if (copying) {
                fill(copying.clipboardData, content);
                copying.preventDefault();
                return;
            }
            asked = content;
            const done = document.execCommand('copy');
            asked = null;
            if (!done && navigator.clipboard) navigator.clipboard.writeText(text).catch(() => {});
        };

        document.addEventListener('paste', (e) => {
            const node = page.keys.nodeOf(e.target);
            const data = e.clipboardData;
            if (!data) return;
            if (data.files.length && !data.types.includes('text/plain')) {
                e.preventDefault();
                files.receive(data.files, WAY.Paste);
                return;
            }
            if (page.keys.isEditor(node)) return;
            e.preventDefault();
            emit(EVENT.Pasted, node ? node.key : 0, 0, [data.getData('text/plain'), data.getData('text/html')]);
            page.frames.request();
        });

        // ------------------------------------------------------------ pages inside the page

        files.print = (title, html) => {
            const frame = document.createElement('iframe');
            frame.className = 'printed';
            frame.setAttribute('sandbox', 'allow-same-origin allow-modals');  // no scripts
            frame.setAttribute('aria-hidden', 'true');
            frame.tabIndex = -1;
            frame.title = title;
            frame.srcdoc = html;
            frame.addEventListener('load', () => {
                const own = document.title;
                const finish = () => { document.title = own; setTimeout(() => frame.remove(), 1000); };
                frame.contentWindow.addEventListener('afterprint', finish, { once: true });
                document.title = title;  // browsers name the printed file by it
                frame.contentWindow.focus();
                frame.contentWindow.print();
            }, { once: true });
            host.append(frame);
        };

        const shown = new Map();     // node key → iframe
        const wanted = new Set();    // those that this frame asked for

        files.show = (key, x, y, width, height, html) => {
            const node = page.mirror.nodes.get(key);
            if (!node) return;
            wanted.add(key);
            let frame = shown.get(key);
            if (!frame || frame.parentNode !== node.el) {
                if (frame) frame.remove();
                frame = document.createElement('iframe');
                frame.className = 'shown';
                frame.setAttribute('sandbox', '');
                node.el.append(frame);
                shown.set(key, frame);
            }
            if (frame.title !== node.name) frame.title = node.name;
            if (frame.page !== html) frame.srcdoc = frame.page = html;
            Object.assign(frame.style, { left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px' });
        };

        files.frameDone = () => {
            shown.forEach((frame, key) => {
                if (wanted.has(key)) return;
                frame.remove();
                shown.delete(key);
            });
            wanted.clear();
        };

        // The browser's own calendar, opened at a field; the date comes back as ISO text.
        files.pickDate = (key, value) => {
            const box = page.mirror.rectOf(key);
            if (!box) return;
            const input = document.createElement('input');
            input.type = 'date';
            input.value = value;
            input.className = 'calendar';
            input.tabIndex = -1;
            input.setAttribute('aria-hidden', 'true');
            Object.assign(input.style, { left: box.left + 'px', top: box.top + 'px', width: box.width + 'px', height: box.height + 'px' });
            input.addEventListener('change', () => {
                emit(EVENT.ValuePicked, key, 0, [input.value]);
                page.frames.request();
                input.remove();
            });
            const old = host.querySelector('input.calendar');
            if (old) old.remove();
            host.append(input);
            try {
                input.showPicker();
            } catch (unavailable) {
                input.remove();
            }
        };
        return files;
    },
});
