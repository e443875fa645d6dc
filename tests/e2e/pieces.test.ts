import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from '../../scripts/browser/servePages.ts';
import type { CaseBrowser } from './support/caseBrowser.ts';
import { openChromiumWithSofar } from './support/chromiumCases.ts';
import { openFirefoxWithSofar } from './support/firefoxCases.ts';

/** A page that comes in pieces, with frames between them, is marked as it is when it comes in one. */
const PAGES = ['beside', 'forms', 'hidden-text', 'lists', 'pre', 'quirks', 'tables'];
const PIECES = 12;
const BETWEEN_MS = 35;
const PATIENCE = { timeout: 10_000, interval: 100 };

/** What scripts do later is not looked at here. */
const read = (page: string) => readFileSync(new URL(`../pages/${page}.html`, import.meta.url), 'utf8').replace(/<script[\s\S]*?<\/script>/g, '');

/** Where a page is cut, in UTF-16 units: behind every other tag of its body, behind the tags between them, or anywhere. */
const CUTS: Record<string, (html: string) => number[]> = {
  odd: (html) => behindTags(html).filter((_, i) => i % 2 === 1),
  even: (html) => behindTags(html).filter((_, i) => i % 2 === 0),
  anywhere: (html) => Array.from({ length: PIECES }, (_, i) => Math.round(bodyAt(html) + ((html.length - bodyAt(html)) * (i + 0.5)) / PIECES)),
};
const bodyAt = (html: string) => html.indexOf('<body');

/** So many places behind tags, evenly over the body, and as many right behind those. */
function behindTags(html: string): number[] {
  const all = [...html.matchAll(/>/g)].map((match) => match.index + 1).filter((at) => at > bodyAt(html));
  const step = Math.max(2, Math.floor(all.length / PIECES));
  return all.filter((_, i) => i % step < 2);
}

async function sendInPieces(response: ServerResponse, html: string, cuts: readonly number[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  for (const [i, at] of [0, ...cuts].entries()) {
    response.write(html.slice(at, cuts[i]));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  response.end();
}

let server: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  server = await servePages((path, _, response) => {
    const [, page = '', how = ''] = path.split('/');
    if (!PAGES.includes(page)) return undefined;
    const cut = CUTS[how];
    return cut ? sendInPieces(response, read(page), cut(read(page))) : read(page);
  });
});
afterAll(() => server?.close());

describe.each([
  ['Chromium', openChromiumWithSofar],
  ['Firefox', openFirefoxWithSofar],
] as const)('in %s', (_, openBrowser) => {
  let browser: CaseBrowser;
  beforeAll(async () => {
    browser = await openBrowser('heartstopper', 'S1E8');
  });
  afterAll(() => browser?.close());

  it.each(PAGES)('%s', async (name) => {
    const whole = await browser.open(server.url(`/${name}`), { print: false });
    const marksOf = async (page: typeof whole) => {
      const [frame] = await page.read(false);
      const texts = (list: readonly string[] = []) => list.map((text) => text.replace(/\s+/g, ' ').trim()).sort();
      return { hidden: texts(frame?.hidden), named: texts(frame?.named), unread: frame?.unread };
    };
    await expect.poll(async () => (await marksOf(whole)).hidden.length, PATIENCE).toBeGreaterThan(0);
    await expect.poll(async () => (await marksOf(whole)).unread, PATIENCE).toEqual([]);
    const expected = await marksOf(whole);
    await whole.close();
    for (const how of Object.keys(CUTS)) {
      const page = await browser.open(server.url(`/${name}/${how}`), { print: false });
      await expect.poll(() => marksOf(page), PATIENCE).toEqual(expected);
      await page.close();
    }
  });
});
