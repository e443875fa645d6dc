import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirefox } from '../../scripts/browser/openFirefox.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { articles } from './support/articles.ts';
import { readPainted } from './support/painted.ts';

let firefox: Awaited<ReturnType<typeof openFirefox>>;
let server: Awaited<ReturnType<typeof servePages>>;
let popup: Page;

beforeAll(async () => {
  server = await servePages((path) => articles[Number(path.slice(1))]?.html);
  firefox = await openFirefox();
  popup = await firefox.browser.newPage();
  // Firefox does not tell that an extension's page has loaded: nobody waits for it.
  popup.goto(firefox.extensionUrl('popup.html')).catch(() => undefined);
  await popup.waitForSelector('.add-show');
});

afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const painted = (page: Page) => page.evaluate(readPainted);

/** Chooses an option of the nth picker as a person does. */
async function choose(nth: number, value: string): Promise<void> {
  await popup.waitForFunction((n) => document.querySelectorAll('select').length > n, {}, nth);
  const pickers = await popup.$$('select');
  await pickers[nth]?.select(value);
}

describe('Firefox', () => {
  it('installs, seeds and lists the shows', async () => {
    const titles = await popup.$$eval('.add .show-title', (nodes) => nodes.map((node) => node.textContent));
    expect(titles).toContain('Heartstopper');
    const chapters = await popup.evaluate(async () => {
      const open = indexedDB.open('sofar');
      const database = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const request = database.transaction('chapters').objectStore('chapters').count();
      return new Promise<number>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    });
    expect(chapters).toBeGreaterThan(titles.length * 15);
  });

  it('sets progress in the popup', async () => {
    await popup.type('input[type=search]', 'heart');
    await popup.waitForFunction(() => document.querySelectorAll('.add').length === 1);
    await popup.click('.add');
    await choose(0, '1');
    await choose(1, '8');
    await popup.waitForFunction(() => document.querySelector('.show-toggle')?.textContent?.includes('S1E8'));
  });

  it.each(articles)('hides, marks and opens cards on $name', async (article) => {
    const page = await firefox.browser.newPage();
    await page.goto(server.url(`/${articles.indexOf(article)}`));
    await expect.poll(async () => (await painted(page)).hidden.length).toBeGreaterThan(0);
    const { hidden, named } = await painted(page);
    for (const text of article.hiddenAtS1E8) expect(hidden.join('\n')).toContain(text);
    for (const text of article.shownAtS1E8) expect(hidden.join('\n')).not.toContain(text);
    expect(named).toContain(article.person);
    expect(named).not.toContain(article.unmet);

    const point = await page.evaluate((name) => {
      for (const range of CSS.highlights.get('hl-b') ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (live.toString() !== name) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = live.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return { x: 0, y: 0 };
    }, article.person);
    const children = await page.evaluate(() => document.documentElement.children.length);
    await page.mouse.move(point.x, point.y, { steps: 4 });
    // The card stands in a closed shadow root, which Firefox's test protocol cannot look into: its host is what shows.
    await expect
      .poll(() =>
        page.evaluate(() => (document.documentElement.lastElementChild as HTMLElement).shadowRoot === null && document.documentElement.children.length),
      )
      .toBe(children + 1);
    await page.close();
  });

  it('uncovers in open tabs when progress rises', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(server.url('/0'));
    await expect.poll(async () => (await painted(page)).hidden.length).toBeGreaterThan(0);
    await popup.bringToFront();
    await choose(0, '3');
    await choose(1, '8');
    await expect.poll(async () => (await painted(page)).hidden).toEqual([]);
    await page.close();
  });

  it('has settings that show the look and take progress', async () => {
    const settings = await firefox.browser.newPage();
    // As above: nobody waits for the page to load.
    settings.goto(firefox.extensionUrl('options.html#hiding')).catch(() => undefined);
    await settings.waitForSelector('.preview');
    await expect.poll(async () => (await painted(settings)).hidden).toEqual(['In the last one she sells it to the man who sank it.']);
    await settings.click('a[href="#shows"]');
    await settings.waitForSelector('[data-ordinal="3"]');
    await settings.click('[data-ordinal="3"]');
    await settings.waitForFunction(() => document.querySelector('[aria-current="true"][data-ordinal]')?.getAttribute('data-ordinal') === '3');
    await settings.close();
  });
});
