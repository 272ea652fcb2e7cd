// web/serve.mjs: serves a built page on this machine only: `node web/serve.mjs FOLDER [PORT]`, or serve() from a test.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { header_policy } from './policy.mjs';

const mime_types = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.lang': 'text/plain; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.ttf': 'font/ttf',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.woff2': 'font/woff2',
};

const security_headers = {
    'Content-Security-Policy': header_policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
};

// The folder of a build is named after its content: what lies in it never changes.
const in_build_folder = /^\/[0-9a-f]{16}\//;
// The page in one file is meant to be kept and opened from a disk; the policy above would not let it run here.
const download_only = 'fanglue.html';

// The file that a URL means, or null if it lies outside `root` or cannot be decoded.
export function file_of_url(root, url) {
    let name;
    try {
        name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    } catch {
        return null;
    }
    if (name.includes('\0')) return null;
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(root, name);
    return file.startsWith(path.resolve(root) + path.sep) ? file : null;
}

// Answers one request out of `root`, an absolute path.
export async function answer(root, request, response) {
    const refuse = (status) => response.writeHead(status, security_headers).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = file_of_url(root, request.url);
    const info = file && (await stat(file).catch(() => null));
    if (!info?.isFile()) return refuse(404);
    const tag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`;
    const immutable = in_build_folder.test(file.slice(root.length).replaceAll(path.sep, '/'));
    const headers = {
        ...security_headers,
        ETag: tag,
        'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(path.basename(file) === download_only ? { 'Content-Disposition': `attachment; filename="${download_only}"` } : {}),
    };
    if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
    response.writeHead(200, {
        ...headers,
        'Content-Type': mime_types[path.extname(file)] ?? 'application/octet-stream',
        'Content-Length': info.size,
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
}

// Starts serving `root` on 127.0.0.1; port 0 lets the system choose. Resolves to {origin, close}.
// A `background` server does not keep the program alive.
export function serve(root, port = 0, { background = false } = {}) {
    const folder = path.resolve(root);
    const server = createServer((request, response) => answer(folder, request, response));
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        if (background) server.unref();
        server.listen(port, '127.0.0.1', () =>
            resolve({
                origin: `http://127.0.0.1:${server.address().port}`,
                close: () => {
                    server.closeAllConnections();
                    return new Promise((closed) => server.close(closed));
                },
            }),
        );
    });
}

// Tries `port` and the 20 after it, so that a forgotten server does not stop the next one.
async function serve_near(root, port) {
    for (let candidate = port; ; ++candidate) {
        try {
            return await serve(root, candidate);
        } catch (error) {
            if (error.code !== 'EADDRINUSE' || candidate >= port + 20) throw error;
        }
    }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const [root = 'dist', port = '8080'] = process.argv.slice(2);
    const { origin } = await serve_near(root, Number(port));
    console.log(`方略 is at ${origin}/  (Ctrl+C stops it)`);
}
