// web/order_functions.mjs: `node web/order_functions.mjs FILE.wasm` puts functions of a WebAssembly file that resemble each other beside
// each other. The program stays the same but for the numbers of its functions; a server's gzip, which sees no further back than 32 kB,
// makes it some percent smaller.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const SECTION = { import: 2, function: 3, export: 7, start: 8, element: 9, code: 10 };

// ---------------------------------------------------------------- reading and writing numbers

class Reader {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }
    byte() {
        return this.bytes[this.at++];
    }
    number() {
        let value = 0;
        for (let factor = 1; ; factor *= 128) {
            const byte = this.byte();
            value += (byte & 127) * factor;
            if (byte < 128) return value;
        }
    }
    skip_number() { // of any size or sign
        while (this.byte() >= 128);
    }
    skip(count) {
        this.at += count;
    }
    numbers(count) {
        return Array.from({ length: count }, () => this.number());
    }
}

function number(value) {
    const bytes = [];
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
    bytes.push(value);
    return Buffer.from(bytes);
}
const vector = (items) => Buffer.concat([number(items.length), ...items]);

// ---------------------------------------------------------------- instructions

// Where a function's body names functions: [start, end, function] of each such number, in their order. Throws on an instruction
// that the program's compiler is not asked to make.
export function calls_in(body) {
    const calls = [];
    const code = new Reader(body);
    for (let groups = code.number(); groups > 0; --groups) {
        code.skip_number();
        code.skip(1);
    }
    while (code.at < body.length) {
        const op = code.byte();
        if (op === 0x10 || op === 0xd2) { // call, ref.func
            const start = code.at;
            calls.push([start, 0, code.number()]);
            calls.at(-1)[1] = code.at;
        } else if (op === 0x0e) for (let targets = code.number() + 1; targets > 0; --targets) code.skip_number();
        else if (op === 0x11 || (op >= 0x28 && op <= 0x3e)) { code.skip_number(); code.skip_number(); } // call_indirect, loads, stores
        else if (op === 0x43) code.skip(4);
        else if (op === 0x44) code.skip(8);
        else if ((op >= 0x02 && op <= 0x04) || op === 0x0c || op === 0x0d || (op >= 0x20 && op <= 0x26) || (op >= 0x3f && op <= 0x42)) code.skip_number();
        else if (op === 0xfc) {
            const what = code.number();
            if (what === 8 || what === 10) { code.skip_number(); code.skip(1); } // memory.init, memory.copy
            else if (what === 9 || what === 11) code.skip_number(); // data.drop, memory.fill
            else if (what > 7) throw new Error(`instruction 0xfc ${what}`);
        } else if (!(op <= 0x01 || op === 0x05 || op === 0x0b || op === 0x0f || op === 0x1a || op === 0x1b || (op >= 0x45 && op <= 0xc4))) {
            throw new Error(`instruction 0x${op.toString(16)}`);
        }
    }
    return calls;
}

// ---------------------------------------------------------------- the order

// Begins with the largest and goes on with whichever shares most with the last few, in proportion to its size.
export function order_of(bodies) {
    // Bytes of a piece; functions looked back at; pieces that more share say nothing; what a function's size counts beside its pieces.
    // Tried on the page's program: others give up to 1 % more bytes, or take longer.
    const LENGTH = 6, LAST = 20, COMMON = 150, HEAD = 150;
    const owners = new Map();
    const pieces = bodies.map((body) => {
        const found = new Set();
        for (let at = 0; at + LENGTH <= body.length; ++at) found.add(body.readUIntBE(at, LENGTH));
        return found;
    });
    pieces.forEach((found, index) => {
        for (const piece of found) {
            const list = owners.get(piece);
            if (list) list.push(index);
            else owners.set(piece, [index]);
        }
    });
    const telling = pieces.map((found) => Array.from(found, (piece) => owners.get(piece)).filter((list) => list.length > 1 && list.length < COMMON));
    const by_size = bodies.map((_, index) => index).sort((a, b) => bodies[b].length - bodies[a].length || a - b);
    const taken = new Uint8Array(bodies.length);
    const order = [];
    let largest = 0;
    while (order.length < bodies.length) {
        const shared = new Map();
        for (const last of order.slice(-LAST))
            for (const list of telling[last]) for (const other of list) if (!taken[other]) shared.set(other, (shared.get(other) ?? 0) + 1);
        let best = -1, most = 0;
        for (const [other, count] of shared) {
            const worth = count / (HEAD + bodies[other].length);
            if (worth > most || (worth === most && other < best)) [best, most] = [other, worth];
        }
        if (best < 0) {
            while (taken[by_size[largest]]) ++largest;
            best = by_size[largest];
        }
        taken[best] = 1;
        order.push(best);
    }
    return order;
}

