// web/icons.mjs: node icons.mjs ICONS_HPP OUTPUT writes the drawings of the icons in src/ui/icons.hpp as a library for
// Emscripten: one list of SVG paths for each code point from U+E000.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [header, output] = process.argv.slice(2);
const drawings = createRequire(import.meta.url)('lucide-static/icon-nodes.json');

const circle = ({ cx, cy, rx, ry }) => `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;

const rectangle = ({ x = 0, y = 0, width, height, rx = 0 }) => {
    const round = (dx, dy) => rx ? `a${rx} ${rx} 0 0 1 ${dx * rx} ${dy * rx}` : '';
    const w = width - 2 * rx, h = height - 2 * rx;
    return `M${x + rx} ${y}h${w}${round(1, 1)}v${h}${round(-1, 1)}h${-w}${round(-1, -1)}v${-h}${round(1, -1)}z`;
};

const toPath = ([shape, attributes]) => {
    const numbers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, Number(value)]));
    switch (shape) {
        case 'path': return attributes.d;
        case 'circle': return circle({ ...numbers, rx: numbers.r, ry: numbers.r });
        case 'ellipse': return circle(numbers);
        case 'rect': return rectangle(numbers);
        case 'line': return `M${numbers.x1} ${numbers.y1}L${numbers.x2} ${numbers.y2}`;
        case 'polyline': return `M${attributes.points}`;
        case 'polygon': return `M${attributes.points}z`;
        default: throw new Error(`a shape that is not known here: ${shape}`);
    }
};

const icons = [...readFileSync(header, 'utf8').matchAll(/"\\u([0-9A-F]{4})";\s*\/\/ ([a-z0-9-]+)/g)];
const paths = icons.map(([, code, name], index) => {
    if (parseInt(code, 16) !== 0xE000 + index) throw new Error(`${name}: code points must count up from U+E000`);
    if (!drawings[name]) throw new Error(`Lucide has no icon ${name}`);
    return drawings[name].map(toPath);
});
writeFileSync(output, `mergeInto(LibraryManager.library, {\n$ICON_PATHS: ${JSON.stringify(paths)},\n});\n`);
