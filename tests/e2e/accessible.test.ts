import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointAt } from '../../scripts/browser/pointAt.ts';
import { send, trackShow } from '../../scripts/browser/trackShow.ts';
import { cardText, clickInOverlay, inOverlay, noticeText } from './support/overlay.ts';
import { hiddenText, Person } from './support/person.ts';
import { type AxeGlobal, violations } from './support/violations.ts';

const DEMO = new URL('../pages/demo.html', import.meta.url).pathname;
const BESIDE = new URL('../pages/beside.html', import.meta.url).pathname;

let person: Person;

beforeAll(async () => {
  person = await Person.open({ '/': readFileSync(DEMO), '/beside': readFileSync(BESIDE) });
  await trackShow(person.browser, 'heartstopper', 'S1E8');
});

afterAll(async () => {
  await person?.close();
});

/** What axe has against the overlay as it stands in the page: its closed shadow root is opened to it for so long. */
const problems = (page: Page) =>
  violations(page, () =>
    inOverlay(page, async function () {
      const { host } = this;
      Object.defineProperty(host, 'shadowRoot', { configurable: true, get: () => this });
      const { axe } = globalThis as never as AxeGlobal;
      const found = await axe.run(host, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      delete (host as { shadowRoot?: unknown }).shadowRoot;
      if (found.passes.length < 5) throw new Error('axe saw nothing of the overlay');
      return { violations: found.violations };
    }),
  );

async function open(scheme: 'light' | 'dark', width: number, path = '/'): Promise<Page> {
  const page = await person.read(path);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 640 });
  await expect.poll(() => hiddenText(page)).not.toBe('');
  return page;
}

describe.each([
  ['light', 1000],
  ['dark', 1000],
  ['light', 320],
] as const)('in %s, %i px wide', (scheme, width) => {
  it('axe has nothing against card, picker, notice and popover', async () => {
    const page = await open(scheme, width);
    const name = await pointAt(page, 'Elle Argent');
    await page.mouse.move(name.x, name.y, { steps: 3 });
    await expect.poll(() => cardText(page)).toContain('As of S1E8');
    expect(await problems(page)).toEqual([]);
    await clickInOverlay(page, 'As of');
    await expect.poll(() => cardText(page)).toContain('Watched through');
    expect(await problems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const hidden = await pointAt(page, 'Imogen kisses');
    await page.mouse.click(hidden.x, hidden.y);
    await expect.poll(() => cardText(page)).toContain('Show it');
    expect(await problems(page)).toEqual([]);
    await clickInOverlay(page, 'Not a spoiler');
    await expect.poll(() => noticeText(page)).toContain('Undo');
    expect(await problems(page)).toEqual([]);
    await clickInOverlay(page, 'Undo');
    await page.close();
  });

  it('all stays on the screen, and off the line it belongs to', async () => {
    const page = await open(scheme, width);
    const name = await pointAt(page, 'Elle Argent');
    await page.mouse.move(name.x, name.y, { steps: 3 });
    await expect.poll(() => cardText(page)).toContain('As of S1E8');
    const box = await boxOf(page);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(640);
    expect(box.bottom <= name.y || box.top >= name.y).toBe(true);
    // It goes along when the page is scrolled.
    await page.evaluate(() => scrollBy(0, 40));
    await expect.poll(async () => Math.round((await boxOf(page)).bottom)).not.toBe(Math.round(box.bottom));
    await page.close();
  });
});

describe('in a page that reads from the right', () => {
  it('stands at the right edge of the name', async () => {
    const page = await open('light', 1000, '/beside');
    const name = await pointAt(page, 'Elle Argent');
    await page.mouse.move(name.x, name.y, { steps: 3 });
    await expect.poll(() => cardText(page)).not.toBe('');
    const right = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#rtl') as Element);
      return range.getBoundingClientRect().right;
    });
    expect(Math.abs((await boxOf(page)).right - right)).toBeLessThan(24);
    await page.close();
  });
});

describe('in a high contrast mode', () => {
  /** How much of a line on the screen is dark, of 1: the page is black on white there. */
  async function inkOf(page: Page, text: string): Promise<number> {
    const { x, y } = await pointAt(page, text);
    const clip = { x: x - 20, y: y - 12, width: 300, height: 24 };
    const picture = (await page.screenshot({ clip })).toString('base64');
    return page.evaluate(async (data) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] as number) + (pixels[i + 1] as number) + (pixels[i + 2] as number) < 384) dark++;
      return dark / (pixels.length / 4);
    }, picture);
  }

  it.each(['blur', 'bar', 'dots'] as const)('hides text by %s all the same', async (style) => {
    const popup = await person.openPopup();
    await send(popup, 'changeViewer', { look: { style, strength: 2 } });
    await popup.close();
    const page = await open('light', 1000, '/beside');
    await page.emulateMedia({ forcedColors: 'active' });
    const sentence = 'Charlie tells Nick that he loves';
    expect(await inkOf(page, 'Few others are as kind')).toBeGreaterThan(0.02);
    expect(await inkOf(page, sentence)).toBeLessThan(0.005);
    await page.keyboard.press('Alt+Shift+KeyR');
    await expect.poll(() => inkOf(page, sentence)).toBeGreaterThan(0.02);
    await page.close();
  });
});

const boxOf = (page: Page) =>
  inOverlay(page, function () {
    const { left, right, top, bottom } = (this.querySelector('.overlay') as Element).getBoundingClientRect();
    return { left, right, top, bottom };
  });
