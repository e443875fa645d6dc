import type { Page } from 'puppeteer-core';

/** As long as the driver waits for an element. */
const PATIENCE_MS = 30_000;

/**
 * Waits in Firefox until a page of Sofar's own holds what is awaited (a CSS selector).
 * Firefox does not tell that such a page has loaded, and whoever looks while the tab changes from
 * its empty document to the page gets an error of the browser's, which is gone a moment later.
 * Throws what it last met when nothing has come.
 */
export async function waitInFirefox(page: Page, awaited: string): Promise<void> {
  let last: unknown;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      if (await page.evaluate((selector) => document.querySelector(selector) !== null, awaited)) return;
      last = undefined;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`"${awaited}" did not come`, { cause: last });
}
