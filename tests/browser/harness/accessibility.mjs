// tests/browser/harness/accessibility.mjs: axe-core on the page, for the accessibility mirror.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe_file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// The violations that axe-core finds, one readable line each.
export async function accessibility_violations(page, { disabled_rules = [] } = {}) {
    await page.evaluate(await readFile(axe_file, 'utf8'));
    return page.evaluate(async (rules) => {
        // The report's frame runs no script, so axe-core cannot look into it.
        const options = { iframes: false, resultTypes: ['violations'], rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])) };
        const { violations } = await window.axe.run(document, options);
        return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
    }, disabled_rules);
}
