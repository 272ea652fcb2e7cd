// web/pointer.js: mouse, pen, wheel and touch, for Dear ImGui. The page itself never scrolls; zooming stays the browser's.
mergeInto(LibraryManager.library, {
    $makePointer__deps: ['$EVENT', '$emit'],
    $makePointer: function (host, canvas, page) {
        const request = () => page.frames.request();
        const place = (e) => {
            const box = canvas.getBoundingClientRect();
            return { x: e.clientX - box.left, y: e.clientY - box.top };
        };
        const onField = (e) => page.keys.isEditor(page.keys.nodeOf(e.target));

        const move = (e, touch) => {
            const at = place(e);
            page.keys.modifiers(e);
            _platform_pointer(at.x, at.y, touch ? 1 : 0);
            request();
            return at;
        };

        // ------------------------------------------------------------ mouse and pen

        let pressed = 0;  // buttons that the program believes to be down, as in PointerEvent.buttons

        // ImGui's buttons are left, right, middle; the bits of PointerEvent.buttons happen to be in that order. The right one
        // is not told: it asks for a menu, which is an event of its own, and ImGui would close that menu at once.
        const setButtons = (buttons) => {
            for (const button of [0, 2]) {
                const bit = 1 << button;
                if ((buttons & bit) !== (pressed & bit)) _platform_button(button, buttons & bit ? 1 : 0);
            }
            pressed = buttons & 5;
        };

        // The system takes the pointer away: first where it is, so that a drag does not end there.
        const dropButtons = () => {
            if (pressed) _platform_pointer_gone();
            setButtons(0);
            request();
        };

        host.addEventListener('pointerdown', (e) => {
            if (e.pointerType === 'touch') return touchStart(e);
            move(e);
            setButtons(e.buttons);
            if (e.target === canvas) canvas.setPointerCapture(e.pointerId);
        });
        host.addEventListener('pointermove', (e) => {
            if (e.pointerType === 'touch') return touchMove(e);
            move(e);
            setButtons(e.buttons);  // a release outside the window is noticed here
        });
        host.addEventListener('pointerup', (e) => {
            if (e.pointerType === 'touch') return touchEnd(e);
            move(e);
            setButtons(e.buttons);
        });
        host.addEventListener('pointercancel', (e) => {
            if (e.pointerType === 'touch') touchCancel(e);
            dropButtons();
        });
        host.addEventListener('pointerleave', (e) => {
            if (e.pointerType === 'touch' || pressed) return;
            _platform_pointer_gone();
            request();
        });
        window.addEventListener('blur', dropButtons);

        // The canvas is not focusable: the press decides where the focus goes.
        canvas.addEventListener('mousedown', (e) => {
            e.preventDefault();
            const at = place(e);
            page.keys.focusAt(at.x, at.y);
        });
        host.addEventListener('mousedown', () => page.keys.pointerUsed(), true);

        host.addEventListener('contextmenu', (e) => {
            if (onField(e)) return;  // the browser's own menu knows spelling and paste
            e.preventDefault();
            const node = page.keys.nodeOf(e.target);
            const box = node && node.el.getBoundingClientRect();
            const at = node ? { x: box.left + Math.min(16, box.width), y: box.bottom - 1 } : place(e);
            emit(EVENT.ContextMenu, node ? node.key : _platform_hit(at.x, at.y, 0) >>> 0, 0, null, at.x, at.y);
            request();
        });

        // ------------------------------------------------------------ wheel

        const LINE = 40, PAGE = 600;

        host.addEventListener('wheel', (e) => {
            const at = place(e);
            if (e.ctrlKey) {
                const key = _platform_hit(at.x, at.y, 1) >>> 0;
                if (!key) return;  // the browser zooms
                e.preventDefault();
                // A notch of a wheel is a step; a trackpad's pinch comes as many small ones.
                const zoom = Math.abs(e.deltaY) >= 50 || e.deltaMode ? (e.deltaY < 0 ? 1.25 : 0.8) : Math.exp(-e.deltaY / 100);
                emit(EVENT.Zoomed, key, 0, null, at.x, zoom);
                request();
                return;
            }
            const field = onField(e) ? e.target : null;
            if (field && field === document.activeElement && field.scrollHeight > field.clientHeight + 1) return;
            e.preventDefault();
            move(e);
            const unit = e.deltaMode === 1 ? LINE : e.deltaMode === 2 ? PAGE : 1;
            const sideways = e.shiftKey && !e.deltaX;  // Chromium has turned it already
            _platform_wheel(sideways ? -e.deltaY * unit : -e.deltaX * unit, sideways ? 0 : -e.deltaY * unit);
            request();
        }, { passive: false });

        // ------------------------------------------------------------ touch

        const SLOP = 8;             // px a finger may move and still tap
        const LONG_PRESS = 500;     // ms
        const FRICTION = 0.0035;    // share of the speed that is lost per ms after a flick
        let touch = null;           // {id, x, y, startX, startY, mode: 'wait' | 'scroll' | 'held', timer, vx, vy, at}
        let glide = 0;              // the only thing in the program that moves by itself
        const still = window.matchMedia('(prefers-reduced-motion: reduce)');

        const stopGlide = () => { cancelAnimationFrame(glide); glide = 0; };

        const touchStart = (e) => {
            stopGlide();
            const at = place(e);
            if (touch && !pinch) startPinch(e.pointerId, at);
            if (touch) return;
            touch = { id: e.pointerId, x: at.x, y: at.y, startX: at.x, startY: at.y, mode: 'wait', vx: 0, vy: 0,
                at: e.timeStamp, field: onField(e) };
            if (e.target === canvas) canvas.setPointerCapture(e.pointerId);
            touch.timer = setTimeout(() => {
                touch.mode = 'held';
                if (touch.field) return;
                _platform_pointer(touch.x, touch.y, 1);
                emit(EVENT.ContextMenu, _platform_hit(touch.x, touch.y, 0) >>> 0, 0, null, touch.x, touch.y);
                request();
            }, LONG_PRESS);
        };

        // Two fingers, the first of which is `touch`, over something that zooms; elsewhere the browser zooms the page.
        let pinch = null;           // {key, fingers: Map of pointerId → place, span, x}

        const spread = () => {
            const [a, b] = Array.from(pinch.fingers.values());
            return { span: Math.max(20, Math.hypot(a.x - b.x, a.y - b.y)), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        };

        const startPinch = (id, at) => {
            const key = _platform_hit((touch.x + at.x) / 2, (touch.y + at.y) / 2, 1) >>> 0;
            if (!key) return;
            clearTimeout(touch.timer);
            touch.mode = 'held';
            pinch = { key: key, fingers: new Map([[touch.id, { x: touch.x, y: touch.y }], [id, at]]) };
            Object.assign(pinch, spread());
        };

        const movePinch = (e) => {
            pinch.fingers.set(e.pointerId, place(e));
            const now = spread();
            emit(EVENT.Zoomed, pinch.key, 0, null, now.x, now.span / pinch.span);
            _platform_pointer(now.x, now.y, 1);
            _platform_wheel(now.x - pinch.x, 0);
            pinch.span = now.span;
            pinch.x = now.x;
            request();
        };

        // The browser would take two fingers for itself.
        const keepPinch = (e) => { if (pinch && e.cancelable) e.preventDefault(); };
        host.addEventListener('touchstart', keepPinch, { passive: false });
        host.addEventListener('touchmove', keepPinch, { passive: false });

        const touchMove = (e) => {
            if (pinch && pinch.fingers.has(e.pointerId)) return movePinch(e);
            if (!touch || e.pointerId !== touch.id) return;
            const at = place(e);
            if (touch.mode === 'wait') {
                if (Math.hypot(at.x - touch.startX, at.y - touch.startY) < SLOP) return;
                clearTimeout(touch.timer);
                touch.mode = 'scroll';
                _platform_pointer(touch.startX, touch.startY, 1);
            }
            if (touch.mode !== 'scroll') return;
            const dx = at.x - touch.x, dy = at.y - touch.y, dt = Math.max(1, e.timeStamp - touch.at);
            touch.vx = 0.6 * dx / dt + 0.4 * touch.vx;
            touch.vy = 0.6 * dy / dt + 0.4 * touch.vy;
            touch.x = at.x;
            touch.y = at.y;
            touch.at = e.timeStamp;
            _platform_wheel(dx, dy);
            request();
        };

        const tap = (e) => {
            page.keys.focusAt(touch.startX, touch.startY);
            move(e, true);
            _platform_button(0, 1);
            _platform_button(0, 0);
            // Inside the event, so that a field opened by it may bring up the touch keyboard.
            for (let i = 0; i < 3; ++i) page.frames.now();
        };

        const touchEnd = (e) => {
            if (pinch && pinch.fingers.has(e.pointerId)) return touchCancel();
            if (!touch || e.pointerId !== touch.id) return;
            clearTimeout(touch.timer);
            const done = touch;
            if (done.mode === 'wait' && !done.field) tap(e);
            touch = null;
            if (done.mode === 'scroll' && e.timeStamp - done.at < 50 && !still.matches) startGlide(done.vx, done.vy);
            else _platform_pointer_gone();
            request();
        };

        const touchCancel = () => {
            if (!touch) return;
            clearTimeout(touch.timer);
            touch = pinch = null;
            _platform_pointer_gone();
            request();
        };

        const startGlide = (vx, vy) => {
            let last = performance.now();
            const step = (now) => {
                const dt = Math.min(50, now - last);
                last = now;
                const keep = Math.exp(-FRICTION * dt);
                _platform_wheel(vx * dt, vy * dt);
                request();
                vx *= keep;
                vy *= keep;
                if (Math.hypot(vx, vy) > 0.02) glide = requestAnimationFrame(step);
                else _platform_pointer_gone();
            };
            glide = requestAnimationFrame(step);
        };

        // ------------------------------------------------------------ cursor

        // In the order of ImGuiMouseCursor_, from None (-1).
        const CURSORS = ['none', 'default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize',
            'pointer', 'wait', 'progress', 'not-allowed'];
        return { cursor: (which) => { canvas.style.cursor = CURSORS[which + 1] || 'default'; } };
    },
});
