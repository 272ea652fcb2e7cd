// web/app_icon.mjs: the application's icon from one drawing: SVG for the page, PNG for systems that install it.
import { deflateSync } from 'node:zlib';

// On a square of 32: a flag on its staff. All of it lies within the circle that a maskable icon keeps.
const size = 32, corner = 7, stroke = 2.5;
const ground = [0x0f, 0x76, 0x6e], ink = [0xff, 0xff, 0xff];
const lines = [
    [[8, 23], [8, 9]],
    [[8, 9], [21, 9], [18, 13], [21, 17], [8, 17]],
    [[13, 23], [24, 23]],
];

const hex = (color) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

export function icon_svg() {
    const path = lines.map((line) => `M${line.map((point) => point.join(' ')).join('L')}`).join('');
    return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">` +
        `<rect width="${size}" height="${size}" rx="${corner}" fill="${hex(ground)}"/>` +
        `<path d="${path}" fill="none" stroke="${hex(ink)}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
    );
}

// Distances in units of the drawing, negative inside.
const segments = lines.flatMap((line) => line.slice(1).map((to, index) => [line[index], to]));
function to_ink(x, y) {
    const distances = segments.map(([[ax, ay], [bx, by]]) => {
        const dx = bx - ax, dy = by - ay;
        const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - ax - along * dx, y - ay - along * dy);
    });
    return Math.min(...distances) - stroke / 2;
}
function to_ground(x, y) {
    const inner = size / 2 - corner;
    const dx = Math.abs(x - size / 2) - inner, dy = Math.abs(y - size / 2) - inner;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
}

function pixels(edge, rounded) {
    const out = Buffer.alloc(edge * edge * 4);
    const unit = size / edge;
    const covered = (distance) => Math.min(1, Math.max(0, 0.5 - distance / unit));
    for (let row = 0; row < edge; ++row) {
        for (let column = 0; column < edge; ++column) {
            const x = (column + 0.5) * unit, y = (row + 0.5) * unit;
            const inked = covered(to_ink(x, y)), alpha = rounded ? covered(to_ground(x, y)) : 1;
            const at = (row * edge + column) * 4;
            for (let part = 0; part < 3; ++part) out[at + part] = Math.round(ground[part] + (ink[part] - ground[part]) * inked);
            out[at + 3] = Math.round(255 * alpha);
        }
    }
    return out;
}

// PNG, 8 bits RGBA (ISO/IEC 15948, chapters 5 and 11).
const crc_table = Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
});
function chunk(type, data) {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = crc_table[(crc ^ byte) & 255] ^ (crc >>> 8);
    const length = Buffer.alloc(4), check = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([length, body, check]);
}

// rounded: with the corners cut; else the whole square, for systems that cut a shape of their own.
export function icon_png(edge, { rounded }) {
    const rgba = pixels(edge, rounded);
    const rows = Buffer.concat(Array.from({ length: edge }, (_, row) =>
        Buffer.concat([Buffer.of(0), rgba.subarray(row * edge * 4, (row + 1) * edge * 4)])));
    const head = Buffer.alloc(13);
    head.writeUInt32BE(edge, 0);
    head.writeUInt32BE(edge, 4);
    head.set([8, 6, 0, 0, 0], 8);
    return Buffer.concat([
        Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
        chunk('IHDR', head),
        chunk('IDAT', deflateSync(rows, { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}
