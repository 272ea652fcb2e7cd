// web/display.js: the canvas's size in device pixels, what the system prefers, and a context that was lost.
mergeInto(LibraryManager.library, {
    $makeDisplay__deps: ['$surface'],
    $makeDisplay: function (host, canvas, page) {
        // Sizes are set and drawn in one go: a resized canvas is empty until it is drawn.
        const resize = (width, height) => {
            if (width < 1 || height < 1) return;
            const density = window.devicePixelRatio || 1;
            const target = surface.canvas || canvas;
            if (target.width !== width) target.width = width;
            if (target.height !== height) target.height = height;
            _platform_resize(width / density, height / density, width, height, density);
            page.frames.now(true);
        };

        const measure = () => {
            const density = window.devicePixelRatio || 1;
            const box = host.getBoundingClientRect();
            resize(Math.round(box.width * density), Math.round(box.height * density));
        };

        const observer = new ResizeObserver((entries) => {
            const exact = entries[0].devicePixelContentBoxSize;
            const rough = entries[0].contentRect.width * (window.devicePixelRatio || 1);
            // Under an emulated density Chromium reports the size at the real one.
            if (exact && Math.abs(exact[0].inlineSize - rough) < 2) resize(exact[0].inlineSize, exact[0].blockSize);
            else measure();
        });
        try {
            observer.observe(canvas, { box: 'device-pixel-content-box' });
        } catch (unsupported) {
            observer.observe(canvas);
        }

        // The ratio changes with the page's zoom or another screen; each query knows one ratio, so it is asked anew.
        const watchDensity = () => {
            window.matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)')
                .addEventListener('change', () => { measure(); page.mirror.restyle(); watchDensity(); }, { once: true });
        };
        watchDensity();

        const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(pointer: coarse)']
            .map((query) => window.matchMedia(query));
        // What forced colours leave to choose from; nobody but the page itself can force them on a canvas.
        const systemColours = () => {
            const probe = document.createElement('span');
            probe.style.forcedColorAdjust = 'none';
            host.append(probe);
            const colours = ['Canvas', 'CanvasText', 'GrayText', 'LinkText'].map((name) => {
                probe.style.color = name;
                const [red, green, blue] = window.getComputedStyle(probe).color.match(/\d+/g).map(Number);
                return red << 16 | green << 8 | blue;
            });
            probe.remove();
            return colours;
        };
        const environment = () => {
            if (queries[1].matches) _platform_system_colors.apply(null, systemColours());
            _platform_environment(queries[0].matches ? 1 : 0, queries[1].matches ? 1 : 0, queries[2].matches ? 1 : 0);
            page.frames.request();
        };
        queries.forEach((query) => query.addEventListener('change', environment));

        // A context that does not come back soon is given up.
        const PATIENCE = 2000;
        let waiting = 0;
        canvas.addEventListener('webglcontextlost', (e) => {
            if (surface.canvas) return;  // it was tried and not taken: nothing is drawn with it
            e.preventDefault();
            _platform_context(1);
            waiting = setTimeout(() => { _platform_context(2); page.frames.request(); }, PATIENCE);
        });
        canvas.addEventListener('webglcontextrestored', () => {
            if (surface.canvas) return;
            clearTimeout(waiting);
            _platform_context(0);
            page.frames.request();
        });

        if (document.fonts) {
            document.fonts.addEventListener('loadingdone', () => {
                page.glyphs.fontsChanged();
                page.mirror.restyle();
                _platform_fonts_changed();
                page.frames.request();
            });
        }
        measure();
        environment();
    },
});
