// web/updates.js: lets the service worker keep this build for use without network, and tells the program when a newer one
// is ready. It takes over when the program says so (Restart), or by itself once no tab is open; see web/service-worker.js.
mergeInto(LibraryManager.library, {
    $makeUpdates__deps: ['$EVENT', '$emit'],
    $makeUpdates: function (page) {
        const LOOK_EVERY = 3600000, TAKE_OVER = 5000;  // ms
        const build = Module.version;
        const container = navigator.serviceWorker;
        const updates = {};
        let registration = null;
        let offered = '';        // the build that the program was told of
        let lookedAt = Date.now();

        // Resolves with the build of a worker; with nothing if it is too old or too broken to say.
        const buildOf = (worker) => new Promise((resolve) => {
            const channel = new MessageChannel();
            channel.port1.onmessage = (message) => resolve(message.data);
            setTimeout(resolve, TAKE_OVER);
            worker.postMessage({ what: 'build' }, [channel.port2]);
        });

        const look = async () => {
            const newest = registration.waiting || registration.active;
            if (!newest) return;
            const its = await buildOf(newest);
            if (its && its !== build) {
                if (offered === its) return;
                offered = its;
                emit(EVENT.UpdateReady, 0);
                page.frames.request();
            } else if (its && newest === registration.waiting) {
                newest.postMessage({ what: 'take over' });
            } else if (its) {
                newest.postMessage({ what: 'started', build: build });
            }
        };

        const follow = (worker) => { if (worker) worker.addEventListener('statechange', look); };

        // After the first frame: this build works.
        updates.begin = async () => {
            if (!container || Module.selfContained) return;
            try {
                // As long as this is held, nobody deletes the build's files.
                if (navigator.locks) {
                    navigator.locks.request('fanglue-build-' + build, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
                }
                registration = await container.register('service-worker.js', { updateViaCache: 'none' });
            } catch (unsupported) {
                return;  // the page works without, but needs the network to start
            }
            follow(registration.installing);
            registration.addEventListener('updatefound', () => follow(registration.installing));
            document.addEventListener('visibilitychange', () => {
                if (document.hidden || Date.now() - lookedAt < LOOK_EVERY) return;
                lookedAt = Date.now();
                registration.update().catch(() => {});
            });
            look();
        };

        updates.restart = async () => {
            const waiting = registration && registration.waiting;
            if (waiting) {
                const taken = new Promise((resolve) => {
                    container.addEventListener('controllerchange', resolve, { once: true });
                    setTimeout(resolve, TAKE_OVER);
                });
                waiting.postMessage({ what: 'take over' });
                await taken;
            }
            const address = new URL(location.href);
            if (!address.searchParams.has('build')) return location.reload();
            address.searchParams.delete('build');
            return location.replace(address);
        };
        return updates;
    },
});
