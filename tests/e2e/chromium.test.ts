import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { tabId } from '../../scripts/browser/tabId.ts';
import { type Article, articles } from './support/articles.ts';
import { readPainted } from './support/painted.ts';

let browser: OpenedChromium;
let server: Awaited<ReturnType<typeof servePages>>;
const complaints: string[] = [];
const outside: string[] = [];

beforeAll(async () => {
  server = await servePages((path) => articles[Number(path.slice(1))]?.html);
  browser = await openChromium();
  browser.context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openPopup(tab?: Page): Promise<Page> {
  const id = tab && (await tabId(browser, tab));
  const popup = await browser.context.newPage();
  popup.on('pageerror', (error) => complaints.push(`popup: ${error.message}`));
  await popup.goto(browser.extensionUrl(`popup.html${id === undefined ? '' : `?tab=${id}`}`));
  await popup.getByRole('heading', { name: 'Sofar' }).waitFor();
  return popup;
}

/** Sets progress as a person would: through the popup's search and pickers. */
async function watch(popup: Page, show: string, season: number, episode: number): Promise<void> {
  const mine = popup.getByRole('region', { name: 'My shows' });
  if (!(await mine.getByRole('button', { name: new RegExp(`^${show}(?!:)`) }).count())) {
    await popup.getByRole('searchbox').fill(show.slice(0, 5).toLowerCase());
    await popup
      .getByRole('region', { name: 'Add a show' })
      .getByRole('button', { name: new RegExp(show) })
      .click();
  } else if (!(await popup.getByRole('combobox', { name: 'Season' }).count())) {
    await mine.getByRole('button', { name: new RegExp(`^${show}(?!:)`) }).click();
  }
  await popup.getByRole('combobox', { name: 'Season' }).selectOption(String(season));
  if (season === 0) return;
  await popup.getByRole('combobox', { name: 'Episode' }).selectOption(String(episode));
  const reached = new RegExp(`S${season}E${episode}\\b|Finished`);
  await until(async () => reached.test(await popup.locator('.show-toggle').innerText()));
}

/** Waits for something outside a test, where `expect.poll` cannot. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${holds}`);
}

const painted = (page: Page) => page.evaluate(readPainted);
const hiddenText = async (page: Page) => (await painted(page)).hidden.join('\n');

async function openArticle(article: Article): Promise<Page> {
  const page = await browser.context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url(`/${articles.indexOf(article)}`));
  return page;
}

/** Where a text stands on the screen. */
async function pointAt(page: Page, text: string): Promise<{ x: number; y: number }> {
  const rect = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + Math.min(wanted.length, 8));
      (node.parentElement as Element).scrollIntoView({ block: 'center' });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, text);
  if (!rect) throw new Error(`the page has no text "${text}"`);
  return rect;
}

