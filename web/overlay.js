// web/overlay.js: what a frame costs, for developers: Ctrl+Alt+D shows it.
mergeInto(LibraryManager.library, {
    $makeOverlay__deps: ['$surface'],
    $makeOverlay: function (host, page) {
        // The numbers of platform_statistic in src/platform/entry.cpp.
        const BUILD = 0, MIRROR = 1, NODES = 2, DUPLICATES = 3, GLYPHS = 4, GLYPH_TIME = 5, VERTICES = 6, COMMANDS = 7, DRAW = 8;
        let panel = null;

        const show = () => {
            const milliseconds = (which) => _platform_statistic(which).toFixed(2) + ' ms';
            const number = (which) => String(_platform_statistic(which));
            panel.textContent = [
                'frames    ' + page.frames.count,
                'frame     ' + page.frames.lastMilliseconds.toFixed(2) + ' ms',
                '  build   ' + milliseconds(BUILD),
                '  draw    ' + milliseconds(DRAW) + (surface.canvas ? ' by the processor' : ' by WebGL'),
                '  mirror  ' + milliseconds(MIRROR) + ', ' + number(NODES) + ' nodes, ' + number(DUPLICATES) + ' twice',
                'glyphs    ' + number(GLYPHS) + ' in ' + milliseconds(GLYPH_TIME),
                'drawn     ' + number(VERTICES) + ' vertices, ' + number(COMMANDS) + ' commands',
                'memory    ' + (HEAPU8.length / 1048576).toFixed(0) + ' MiB',
            ].join('\n');
        };

        return {
            toggle: () => {
                if (panel) {
                    panel.remove();
                    panel = page.frames.onFrame = null;
                    return;
                }
                panel = document.createElement('div');
                panel.id = 'overlay';
                panel.setAttribute('aria-hidden', 'true');
                host.append(panel);
                page.frames.onFrame = show;
                show();
            },
        };
    },
});
