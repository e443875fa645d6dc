import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openChromium } from '../../scripts/browser/openChromium.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { articles } from './support/articles.ts';
import { readPainted } from './support/painted.ts';

const ARTICLE = articles[0] as (typeof articles)[number];

/** How the extension goes while a tab is open. */
const WAYS: [string, string][] = [
  ['an update', 'chrome.runtime.reload()'],
  ['being removed', 'chrome.management.uninstallSelf({ showConfirmDialog: false })'],
];

const traces = (page: Page) =>
  page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
    children: document.documentElement.children.length,
    opacity: getComputedStyle(document.documentElement).opacity,
  }));

describe('a tab that is open', () => {
  it.each(WAYS)('is after %s as if Sofar had never been there, and nothing is logged', async (_, way) => {
    const server = await servePages(() => ARTICLE.html);
    const browser = await openChromium();
    try {
      await trackShow(browser, 'heartstopper', 'S1E8');
      const page = await browser.context.newPage();
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      await page.goto(server.url('/'));
      await expect.poll(async () => (await page.evaluate(readPainted)).hidden.length).toBeGreaterThan(0);
      // A card is open, and asks its background for another one just as that goes.
      const at = await page.evaluate(pointAtName, ARTICLE.person);
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await expect.poll(async () => (await traces(page)).children).toBe(3);
      const before = await page.evaluate(() => document.body.outerHTML);
      // The worker goes with what it is asked to do: there is no answer to wait for.
      browser.worker.evaluate(`setTimeout(() => ${way}, 50), 0`).catch(() => undefined);
      await expect.poll(() => traces(page), { timeout: 5000 }).toEqual({ highlights: 0, sheets: 0, children: 2, opacity: '1' });
      await page.mouse.move(5, 5, { steps: 3 });
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await page.mouse.click(at.x, at.y);
      await page.keyboard.press('Alt+Shift+KeyS');
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="new">Imogen kisses Sahar.</p>'));
      await page.waitForTimeout(700);
      await page.evaluate(() => document.querySelector('#new')?.remove());
      expect(await traces(page)).toEqual({ highlights: 0, sheets: 0, children: 2, opacity: '1' });
      expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
      expect(messages.filter((message) => !/favicon|404/.test(message))).toEqual([]);
      await page.close();
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

/** Runs in the page: where a name is marked. */
function pointAtName(name: string): { x: number; y: number } {
  for (const range of CSS.highlights.get('hl-b') ?? []) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    if (live.toString() !== name) continue;
    const { x, y, width, height } = live.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }
  throw new Error(`"${name}" is not marked`);
}
