import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROME_BUILD } from '../../scripts/browser/openChromium.ts';
import { tabId } from '../../scripts/browser/tabId.ts';
import { articles, pages, pathOf } from './support/articles.ts';
import { hiddenCount, hiddenText, Person, painted } from './support/person.ts';
import { showRow } from './support/showRow.ts';

let person: Person;

beforeAll(async () => {
  person = await Person.open(pages);
});

afterAll(async () => {
  await person?.close();
});

describe('the way through in Chromium', () => {
  it('installs, seeds every shipped show and lists them', async () => {
    const popup = await person.openPopup();
    await popup.getByRole('button', { name: /Heartstopper/ }).waitFor();
    const stored = await person.browser.worker.evaluate(async () => {
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
      ({ page, popup } = await person.readAfterSeason1(pathOf(article)));
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

    it('takes every trace from the page when it is off: here, for the show, altogether', async () => {
      const own = await person.openPopup(page);
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
      await showRow(own, 'Heartstopper').click();
      await own.getByRole('switch', { name: /Hide what lies ahead/ }).click();
      await expect.poll(traces).toEqual(clean);
      await own.getByRole('switch', { name: /Hide what lies ahead/ }).click();
      await expect.poll(() => hiddenText(page)).not.toBe('');
      await own.close();
    });

    it('counts on the badge and in the popup, and shows all from there', async () => {
      const count = await hiddenCount(page);
      const own = await person.openPopup(page);
      await expect.poll(() => own.getByRole('region', { name: 'This page' }).innerText()).toContain(`${count} hidden`);
      const tab = await tabId(person.browser, page);
      await expect
        .poll(() =>
          person.browser.worker.evaluate(
            (id) => (globalThis as never as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }).chrome.action.getBadgeText({ tabId: id }),
            tab,
          ),
        )
        .toBe(String(count));
      await own.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => hiddenText(page)).toBe('');
      await own.getByRole('button', { name: 'Hide again' }).click();
      await expect.poll(() => hiddenCount(page)).toBe(count);
      await own.close();
    });
  });

  it('asked nothing of the network and logged no error', () => {
    expect(person.outside).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});

it('is built from what is tested', () => {
  expect(JSON.parse(readFileSync(join(CHROME_BUILD, 'manifest.json'), 'utf8')).permissions).toEqual(['storage', 'contextMenus']);
});
