// tests/gallery/icons.mjs: `node icons.mjs ICONS_HPP CODE_POINTS_JSON` prints the code point in Lucide's own font of
// each icon in src/ui/icons.hpp, one a line.
import { readFileSync } from 'node:fs';

const [header, code_points] = process.argv.slice(2);
const known = JSON.parse(readFileSync(code_points, 'utf8'));
for (const [, , name] of readFileSync(header, 'utf8').matchAll(/"\\u([0-9A-F]{4})";\s*\/\/ ([a-z0-9-]+)/g)) {
    if (!known[name]) throw new Error(`Lucide has no icon ${name}`);
    console.log(known[name]);
}
