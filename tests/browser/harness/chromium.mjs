// tests/browser/harness/chromium.mjs: the Chromium that tests and benchmarks drive. Debian's headless shell is the same engine
// and starts in half the time of the whole browser.
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];
export const chromium_path = process.env.FANGLUE_CHROMIUM ?? places.find((file) => existsSync(file));
