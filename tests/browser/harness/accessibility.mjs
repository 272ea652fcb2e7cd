// tests/browser/harness/accessibility.mjs: axe-core on the page, for the accessibility mirror.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe_file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// The violations that axe-core finds, one readable line each. The script enters through the debugger, past the page's policy.
export async function accessibility_violations(page, { disabled_rules = [] } = {}) {
    const session = await page.context().newCDPSession(page);
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: await readFile(axe_file, 'utf8') });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    await session.detach();
    return page.evaluate(async (rules) => {
        const options = { resultTypes: ['violations'], rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])) };
        const { violations } = await window.axe.run(document, options);
        return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
    }, disabled_rules);
}
