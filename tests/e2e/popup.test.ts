import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROME_BUILD, type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { tabId } from '../../scripts/browser/tabId.ts';
import { send, trackShow } from '../../scripts/browser/trackShow.ts';
import { type Article, articles } from './support/articles.ts';
import { openInLanguage } from './support/openInLanguage.ts';
import { readPainted } from './support/painted.ts';
import { readToolbar } from './support/toolbar.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const article = articles[0] as Article;
const PLAIN = '<!doctype html><html lang="en"><title>Bread</title><p>Knead it for ten minutes, then let it rest.</p></html>';

let browser: OpenedChromium;
let server: Awaited<ReturnType<typeof servePages>>;
let page: Page;
let tab: number;
let popup: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await servePages((path) => ({ '/': article.html, '/bread': PLAIN })[path]);
  browser = await openChromium();
  page = await browser.context.newPage();
  await page.goto(server.url('/'));
  tab = await tabId(browser, page);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The popup of a tab, as a page of its own: what a browser's own popup window shows, its tests cannot reach. */
async function openPopup(of: number = tab, inBrowser = browser): Promise<Page> {
  const opened = await inBrowser.context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.setViewportSize({ width: 360, height: 600 });
  await opened.goto(inBrowser.extensionUrl(`popup.html?tab=${of}`));
  await opened.locator('main[aria-busy]').waitFor({ state: 'detached' });
  return opened;
}

const thisPage = () => popup.getByRole('region', { name: 'This page' });
const mine = () => popup.getByRole('region', { name: 'My shows' });
const row = (show: string) => mine().getByRole('button', { name: new RegExp(`^${show}(?!:)`) });
const plus = (show: string) => mine().getByRole('button', { name: new RegExp(`^${show}: \\+1`) });
const undo = () => popup.getByRole('button', { name: 'Undo' });
const hiddenCount = async () => (await page.evaluate(readPainted)).hidden.length;
const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
const order = () => mine().locator('.show-toggle .show-title').allInnerTexts();

/** How far a page reaches beside the screen, in CSS pixels. */
const beside = (of: Page) => of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Presses Tab until something that matches has the focus: what the keyboard alone can reach. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const reached = await popup.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label, button')?.textContent ?? '',
    );
    if (name.test(reached)) return;
    await popup.keyboard.press('Tab');
  }
  throw new Error(`the keyboard cannot reach ${name}`);
}

describe('the popup before anything is tracked', () => {
  beforeEach(async () => {
    popup = await openPopup();
  });
  afterEach(() => popup.close());

  it('says what to do first, and lists the shows', async () => {
    await expect.poll(() => thisPage().innerText()).toContain('Add the show you are watching');
    expect(await popup.getByRole('region', { name: 'Add a show' }).getByRole('listitem').count()).toBeGreaterThan(5);
    expect(await mine().count()).toBe(0);
  });

  it('finds a show by a part of its name, and says so when there is none', async () => {
    await popup.getByRole('searchbox').fill('THRONES');
    expect(await popup.locator('.add .show-title').allInnerTexts()).toEqual(['Game of Thrones']);
    await popup.getByRole('searchbox').fill('zzz');
    await expect.poll(() => popup.getByText('No show is called that.').isVisible()).toBe(true);
  });

  it('adds one with the keyboard alone, and the focus goes to it', async () => {
    await tabTo(/Search shows/);
    await popup.keyboard.type('heart');
    await tabTo(/^Heartstopper/);
    await popup.keyboard.press('Enter');
    await expect.poll(focused).toMatch(/^Heartstopper.*Not started/);
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('ArrowDown');
    await expect.poll(() => row('Heartstopper').innerText()).toContain('S1E1');
    await popup.evaluate(() => (document.activeElement as HTMLElement).blur());
  });
});

