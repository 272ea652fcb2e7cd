// web/policy.mjs: what the page may do (its Content-Security-Policy): as a header from a server, as a <meta> in the page for
// servers that send no headers, and for the file that runs without a server.

const directives = {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'", // reports carry their own styles into the frames that show them
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'frame-src': "'self' blob:", // the report preview
    'base-uri': "'none'",
    'form-action': "'none'",
};

const written = (policy) => Object.entries(policy).map(([name, sources]) => `${name} ${sources}`).join('; ');

export const page_policy = written(directives);

// Only a header can say this one.
export const header_policy = written({ ...directives, 'frame-ancestors': "'none'" });

// Of a page that has everything in itself: scripts by their hashes ("sha256-…"), and no connection to anywhere.
export function single_file_policy(script_hashes) {
    return written({
        ...directives,
        'script-src': `${script_hashes.map((hash) => `'${hash}'`).join(' ')} 'wasm-unsafe-eval'`,
        'style-src': "'unsafe-inline'",
        'img-src': 'data: blob:',
        'font-src': 'data:',
        'connect-src': "'none'",
        'manifest-src': "'none'",
        'worker-src': 'blob:', // the second program; its code needs no hash, and may do what the page may
        'frame-src': 'blob:',
    });
}