// ---------------------------------------------------------------- the file

function sections_of(file) {
    const sections = [];
    const reader = new Reader(file, 8);
    while (reader.at < file.length) {
        const id = reader.byte(), size = reader.number();
        sections.push({ id, content: file.subarray(reader.at, reader.at + size) });
        reader.skip(size);
    }
    return sections;
}

function imported_functions(content) {
    const reader = new Reader(content);
    let functions = 0;
    for (let left = reader.number(); left > 0; --left) {
        for (let names = 0; names < 2; ++names) reader.skip(reader.number());
        const kind = reader.byte();
        if (kind === 0) ++functions;
        if (kind === 1 || kind === 3) reader.skip(1); // a table's or a global's type
        if (kind === 0) reader.skip_number();
        else if (kind === 3) reader.skip(1);
        else for (let bounds = 1 + (reader.byte() & 1); bounds > 0; --bounds) reader.skip_number();
    }
    return functions;
}

function with_renumbered_exports(content, renumber) {
    const reader = new Reader(content);
    return vector(Array.from({ length: reader.number() }, () => {
        const start = reader.at;
        reader.skip(reader.number());
        const kind = reader.byte(), head = content.subarray(start, reader.at), index = reader.number();
        return Buffer.concat([head, number(kind === 0 ? renumber(index) : index)]);
    }));
}

// Active segments of the first table, at a constant place.
function with_renumbered_elements(content, renumber) {
    const reader = new Reader(content);
    return vector(Array.from({ length: reader.number() }, () => {
        const start = reader.at;
        if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error('a segment of elements of another kind');
        reader.skip_number();
        if (reader.byte() !== 0x0b) throw new Error('a segment of elements at another place');
        const head = content.subarray(start, reader.at);
        return Buffer.concat([head, vector(reader.numbers(reader.number()).map((index) => number(renumber(index))))]);
    }));
}

// order_bodies: of the bodies of those that may move, which comes when.
export function ordered(file, order_bodies = order_of) {
    const sections = sections_of(file);
    const content = (id) => sections.find((section) => section.id === id)?.content;
    const imported = imported_functions(content(SECTION.import));
    const types = new Reader(content(SECTION.function));
    const type_of = types.numbers(types.number());
    const code = new Reader(content(SECTION.code));
    const bodies = Array.from({ length: code.number() }, () => {
        const size = code.number();
        code.skip(size);
        return code.bytes.subarray(code.at - size, code.at);
    });
    // Those called most have the numbers of one byte, and keep them.
    const kept = Math.max(0, 128 - imported);
    const order = [...bodies.keys()].slice(0, kept).concat(order_bodies(bodies.slice(kept)).map((index) => index + kept));
    const place = [];
    order.forEach((index, position) => { place[index] = position; });
    const renumber = (index) => (index < imported ? index : imported + place[index - imported]);
    const renumbered = (body) => {
        const parts = [];
        let at = 0;
        for (const [start, end, index] of calls_in(body)) {
            parts.push(body.subarray(at, start), number(renumber(index)));
            at = end;
        }
        const whole = Buffer.concat([...parts, body.subarray(at)]);
        return Buffer.concat([number(whole.length), whole]);
    };
    const changed = {
        [SECTION.function]: () => vector(order.map((index) => number(type_of[index]))),
        [SECTION.export]: (old) => with_renumbered_exports(old, renumber),
        [SECTION.start]: (old) => number(renumber(new Reader(old).number())),
        [SECTION.element]: (old) => with_renumbered_elements(old, renumber),
        [SECTION.code]: () => vector(order.map((index) => renumbered(bodies[index]))),
    };
    return Buffer.concat([file.subarray(0, 8), ...sections.flatMap(({ id, content: old }) => {
        const now = changed[id]?.(old) ?? old;
        return [Buffer.from([id]), number(now.length), now];
    })]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [name] = process.argv.slice(2);
    try {
        writeFileSync(name, ordered(readFileSync(name)));
    } catch (unknown) { // what a newer compiler makes works as well in its own order
        console.warn(`order_functions: ${name} stays as it is: ${unknown.message}`);
    }
}