describe('the popup with shows', () => {
  beforeAll(async () => {
    await trackShow(browser, 'severance', 'S1E4');
    await trackShow(browser, 'heartstopper', 'S1E8');
    await page.bringToFront();
    await page.waitForFunction(() => (CSS.highlights.get('hl-a')?.size ?? 0) > 0);
    // The page goes on reading: wait until it has nothing new to tell.
    await page.waitForTimeout(1000);
  });
  beforeEach(async () => {
    await browser.worker.evaluate(() =>
      (globalThis as never as { chrome: { storage: { session: { remove(key: string): Promise<void> } } } }).chrome.storage.session.remove('popupPlace'),
    );
    popup = await openPopup();
  });
  afterEach(() => popup.close());

  it('says what the page speaks of, how many names and how much is hidden', async () => {
    const { hidden, named } = await page.evaluate(readPainted);
    const text = await thisPage().innerText();
    expect(text).toContain(`${hidden.length} hidden`);
    expect(text).toContain(`${named.length} names · ${hidden.length} hidden`);
    expect(text).toMatch(/Ahead: S2E\d/);
    expect(text).not.toContain('Severance');
    expect(await readToolbar(browser, tab)).toEqual({ text: String(hidden.length), title: `Sofar – ${hidden.length} hidden on this page` });
  });

  it('shows all, and hides again', async () => {
    const before = await hiddenCount();
    await popup.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(hiddenCount).toBe(0);
    await expect.poll(() => thisPage().innerText()).toContain('Everything is shown on this page.');
    await popup.getByRole('button', { name: 'Hide again' }).click();
    await expect.poll(hiddenCount).toBe(before);
  });

  it('goes one episode on, leaves the rows where they are, and takes it back', async () => {
    const before = await order();
    expect(before[0]).toBe('Heartstopper');
    await plus('Severance').click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E5');
    await plus('Severance').click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E6');
    expect(await order()).toEqual(before);
    expect(await popup.getByRole('status').filter({ hasText: 'Severance: S1E6' }).count()).toBe(1);
    await undo().click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E5');
    await expect.poll(() => undo().count()).toBe(0);
    expect(await focused()).toMatch(/^Severance/);
  });

  it('removes a show with the keyboard, and puts it back as it was with the next key', async () => {
    await send(popup, 'changeShow', { show: 'severance', off: true });
    const before = await order();
    await tabTo(/^Severance.*Off/);
    await popup.keyboard.press('Enter');
    await tabTo(/^Remove$/);
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').count()).toBe(0);
    await expect.poll(focused).toBe('Undo');
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').innerText()).toMatch(/S1E5 · Off/);
    expect(await order()).toEqual(before);
    await expect.poll(focused).toMatch(/^Severance/);
    await send(popup, 'changeShow', { show: 'severance', off: false });
  });

  it('keeps the way back while the keyboard is on it, and lets it go afterwards', async () => {
    await popup.clock.install();
    await popup.reload();
    await plus('Severance').focus();
    await popup.keyboard.press('Enter');
    await undo().waitFor();
    await tabTo(/^Undo$/);
    await popup.clock.runFor(30_000);
    expect(await undo().count()).toBe(1);
    await popup.keyboard.press('Shift+Tab');
    await popup.clock.runFor(11_000);
    await expect.poll(() => undo().count()).toBe(0);
    expect(await popup.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  it('does not stay for ever where a pointer made it, and loses no focus when it goes', async () => {
    await popup.clock.install();
    await popup.reload();
    await row('Severance').click();
    await popup.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(focused).toBe('Undo');
    await popup.mouse.move(10, 10);
    await popup.clock.runFor(11_000);
    await expect.poll(() => undo().count()).toBe(0);
    expect(await focused()).toContain('Sofar');
    await send(popup, 'setProgress', { show: 'severance', watched: 'S1E5' });
  });

  it('keeps the focus when the last episode takes the button away', async () => {
    await send(popup, 'setProgress', { show: 'severance', watched: 'S2E9' });
    await expect.poll(() => row('Severance').innerText()).toContain('S2E9');
    await plus('Severance').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').innerText()).toContain('Finished');
    expect(await focused()).toMatch(/^Severance/);
    await send(popup, 'setProgress', { show: 'severance', watched: 'S1E5' });
  });

  it('is off on a site and on again', async () => {
    const before = await hiddenCount();
    await popup.getByRole('switch', { name: /On this site/ }).click();
    await expect.poll(hiddenCount).toBe(0);
    await expect.poll(() => thisPage().innerText()).toContain('Sofar is off on this site.');
    await popup.getByRole('switch', { name: /On this site/ }).focus();
    await popup.keyboard.press('Space');
    await expect.poll(hiddenCount).toBe(before);
  });

  it('says that a site is none of the chosen ones, and chooses it', async () => {
    await send(popup, 'changeViewer', { sitesOnly: ['elsewhere.example'] });
    await expect.poll(() => thisPage().innerText()).toContain('This is not one of them.');
    await popup.getByRole('switch', { name: /On this site/ }).click();
    await expect.poll(hiddenCount).toBeGreaterThan(0);
    await send(popup, 'changeViewer', { sitesOnly: [] });
  });

  it('pauses for an hour and goes on at once', async () => {
    const before = await hiddenCount();
    await popup.getByRole('button', { name: 'Pause for an hour' }).focus();
    await popup.keyboard.press('Enter');
    await expect.poll(hiddenCount).toBe(0);
    await expect.poll(() => thisPage().innerText()).toMatch(/Paused\. Sofar goes on at \d\d?:\d\d.*, in (60|59) minutes\./);
    await expect.poll(async () => (await readToolbar(browser)).title).toMatch(/^Sofar – paused until \d\d?:\d\d/);
    expect(await focused()).toContain('Go on now');
    await popup.keyboard.press('Enter');
    await expect.poll(hiddenCount).toBe(before);
    await expect.poll(async () => (await readToolbar(browser)).title).toBe('Sofar');
  });

  it('takes up the end of a pause in the page, in the popup and on the button', async () => {
    const before = await hiddenCount();
    await send(popup, 'changeViewer', { pausedUntil: Date.now() + 8000 });
    await expect.poll(hiddenCount).toBe(0);
    await expect.poll(async () => (await readToolbar(browser, tab)).title).toMatch(/paused/);
    await expect.poll(hiddenCount, { timeout: 20_000 }).toBe(before);
    await expect.poll(() => thisPage().innerText()).toContain(`${before} hidden`);
    await expect.poll(() => readToolbar(browser, tab)).toEqual({ text: String(before), title: `Sofar – ${before} hidden on this page` });
    expect((await readToolbar(browser)).title).toBe('Sofar');
  });

  it('is off altogether, says so, and leaves no old count on the button', async () => {
    await popup.getByRole('switch', { name: 'Sofar' }).click();
    await expect.poll(() => thisPage().innerText()).toContain('Sofar is off.');
    await expect.poll(() => readToolbar(browser, tab)).toEqual({ text: '', title: 'Sofar – off' });
    expect(await popup.getByRole('button', { name: 'Pause for an hour' }).count()).toBe(0);
    await popup.getByRole('switch', { name: 'Sofar' }).click();
    await expect.poll(async () => (await readToolbar(browser, tab)).title).toMatch(/hidden on this page$/);
  });

  it('says what to do on pages that speak of no show, and on those that cannot be reached', async () => {
    const other = await browser.context.newPage();
    await other.goto(server.url('/bread'));
    const onBread = await openPopup(await tabId(browser, other));
    expect(await onBread.getByRole('region', { name: 'This page' }).innerText()).toContain('No show of yours is spoken of here.');
    await other.goto('chrome://version');
    await expect.poll(() => onBread.getByRole('region', { name: 'This page' }).innerText()).toContain('Sofar cannot see this page.');
    expect(await onBread.getByRole('switch', { name: /On this site/ }).count()).toBe(0);
    await onBread.close();
    await other.close();
  });

  it('remembers the open show and the place on the same tab, and not on another', async () => {
    await row('Severance').click();
    await popup.setViewportSize({ width: 360, height: 300 });
    await popup.mouse.move(180, 100);
    await popup.mouse.wheel(0, 120);
    await expect.poll(() => popup.evaluate(() => scrollY)).toBe(120);
    await popup.waitForTimeout(300);
    const again = await browser.context.newPage();
    await again.setViewportSize({ width: 360, height: 300 });
    await again.goto(browser.extensionUrl(`popup.html?tab=${tab}`));
    await again.getByRole('combobox', { name: 'Episode' }).waitFor();
    await expect.poll(() => again.evaluate(() => scrollY)).toBe(120);
    await again.close();
    const elsewhere = await openPopup(tab + 1000);
    expect(await elsewhere.getByRole('combobox').count()).toBe(0);
    expect(await elsewhere.evaluate(() => scrollY)).toBe(0);
    await elsewhere.close();
  });

  it('has nothing beside the screen at 320 px', async () => {
    await popup.setViewportSize({ width: 320, height: 600 });
    await row('Severance').click();
    await popup.getByRole('button', { name: /^Watched S/ }).click();
    await undo().waitFor();
    await popup.getByRole('button', { name: 'See all shows' }).click();
    expect(await beside(popup)).toBeLessThanOrEqual(0);
  });

  it('hides nothing that has the focus under its foot', async () => {
    await popup.setViewportSize({ width: 360, height: 320 });
    for (let presses = 0; presses < 30; presses++) {
      await popup.keyboard.press('Tab');
      const covered = await popup.evaluate(() => {
        const element = document.activeElement;
        const foot = document.querySelector('.bottom');
        if (!element || !foot || element === document.body || foot.contains(element)) return '';
        return element.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1 ? (element.textContent ?? element.tagName) : '';
      });
      expect(covered).toBe('');
    }
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each<[string, () => Promise<unknown>]>([
      [
        'with an open show and a way back',
        async () => {
          await row('Severance').click();
          await popup.getByRole('button', { name: /^Watched S/ }).click();
          await undo().waitFor();
          await popup.getByRole('button', { name: 'See all shows' }).click();
        },
      ],
      [
        'paused',
        async () => {
          await popup.getByRole('button', { name: 'Pause for an hour' }).click();
          await popup.getByRole('button', { name: 'Go on now' }).waitFor();
        },
      ],
    ])('has no fault that axe knows, %s', async (_, prepare) => {
      await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await prepare();
      await popup.evaluate(AXE);
      const violations = await popup.evaluate(async () => {
        const { axe } = globalThis as never as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      await send(popup, 'changeViewer', { pausedUntil: 0 });
      expect(violations).toEqual([]);
    });

    it('has targets of 24 px and more', async () => {
      await row('Heartstopper').click();
      await popup.getByRole('button', { name: 'See all shows' }).click();
      const small = await popup.evaluate(() =>
        [...document.querySelectorAll('button, select, label:has(input), a')]
          .map((element) => ({ text: element.textContent, ...element.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width > 1 && (width < 24 || height < 24)),
      );
      expect(small).toEqual([]);
    });
  });

  it('threw no error', () => {
    expect(complaints).toEqual([]);
  });
});

describe('the pictures of the toolbar button', () => {
  it('differ in their shapes, without any colour', async () => {
    popup = await openPopup();
    const shapes = await popup.evaluate(async () => {
      const grey = async (path: string) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        const context = new OffscreenCanvas(16, 16).getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 16, 16);
        context.drawImage(image, 0, 0, 16, 16);
        const { data } = context.getImageData(0, 0, 16, 16);
        // Dark or light, nothing between.
        return Array.from({ length: 256 }, (_, i) => 0.2126 * (data[4 * i] ?? 0) + 0.7152 * (data[4 * i + 1] ?? 0) + 0.0722 * (data[4 * i + 2] ?? 0) > 170);
      };
      return Promise.all(['/icons/16.png', '/icons/off/16.png', '/icons/paused/16.png'].map(grey));
    });
    await popup.close();
    const [on = [], off = [], paused = []] = shapes;
    const differing = (a: boolean[], b: boolean[]) => a.filter((light, i) => light !== b[i]).length;
    // An eighth of the picture.
    expect(differing(on, off)).toBeGreaterThan(32);
    expect(differing(off, paused)).toBeGreaterThan(32);
    expect(differing(on, paused)).toBeGreaterThan(20);
  });
});

// Last in this browser: the worker that the other tests talk to does not come back as the same one.
describe('the end of a pause', () => {
  it('is on the button although the background slept through it', async () => {
    popup = await openPopup();
    const before = await hiddenCount();
    await send(popup, 'changeViewer', { pausedUntil: Date.now() + 10_000 });
    const title = () =>
      popup.evaluate(() => (globalThis as never as { chrome: { action: { getTitle(of: object): Promise<string> } } }).chrome.action.getTitle({}));
    await expect.poll(title).toMatch(/paused/);
    const session = await popup.context().newCDPSession(popup);
    const states: string[] = [];
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => states.push(...versions.map((version) => version.runningStatus)));
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    // It may be woken at once by something else: that it slept is what counts.
    await expect.poll(() => states).toContain('stopped');
    expect(await title()).toMatch(/paused/);
    await expect.poll(title, { timeout: 20_000 }).toBe('Sofar');
    await expect.poll(() => states.at(-1)).toBe('running');
    await expect.poll(hiddenCount).toBe(before);
    await popup.close();
  });
});

describe('the popup in German', () => {
  it('speaks German, counts in German and says so to screen readers', async () => {
    const german = await openInLanguage('de');
    try {
      await trackShow(german, 'heartstopper', 'S1E8');
      const read = await german.context.newPage();
      await read.goto(server.url('/'));
      await expect.poll(async () => (await read.evaluate(readPainted)).hidden.length).toBeGreaterThan(0);
      const own = await tabId(german, read);
      const opened = await openPopup(own, german);
      await expect.poll(() => opened.getByRole('region', { name: 'Diese Seite' }).innerText()).toMatch(/\d+ Namen · \d+ verdeckt/);
      const text = await opened.locator('main').innerText();
      for (const words of ['Meine Serien', 'Serie hinzufügen', 'Wie viel verdecken', 'Eine Stunde Pause', 'Einstellungen']) expect(text).toContain(words);
      expect(await opened.evaluate(() => document.documentElement.lang)).toMatch(/^de\b/);
      await opened.setViewportSize({ width: 320, height: 600 });
      expect(await beside(opened)).toBeLessThanOrEqual(0);
      await opened.getByRole('button', { name: 'Eine Stunde Pause' }).click();
      await expect.poll(() => opened.locator('main').innerText()).toMatch(/Pausiert\. Sofar macht um \d\d:\d\d weiter, in (60|59) Minuten\./);
      await expect.poll(async () => (await readToolbar(german, own)).title).toMatch(/^Sofar – Pause bis \d\d:\d\d$/);
    } finally {
      await german.close();
    }
  });
});

it('is built from what is tested', () => {
  expect(JSON.parse(readFileSync(join(CHROME_BUILD, 'manifest.json'), 'utf8')).permissions).toEqual(['storage', 'contextMenus']);
});