describe('the way through in Chromium', () => {
  it('installs, seeds every shipped show and lists them', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: /Heartstopper/ }).waitFor();
    const stored = await browser.worker.evaluate(async () => {
      const open = indexedDB.open('sofar');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const count = (store: string) =>
        new Promise<number>((resolve) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => resolve(request.result);
        });
      return { shows: await count('shows'), chapters: await count('chapters') };
    });
    const listed = await popup.getByRole('region', { name: 'Add a show' }).getByRole('listitem').count();
    expect(stored.shows).toBe(listed);
    expect(stored.chapters).toBeGreaterThan(stored.shows * 15);
    await popup.close();
  });

  describe.each(articles)('on $name', (article) => {
    let page: Page;
    let popup: Page;

    beforeAll(async () => {
      popup = await openPopup();
      await watch(popup, 'Heartstopper', 1, 8);
      page = await openArticle(article);
      await until(async () => (await hiddenText(page)) !== '');
    });

    afterAll(async () => {
      await page.close();
      await popup.close();
    });

    beforeEach(async () => {
      await page.bringToFront();
    });

    it('hides what lies beyond S1E8 and shows what does not', async () => {
      const hidden = await hiddenText(page);
      for (const text of article.hiddenAtS1E8) expect(hidden).toContain(text);
      for (const text of article.shownAtS1E8) expect(hidden).not.toContain(text);
      expect((await painted(page)).unread).toEqual([]);
    });

    it('underlines those who are known, and nobody not yet met', async () => {
      const { named } = await painted(page);
      expect(named).toContain(article.person);
      expect(named).not.toContain(article.unmet);
    });

    it('leaves the DOM of the page as it was, but for one host under the root', async () => {
      await page.mouse.move(1, 1);
      const { own, children } = await page.evaluate(() => ({
        own: document.body.outerHTML + document.head.outerHTML,
        children: document.documentElement.children.length,
      }));
      const plain = await page.evaluate(async () => {
        const parsed = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        return parsed.body.outerHTML + parsed.head.outerHTML;
      });
      expect(own).toBe(plain);
      expect(children).toBeLessThanOrEqual(3);
    });

    it('opens a card as of S1E8 on a name, and closes it with Esc', async () => {
      const at = await pointAt(page, article.person);
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await page.waitForTimeout(250);
      expect(await cardText(page)).toBe('');
      await expect.poll(() => cardText(page)).toContain(article.person);
      const text = await cardText(page);
      expect(text).toContain('As of S1E8');
      expect(text).not.toMatch(/S2E|S3E|Paris|David/);
      await page.keyboard.press('Escape');
      await expect.poll(() => cardText(page)).toBe('');
      await page.mouse.move(1, 1);
    });

    it('has cards for actors too', async () => {
      const at = await pointAt(page, 'Kit Connor');
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await expect.poll(() => cardText(page)).toContain('Kit Connor');
      expect(await cardText(page)).toContain('Nick Nelson');
      await page.keyboard.press('Escape');
      await page.mouse.move(1, 1);
    });

    it('steps through names and hidden sentences with the keyboard', async () => {
      await page.keyboard.press('Alt+Shift+KeyS');
      await expect.poll(() => cardText(page)).not.toBe('');
      const first = await cardText(page);
      await page.keyboard.press('Alt+Shift+KeyS');
      await expect.poll(() => cardText(page)).not.toBe(first);
      await page.keyboard.press('Escape');
      await expect.poll(() => cardText(page)).toBe('');
    });

    it('offers to show a hidden sentence, and shows it', async () => {
      const [sentence = ''] = article.hiddenAtS1E8;
      const at = await pointAt(page, sentence);
      await page.mouse.click(at.x, at.y);
      await expect.poll(() => cardText(page)).toContain('Heartstopper, after S');
      await clickInCard(page, 'Show it');
      await expect.poll(() => hiddenText(page)).not.toContain(sentence);
    });

    it('raises progress by "I have seen this", and uncovers in every open tab', async () => {
      const other = await openArticle(article);
      await expect.poll(() => hiddenText(other)).not.toBe('');
      const before = (await painted(other)).hidden.length;
      const at = await pointAt(page, article.hiddenAtS1E8[1] ?? '');
      await page.mouse.click(at.x, at.y);
      await expect.poll(() => cardText(page)).toContain('Heartstopper, after S');
      await clickInCard(page, 'I have seen this');
      await expect.poll(async () => (await painted(other)).hidden.length).toBeLessThan(before);
      await watch(popup, 'Heartstopper', 3, 8);
      await expect.poll(() => hiddenText(other)).toBe('');
      await expect.poll(() => hiddenText(page)).toBe('');
      await watch(popup, 'Heartstopper', 1, 8);
      await expect.poll(() => hiddenText(other)).not.toBe('');
      await other.close();
    });

    it('takes every trace from the page when it is off: here, for the show, altogether', async () => {
      const own = await openPopup(page);
      const traces = () =>
        page.evaluate(() => ({
          highlights: CSS.highlights.size,
          sheets: document.adoptedStyleSheets.length,
          children: document.documentElement.children.length,
        }));
      const clean = { highlights: 0, sheets: 0, children: 2 };
      for (const [off, on] of [
        [() => own.getByRole('switch', { name: /On this site/ }).click(), () => own.getByRole('switch', { name: /On this site/ }).click()],
        [() => own.getByRole('switch', { name: 'Sofar' }).click(), () => own.getByRole('switch', { name: 'Sofar' }).click()],
      ] as const) {
        await off();
        await expect.poll(traces).toEqual(clean);
        await on();
        await expect.poll(() => hiddenText(page)).not.toBe('');
      }
      await own.getByRole('button', { name: /^Heartstopper(?!:)/ }).click();
      await own.getByRole('switch', { name: /Hide what lies ahead/ }).click();
      await expect.poll(traces).toEqual(clean);
      await own.getByRole('switch', { name: /Hide what lies ahead/ }).click();
      await expect.poll(() => hiddenText(page)).not.toBe('');
      await own.close();
    });

    it('counts on the badge and in the popup, and shows all from there', async () => {
      const count = (await painted(page)).hidden.length;
      const own = await openPopup(page);
      await expect.poll(() => own.getByRole('region', { name: 'This page' }).innerText()).toContain(`${count} hidden`);
      const tab = await tabId(browser, page);
      await expect
        .poll(() =>
          browser.worker.evaluate(
            (id) => (globalThis as never as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }).chrome.action.getBadgeText({ tabId: id }),
            tab,
          ),
        )
        .toBe(String(count));
      await own.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => hiddenText(page)).toBe('');
      await own.getByRole('button', { name: 'Hide again' }).click();
      await expect.poll(async () => (await painted(page)).hidden.length).toBe(count);
      await own.close();
    });
  });

  it('has a card for an episode called by its title', async () => {
    const page = await openArticle(articles[0] as Article);
    await expect.poll(async () => (await painted(page)).named).toContain('Kiss');
    const at = await pointAt(page, 'Kiss”');
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await expect.poll(() => cardText(page)).toContain('S1E3');
    expect(await cardText(page)).toContain('Watched');
    await page.close();
  });

  it('asked nothing of the network and logged no error', () => {
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/**
 * The card stands in a closed shadow root, which no page can look into; the browser's own accessibility tree can.
 */
async function cardText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  interface Node {
    nodeName: string;
    nodeValue: string;
    children?: Node[];
    shadowRoots?: (Node & { shadowRootType?: string })[];
  }
  const textOf = (node: Node): string => (node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(textOf).join(' '));
  const closed: string[] = [];
  const walk = (node: Node & { shadowRootType?: string }) => {
    for (const shadow of node.shadowRoots ?? []) if (shadow.shadowRootType === 'closed') closed.push(textOf(shadow));
    for (const child of node.children ?? []) walk(child);
  };
  walk(root as Node);
  return closed.join(' ').replace(/\s+/g, ' ').trim();
}

/** Clicks a button in the closed shadow root, found through the accessibility tree. */
async function clickInCard(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: 1 });
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId: root.nodeId, accessibleName: name, role: 'button' });
  const backendNodeId = nodes[0]?.backendDOMNodeId;
  if (!backendNodeId) throw new Error(`the card has no button "${name}"`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  await session.detach();
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content;
  await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
}
