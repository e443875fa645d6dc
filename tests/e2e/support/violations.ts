import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a run of axe found. */
export interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** The world of a page to which axe was added. */
export interface AxeGlobal {
  axe: { run(of: Node, options?: object): Promise<AxeResults & { passes: unknown[] }> };
}

const runOnDocument = (page: Page) =>
  page.evaluate(async () => {
    const { violations } = await (globalThis as never as AxeGlobal).axe.run(document);
    return { violations };
  });

/**
 * What axe finds on a page, one line each.
 * @param run runs axe once it is in the page: on all of it, unless only a part is meant.
 */
export async function violations(page: Page, run: (page: Page) => Promise<AxeResults> = runOnDocument): Promise<string[]> {
  // The pages allow no script of others: axe is evaluated from outside.
  await page.evaluate(AXE);
  return (await run(page)).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
