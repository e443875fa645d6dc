import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedFirefox, openFirefox } from '../../scripts/browser/openFirefox.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { articles } from './support/articles.ts';
import { cardText, clickInOverlay, noticeText } from './support/firefoxOverlay.ts';
import { isAllRead, readPainted } from './support/painted.ts';

let firefox: OpenedFirefox;
let server: Awaited<ReturnType<typeof servePages>>;
let popup: Page;

beforeAll(async () => {
  server = await servePages((path) => articles[Number(path.slice(1))]?.html);
  firefox = await openFirefox();
  popup = await firefox.openOwn('popup.html', '.add-show');
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

/** The middle of a painted text's first line, in CSS pixels of the viewport, scrolled to. */
async function pointOf(page: Page, highlight: string, text: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(
    (name, wanted) => {
      for (const range of CSS.highlights.get(name) ?? []) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (!live.toString().includes(wanted)) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const [line] = live.getClientRects();
        return line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
      }
      return undefined;
    },
    highlight,
    text,
  );
  if (!point) throw new Error(`nothing like "${text}" is painted`);
  return point;
}

/** Points at a painted text and stays there. */
async function rest(page: Page, highlight: string, text: string): Promise<void> {
  const { x, y } = await pointOf(page, highlight, text);
  await page.mouse.move(x, y, { steps: 4 });
}

const isRead = async (page: Page) => isAllRead(await painted(page));

/** Opens an article and waits until it is read. */
async function read(article: number): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(server.url(`/${article}`));
  await expect.poll(() => isRead(page)).toBe(true);
  return page;
}

/** Presses a button of the popup by its words. */
async function press(name: string): Promise<void> {
  await popup.locator(`::-p-text(${name})`).click();
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
    const page = await read(articles.indexOf(article));
    const { hidden, named } = await painted(page);
    for (const text of article.hiddenAtS1E8) expect(hidden.join('\n')).toContain(text);
    for (const text of article.shownAtS1E8) expect(hidden.join('\n')).not.toContain(text);
    expect(named).toContain(article.person);
    expect(named).not.toContain(article.unmet);

    const children = await page.evaluate(() => document.documentElement.children.length);
    await rest(page, 'hl-b', article.person);
    await expect.poll(() => cardText(page)).toContain(article.person);
    expect(await cardText(page)).toContain('As of S1E8');
    expect(await cardText(page)).not.toMatch(/S2E|S3E/);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(children + 1);
    await page.close();
  });

  it('changes progress on a card, and takes it back', async () => {
    const page = await read(0);
    await rest(page, 'hl-b', articles[0]?.person ?? '');
    await expect.poll(() => cardText(page)).toContain('As of S1E8');
    await clickInOverlay(page, 'As of S1E8');
    await expect.poll(() => cardText(page)).toContain('Watched through');
    await page.keyboard.type('S3E8');
    await expect.poll(() => noticeText(page)).toContain('Watched up to S3E8');
    await expect.poll(async () => (await painted(page)).hidden).toEqual([]);
    await clickInOverlay(page, 'Undo');
    await expect.poll(() => noticeText(page)).toBe('');
    await expect.poll(async () => (await painted(page)).hidden.join()).toContain(articles[0]?.hiddenAtS1E8[0]);
    await page.close();
  });

  it('never hides a sentence again that is no spoiler, until that is taken back', async () => {
    const page = await read(0);
    const [sentence = ''] = articles[0]?.hiddenAtS1E8 ?? [];
    const isHidden = async () => (await painted(page)).hidden.some((text) => text.includes(sentence));
    expect(await isHidden()).toBe(true);
    const { x, y } = await pointOf(page, 'hl-a', sentence);
    await page.mouse.click(x, y);
    await expect.poll(() => cardText(page)).toContain('Heartstopper, after S');
    await clickInOverlay(page, 'Not a spoiler');
    await expect.poll(isHidden).toBe(false);
    await expect.poll(() => noticeText(page)).toContain('Not hidden again, anywhere');
    await page.reload();
    await expect.poll(() => isRead(page)).toBe(true);
    expect(await isHidden()).toBe(false);
    const settings = await firefox.openOwn('options.html#corrections', '.correction');
    await settings.click('.correction .icon');
    await expect.poll(isHidden).toBe(true);
    await settings.close();
    await page.close();
  });

  it('goes one episode on in the popup, and takes it back', async () => {
    await popup.bringToFront();
    await popup.click('.show-toggle');
    const progress = () => popup.$eval('.show-toggle .quiet', (node) => node.textContent);
    await popup.click('.plus');
    await expect.poll(progress).toBe('S2E1');
    await press('Undo');
    await expect.poll(progress).toBe('S1E8');
    await popup.click('.show-toggle');
  });

  it('pauses, and goes on', async () => {
    const page = await read(0);
    await popup.bringToFront();
    await press('Pause for an hour');
    await expect.poll(async () => (await painted(page)).hidden).toEqual([]);
    await press('Go on now');
    await expect.poll(async () => (await painted(page)).hidden.length).toBeGreaterThan(0);
    await page.close();
  });

  it('uncovers in open tabs when progress rises', async () => {
    const page = await read(0);
    await popup.bringToFront();
    await choose(0, '3');
    await choose(1, '8');
    await expect.poll(async () => (await painted(page)).hidden).toEqual([]);
    await page.close();
  });

  it('has settings that show the look and take progress', async () => {
    const settings = await firefox.openOwn('options.html#hiding', '.preview');
    await expect.poll(async () => (await painted(settings)).hidden).toEqual(['In the last one she sells it to the man who sank it.']);
    await settings.click('a[href="#shows"]');
    await settings.waitForSelector('[data-ordinal="3"]');
    await settings.click('[data-ordinal="3"]');
    await settings.waitForFunction(() => document.querySelector('[aria-current="true"][data-ordinal]')?.getAttribute('data-ordinal') === '3');
    await settings.close();
  });

  it('opens every section of the settings', async () => {
    const settings = await firefox.openOwn('options.html', 'main[aria-busy=false]');
    const sections = await settings.$$eval('.section-nav a', (links) => links.map((link) => [link.getAttribute('href') ?? '', link.textContent?.trim() ?? '']));
    expect(sections.length).toBeGreaterThan(5);
    for (const [href = '', name = ''] of sections) {
      await settings.click(`a[href="${href}"]`);
      await settings.waitForFunction((wanted) => document.querySelector('h2')?.textContent === wanted, {}, name);
      expect(await settings.$eval('main', (main) => main.children.length)).toBeGreaterThan(1);
    }
    await settings.close();
  });

  it('has a welcome page that covers its example as far as its slider says, and tracks what is picked', async () => {
    const welcome = await firefox.openOwn('welcome.html', '.chips');
    const covered = async () => (await painted(welcome)).hidden.join('');
    await expect.poll(covered).toContain('who lit the fire');
    await welcome.focus('input[type=range]');
    await welcome.keyboard.press('End');
    await expect.poll(covered).toBe('');
    await welcome.locator('.chip ::-p-text(Severance)').click();
    await welcome.waitForSelector('.welcome-show [aria-label="Episodes of Severance"]');
    await welcome.close();
  });
});
