import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pointAt } from '../../scripts/browser/pointAt.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { buttonAt, cardText, inOverlay } from './support/overlay.ts';
import { hiddenText, Person, painted } from './support/person.ts';

const BESIDE = new URL('../pages/beside.html', import.meta.url).pathname;
/** Longer than a card waits for a pointer to come back. */
const LONG_MS = 700;

let person: Person;
let page: Page;
let finger: CDPSession;

beforeAll(async () => {
  person = await Person.open({ '/': readFileSync(BESIDE) }, { touch: true, viewport: { width: 400, height: 800 } });
  await trackShow(person.browser, 'heartstopper', 'S1E8');
});

afterAll(async () => {
  await person?.close();
});

beforeEach(async () => {
  page = await person.read('/');
  await expect.poll(() => hiddenText(page)).not.toBe('');
  finger = await page.context().newCDPSession(page);
});

afterEach(async () => {
  await page.close();
});

async function tap(text: string): Promise<void> {
  const { x, y } = await pointAt(page, text);
  await page.touchscreen.tap(x, y);
}

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
}

describe('by touch', () => {
  it('opens a card by a tap on a name, keeps it, and closes it by a tap beside it', async () => {
    await tap('Nick Nelson');
    await expect.poll(() => cardText(page)).toContain('Nick Nelson');
    await page.waitForTimeout(LONG_MS);
    expect(await cardText(page)).toContain('Nick Nelson');
    const more = await buttonAt(page, 'Show more');
    await page.touchscreen.tap(more.x, more.y);
    await page.waitForTimeout(LONG_MS);
    expect(await cardText(page)).toContain('Nick Nelson');
    const { top, bottom } = await inOverlay(page, function () {
      return (this.querySelector('.overlay') as Element).getBoundingClientRect().toJSON() as DOMRect;
    });
    await page.touchscreen.tap(3, top > 20 ? top - 10 : bottom + 10);
    await expect.poll(() => cardText(page)).toBe('');
  });

  it('tells who somebody is by the first tap on a link, and follows it by the second', async () => {
    await tap('Tao Xu');
    await expect.poll(() => cardText(page)).toContain('Tao Xu');
    expect(page.url()).not.toContain('#followed');
    await tap('Tao Xu');
    await expect.poll(() => page.url()).toContain('#followed');
    await expect.poll(() => cardText(page)).toBe('');
  });

  it('opens nothing for a finger that scrolls, and nothing for one that rests', async () => {
    const at = await pointAt(page, 'Nick Nelson');
    await touch('touchStart', at);
    for (let step = 1; step <= 10; step++) await touch('touchMove', { x: at.x, y: at.y - step * 15 });
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.waitForTimeout(LONG_MS);
    expect(await cardText(page)).toBe('');

    const again = await pointAt(page, 'Nick Nelson');
    await touch('touchStart', again);
    await page.waitForTimeout(1500);
    await touch('touchEnd');
    // The test protocol does not make a menu of it: that it would come is what the event tells.
    expect(
      await page.evaluate(({ x, y }) => {
        const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y });
        return document.elementFromPoint(x, y)?.dispatchEvent(menu);
      }, again),
    ).toBe(true);
    await page.waitForTimeout(LONG_MS);
    expect(await cardText(page)).toBe('');
  });

  it('offers what can be done with a hidden sentence', async () => {
    await tap('In season 3 Imogen');
    await expect.poll(() => cardText(page)).toContain('Heartstopper, after S3');
    const show = await buttonAt(page, 'Show it');
    await page.touchscreen.tap(show.x, show.y);
    await expect.poll(async () => (await painted(page)).shown.length).toBe(1);
    expect(person.complaints).toEqual([]);
  });
});
