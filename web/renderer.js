// web/renderer.js: which canvas is drawn on and how: WebGL2 where hardware does it, else pixels that the program draws itself
// (src/platform/raster.hpp).
mergeInto(LibraryManager.library, {
    // canvas: what is drawn on; takes no pointers unless it is #canvas itself.
    $surface: { canvas: null, context: null, image: null },

    // ?renderer=cpu or webgl, which is remembered until ?renderer=auto. 0: none, 1: cpu, 2: webgl.
    host_renderer_wish: function () {
        const NAME = 'fanglue.preference.renderer';
        let wish = new URLSearchParams(location.search).get('renderer');
        try {
            if (wish === 'auto') localStorage.removeItem(NAME);
            else if (wish) localStorage.setItem(NAME, wish);
            else wish = localStorage.getItem(NAME);
        } catch (blocked) { /* then only this time */ }
        return wish === 'cpu' ? 1 : wish === 'webgl' ? 2 : 0;
    },

    // Milliseconds for 16 blended layers of a million pixels: 1 to 5 for the weakest graphics chips, 60 and more without one.
    $layersTime: function (gl) {
        const make = (kind, source) => {
            const shader = gl.createShader(kind);
            gl.shaderSource(shader, source);
            gl.compileShader(shader);
            return shader;
        };
        const program = gl.createProgram();
        const vertex = make(gl.VERTEX_SHADER, 'attribute float i;void main(){gl_Position=vec4(i==1.?3.:-1.,i==2.?3.:-1.,0,1);}');
        const fragment = make(gl.FRAGMENT_SHADER, 'precision mediump float;void main(){gl_FragColor=vec4(.5,.5,.5,.5);}');
        [vertex, fragment].forEach((shader) => gl.attachShader(program, shader));
        gl.bindAttribLocation(program, 0, 'i');
        gl.linkProgram(program);
        gl.useProgram(program);
        const corners = gl.createBuffer(), target = gl.createFramebuffer(), pixels = gl.createTexture();
        gl.bindBuffer(gl.ARRAY_BUFFER, corners);
        gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 1, 2]), gl.STATIC_DRAW);
        gl.enableVertexAttribArray(0);
        gl.vertexAttribPointer(0, 1, gl.FLOAT, false, 0, 0);
        gl.bindTexture(gl.TEXTURE_2D, pixels);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1024, 1024, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
        gl.bindFramebuffer(gl.FRAMEBUFFER, target);
        gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, pixels, 0);
        gl.viewport(0, 0, 1024, 1024);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
        const draw = (layers) => {
            for (let i = 0; i < layers; ++i) gl.drawArrays(gl.TRIANGLES, 0, 3);
            gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
        };
        draw(1);  // compiles
        const begin = performance.now();
        draw(16);
        const time = performance.now() - begin;
        gl.bindFramebuffer(gl.FRAMEBUFFER, null);
        gl.disableVertexAttribArray(0);
        gl.deleteFramebuffer(target);
        gl.deleteTexture(pixels);
        gl.deleteBuffer(corners);
        [vertex, fragment].forEach((shader) => gl.deleteShader(shader));
        gl.deleteProgram(program);
        return time;
    },

    // Of the current context: by what it says of itself; where that is nothing known, by trying.
    host_webgl_is_fast__deps: ['$layersTime'],
    host_webgl_is_fast: function () {
        const gl = GLctx;
        const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
        const name = String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
        if (/swiftshader|llvmpipe|softpipe|software|basic render|warp/i.test(name)) return 0;
        if (/nvidia|geforce|radeon|amd|intel|apple|adreno|mali|powervr|immortalis|xclipse/i.test(name)) return 1;
        return layersTime(gl) < 30 ? 1 : 0;
    },

    // A canvas has one kind of context for ever: where #canvas has had another, a second one lies over it.
    host_open_2d__deps: ['$surface', '$page'],
    host_open_2d: function () {
        const canvas = document.getElementById('canvas');
        const options = { alpha: false, willReadFrequently: true };
        let target = canvas;
        let context = canvas.getContext('2d', options);
        if (!context) {
            target = canvas.cloneNode();
            target.id = 'surface';
            target.width = canvas.width;
            target.height = canvas.height;
            canvas.width = canvas.height = 1;
            canvas.after(target);
            context = target.getContext('2d', options);
            if (!context) return 0;
        }
        target.addEventListener('contextrestored', () => { _platform_context(0); page.frames.request(); });
        surface.canvas = target;
        surface.context = context;
        return 1;
    },

    // rectangles: x0, y0, x1, y1 of what changed in the picture.
    host_put_pixels__deps: ['$surface'],
    host_put_pixels: function (pixels, width, height, rectangles, count) {
        let image = surface.image;
        if (!image || image.width !== width || image.height !== height || image.data.byteOffset !== pixels ||
            image.data.buffer !== HEAPU8.buffer) {
            const bytes = new Uint8ClampedArray(HEAPU8.buffer, pixels, width * height * 4);
            image = surface.image = new ImageData(bytes, width, height);
        }
        for (let at = rectangles >> 2, end = at + 4 * count; at < end; at += 4) {
            const x = HEAP32[at], y = HEAP32[at + 1];
            surface.context.putImageData(image, 0, 0, x, y, HEAP32[at + 2] - x, HEAP32[at + 3] - y);
        }
    },
});
