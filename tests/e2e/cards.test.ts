import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pointAt } from '../../scripts/browser/pointAt.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { type Article, articles, pages, pathOf } from './support/articles.ts';
import { buttonAt, cardText, clickInOverlay, noticeText } from './support/overlay.ts';
import { hiddenCount, hiddenCountWhenRead, hiddenText, Person, painted } from './support/person.ts';
import { viewer } from './support/viewer.ts';

/** Somebody who plays in two shows of ours. */
const ACTORS =
  '<!doctype html><html lang="en"><head><title>Game of Thrones</title></head><body><h1>Game of Thrones</h1><p>Pedro Pascal is in it.</p></body></html>';

let person: Person;

beforeAll(async () => {
  person = await Person.open({ ...pages, '/actors': ACTORS });
});

afterAll(async () => {
  await person?.close();
});

describe('cards and popovers in Chromium', () => {
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

    it('changes progress on the card, which then tells what is known by then, and takes it back', async () => {
      const at = await pointAt(page, article.person);
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await expect.poll(() => cardText(page)).toContain('As of S1E8');
      const change = await buttonAt(page, 'As of S1E8');
      await page.mouse.move(change.x, change.y, { steps: 6 });
      // Longer than a card waits for the pointer: it is on the card all the time.
      await page.waitForTimeout(600);
      await page.mouse.click(change.x, change.y);
      await expect.poll(() => cardText(page)).toContain('Watched through');
      // Titles that tell something are not there to be chosen by.
      expect(await cardText(page)).toContain('S3E1 S3E2');
      await page.mouse.move(1, 1);
      await page.keyboard.type('S2E4');
      await expect.poll(() => noticeText(page)).toContain('Watched up to S2E4');
      await expect.poll(() => cardText(page)).toMatch(/S2E4 \D/);
      await expect.poll(() => hiddenText(page)).not.toBe('');
      await clickInOverlay(page, 'Undo');
      await expect.poll(() => noticeText(page)).toBe('');
      await expect.poll(async () => (await cardText(page)).split('Watched through')[0]).not.toMatch(/S2E/);
      await page.keyboard.press('Escape');
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
      await clickInOverlay(page, 'Show it');
      await expect.poll(() => hiddenText(page)).not.toContain(sentence);
    });

    it('raises progress by "I have seen this", and uncovers in every open tab', async () => {
      const other = await person.read(pathOf(article));
      const before = await hiddenCountWhenRead(other);
      const at = await pointAt(page, article.hiddenAtS1E8[1] ?? '');
      await page.mouse.click(at.x, at.y);
      await expect.poll(() => cardText(page)).toContain('Heartstopper, after S');
      await clickInOverlay(page, 'I have seen this');
      await expect.poll(() => hiddenCount(other)).toBeLessThan(before);
      await person.watch(popup, 'Heartstopper', 3, 8);
      await expect.poll(() => hiddenText(other)).toBe('');
      await expect.poll(() => hiddenText(page)).toBe('');
      await person.watch(popup, 'Heartstopper', 1, 8);
      await expect.poll(() => hiddenText(other)).not.toBe('');
      await other.close();
    });
  });

  it('has a card for an episode called by its title', async () => {
    const page = await person.read(pathOf(articles[0] as Article));
    await expect.poll(async () => (await painted(page)).named).toContain('Kiss');
    const at = await pointAt(page, 'Kiss”');
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await expect.poll(() => cardText(page)).toContain('S1E3');
    expect(await cardText(page)).toContain('Watched');
    await page.close();
  });

  it('leads from an actor to a show that is not tracked, tells its premise, and tracks it until that is taken back', async () => {
    await trackShow(person.browser, 'game-of-thrones', 'S2E10');
    const page = await person.read('/actors');
    await expect.poll(async () => (await painted(page)).named).toContain('Pedro Pascal');
    const at = await pointAt(page, 'Pedro Pascal');
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await expect.poll(() => cardText(page)).toContain('Also in Joel Miller The Last of Us');
    // His part in this show is not met yet.
    expect(await cardText(page)).not.toMatch(/Oberyn|Martell/);
    await clickInOverlay(page, 'Joel Miller');
    await expect.poll(() => cardText(page)).toContain('What it is about');
    expect(await cardText(page)).not.toContain('What you know so far');
    const tracked = async () => Object.keys((await viewer(person.browser.worker)).shows);
    await clickInOverlay(page, 'Track this show');
    await expect.poll(() => noticeText(page)).toContain('You now track The Last of Us');
    await expect.poll(tracked).toContain('the-last-of-us');
    await clickInOverlay(page, 'Undo');
    await expect.poll(tracked).not.toContain('the-last-of-us');
    await page.close();
  });

  it('logged no error', () => {
    expect(person.complaints).toEqual([]);
  });
});
