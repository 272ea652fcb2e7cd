// web/frames.js: when frames are drawn: one animation frame after something happened, none while nothing does.
mergeInto(LibraryManager.library, {
    $makeFrames: function () {
        let animation = 0;      // the pending animation frame
        let timer = 0;          // the pending timer
        let timerDue = 0;
        let running = false;
        let again = false;      // something asked for a frame while one was built
        const waiting = [];     // promises of idle()

        // Nothing is built before the program has started. pending: answers that are still owed to it.
        const frames = { started: false, pending: 0, count: 0, lastMilliseconds: 0, onFrame: null, onIdle: null, onTrap: null };

        const busy = () => animation !== 0 || frames.pending > 0 || again || (timer !== 0 && timerDue - performance.now() < 20);

        const run = (draw) => {
            if (!frames.started) return;
            if (running) { again = true; return; }
            running = true;
            again = false;
            const begin = performance.now();
            let next = -1;
            try {
                next = _platform_frame(begin, draw ? 1 : 0);
            } catch (trap) {
                frames.started = false;  // its memory is in an unknown state: nothing of it may be saved
                if (frames.onTrap) frames.onTrap();
                clearTimeout(timer);
                timer = frames.pending = 0;  // nothing is waited for any more
                again = false;
                waiting.splice(0).forEach((resolve) => resolve());
                throw trap;
            } finally {
                running = false;
            }
            frames.lastMilliseconds = performance.now() - begin;
            if (draw) frames.count += 1;
            if (frames.onFrame) frames.onFrame();
            if (again || next === 0) frames.request();
            else if (next > 0) frames.requestIn(next);
            settle();
        };

        const settle = () => {
            if (busy()) return;
            if (frames.onIdle) frames.onIdle();
            waiting.splice(0).forEach((resolve) => resolve());
        };

        // Animation frames stop while the page is hidden; answers must still reach the program.
        frames.request = () => {
            if (running) { again = true; return; }
            if (document.hidden) { frames.requestIn(0.001); return; }
            if (animation === 0) animation = requestAnimationFrame(() => { animation = 0; run(true); });
        };

        frames.requestIn = (seconds) => {
            const due = performance.now() + seconds * 1000;
            if (timer !== 0 && timerDue <= due) return;
            clearTimeout(timer);
            timerDue = due;
            timer = setTimeout(() => {
                timer = 0;
                if (document.hidden) run(false); else frames.request();
            }, seconds * 1000);
        };

        // Builds a frame inside the current event, for keys, copying and taps that need their effect at once; it is drawn
        // with the next animation frame. With draw it is shown at once as well, which keeps a resized canvas from flashing.
        frames.now = (draw) => {
            run(!!draw);
            if (!draw) frames.request();
        };

        // Resolves when no frame is due any more and nothing is being loaded or stored. The browser tells of a new size and
        // the like only with its next animation frame, so that is waited for.
        frames.idle = () => new Promise((resolve) => {
            const wait = () => { waiting.push(resolve); if (!running) settle(); };
            if (document.hidden) setTimeout(wait); else requestAnimationFrame(() => setTimeout(wait));
        });

        document.addEventListener('visibilitychange', () => {
            if (animation !== 0) { cancelAnimationFrame(animation); animation = 0; }
            frames.request();
        });
        return frames;
    },
});
