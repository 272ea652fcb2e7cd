// web/glyphs.js: draws single glyphs with the browser's text engine, for the font loader in src/platform/glyphs.cpp.
mergeInto(LibraryManager.library, {
    // Named one by one, because a canvas has no `lang` to choose Chinese forms by.
    $FONTS: {
        families: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",' +
            '"WenQuanYi Micro Hei","HarmonyOS Sans SC","MiSans","Fanglue Han",system-ui,sans-serif',
        emoji: '"Apple Color Emoji","Segoe UI Emoji","Noto Color Emoji",',  // ahead of text fonts that also draw some
    },

    $makeGlyphs__deps: ['$FONTS', '$ICON_PATHS'],
    $makeGlyphs: function () {
        const canvas = document.createElement('canvas');
        let context = null;
        let font = '';
        let last = null;  // ImageData of the glyph drawn last

        // How far a glyph may reach beyond its measured box by hinting and antialiasing.
        const MARGIN = 2;

        const room = (width, height) => {
            if (context && canvas.width >= width && canvas.height >= height) return;
            canvas.width = Math.max(canvas.width, 96, width);
            canvas.height = Math.max(canvas.height, 96, height);
            context = canvas.getContext('2d', { willReadFrequently: true });
            font = '';
        };

        const useFont = (style, pixels, emoji) => {
            const wanted = (style === 1 ? 'bold ' : '') + pixels + 'px ' + (emoji ? FONTS.emoji : '') + FONTS.families;
            if (wanted === font) return;
            context.font = font = wanted;
            context.textBaseline = 'alphabetic';
            context.fontKerning = 'none';
        };

        // All digits are as wide as the widest, so that figures stand in columns.
        const digitWidth = () => {
            let width = 0;
            for (let digit = 0; digit < 10; ++digit) width = Math.max(width, context.measureText(String(digit)).width);
            return width;
        };
        const digitWidths = new Map();

        // Colours of its own: an opaque pixel that is not black although black was asked for.
        const isColoured = (data) => {
            for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] > 128 && data[i] + data[i + 1] + data[i + 2] > 120) return true;
            }
            return false;
        };

        // Where the system has no Chinese glyphs, slices of the page's own font are asked for; display.js hears when they
        // have come, and everything is drawn again.
        const asked = new Set();
        let asking = '';
        const askForSlice = (text) => {
            if (!Module.webFont || text < '\u2010' || asked.has(text)) return;
            asked.add(text);
            if (!asking) {
                setTimeout(() => {
                    document.fonts.load('16px "' + Module.webFont + '"', asking).catch(() => {});
                    asking = '';
                });
            }
            asking += text;
        };

        const drawText = (text, style, pixels) => {
            askForSlice(text);
            const emoji = /\p{Emoji_Presentation}/u.test(text);
            useFont(style, pixels, emoji);
            const metrics = context.measureText(text);
            let advance = metrics.width;
            let shift = 0;
            if (text >= '0' && text <= '9' && text.length === 1) {
                if (!digitWidths.has(font)) digitWidths.set(font, digitWidth());
                shift = Math.round((digitWidths.get(font) - advance) / 2);
                advance = digitWidths.get(font);
            }
            const left = Math.floor(-metrics.actualBoundingBoxLeft) - MARGIN;
            const top = Math.ceil(metrics.actualBoundingBoxAscent) + MARGIN;
            const width = Math.ceil(metrics.actualBoundingBoxRight) + MARGIN - left;
            const height = Math.ceil(metrics.actualBoundingBoxDescent) + MARGIN + top;
            const glyph = { advance: Math.round(advance), left: left + shift, top: top, width: 0, height: 0, coloured: 0 };
            const blank = metrics.actualBoundingBoxRight + metrics.actualBoundingBoxLeft <= 0 ||
                metrics.actualBoundingBoxAscent + metrics.actualBoundingBoxDescent <= 0;
            if (blank || /^\s$/.test(text)) return glyph;
            room(width, height);
            useFont(style, pixels, emoji);
            context.clearRect(0, 0, width, height);
            context.fillStyle = '#000';
            context.fillText(text, -left, top);
            return finish(glyph, width, height);
        };

        // Icons are strokes on a grid of 24 units, drawn in the middle of the em.
        const drawIcon = (codePoint, pixels) => {
            const paths = ICON_PATHS[codePoint - 0xE000];
            if (!paths) return null;
            const size = Math.ceil(pixels) + 2;
            room(size, size);
            context.clearRect(0, 0, size, size);
            context.save();
            const scale = Math.round(pixels) / 24;
            context.translate(1, 1);
            context.scale(scale, scale);
            context.lineCap = context.lineJoin = 'round';
            context.strokeStyle = '#000';
            context.lineWidth = Math.max(1.75, 1.2 / scale);
            paths.forEach((path) => context.stroke(new Path2D(path)));
            context.restore();
            const ascent = Math.round(pixels * 0.88);
            return finish({ advance: Math.round(pixels), left: -1, top: ascent + 1, width: 0, height: 0, coloured: 0 },
                          size, size);
        };

        const finish = (glyph, width, height) => {
            last = context.getImageData(0, 0, width, height);
            glyph.width = width;
            glyph.height = height;
            glyph.coloured = isColoured(last.data) ? 1 : 0;
            return glyph;
        };

        return {
            // Sizes are in device pixels; `top` is measured up from the baseline.
            draw: (codePoint, style, pixels) => {
                room(1, 1);
                if (style === 2) return drawIcon(codePoint, pixels);
                return drawText(String.fromCodePoint(codePoint), style, pixels);
            },
            pixels: (address, coloured) => {
                const data = last.data;
                if (coloured) { HEAPU8.set(data, address); return; }
                for (let from = 3, to = address; from < data.length; from += 4, ++to) HEAPU8[to] = data[from];
            },
            // How much lower than in the canvas the browser sets a line of text, in CSS pixels: its line box is centred on
            // the font's own ascent and descent, ours (src/platform/glyphs.cpp) on the body of Han characters.
            baselineShift: (fontPixels) => {
                const density = window.devicePixelRatio || 1;
                room(1, 1);
                useFont(0, 100);
                const metrics = context.measureText('国');
                const edge = (hundredths) => Math.round(hundredths * fontPixels / 100);
                const browser = (edge(metrics.fontBoundingBoxAscent) - edge(metrics.fontBoundingBoxDescent)) / 2;
                return browser - (Math.round(0.88 * fontPixels * density) / density - fontPixels / 2);
            },
            fontsChanged: () => { font = ''; digitWidths.clear(); },
        };
    },
});
