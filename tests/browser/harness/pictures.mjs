// tests/browser/harness/pictures.mjs: compares screenshots pixel by pixel; the browser itself decodes them.

// Of two PNGs of one size: the largest difference of a channel, how many pixels differ by more than `tolerance`, and where
// the first of them is. Any `page` will do.
export function compare_pictures(page, one, other, tolerance) {
    return page.evaluate(
        async ([pictures, limit]) => {
            const [a, b] = await Promise.all(
                pictures.map(async (base64) => {
                    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
                    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
                    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
                    context.drawImage(bitmap, 0, 0);
                    return context.getImageData(0, 0, bitmap.width, bitmap.height);
                }),
            );
            if (a.width !== b.width || a.height !== b.height) throw new Error('pictures of different sizes');
            let largest = 0, beyond = 0, first = null;
            for (let i = 0; i < a.data.length; i += 4) {
                const difference = Math.max(Math.abs(a.data[i] - b.data[i]), Math.abs(a.data[i + 1] - b.data[i + 1]), Math.abs(a.data[i + 2] - b.data[i + 2]));
                if (difference > largest) largest = difference;
                if (difference <= limit) continue;
                beyond += 1;
                first ??= { x: (i / 4) % a.width, y: Math.floor(i / 4 / a.width), difference };
            }
            return { largest, beyond, first, width: a.width, height: a.height };
        },
        [[one.toString('base64'), other.toString('base64')], tolerance],
    );
}
