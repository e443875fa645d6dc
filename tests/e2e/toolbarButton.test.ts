import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tabId } from '../../scripts/browser/tabId.ts';
import { send } from '../../scripts/browser/trackShow.ts';
import { demo } from './support/articles.ts';
import { openPopup } from './support/openPopup.ts';
import { hiddenCount, hiddenCountWhenRead, Person } from './support/person.ts';
import { readToolbar } from './support/toolbar.ts';
import { trackTwoShows } from './support/trackTwoShows.ts';

let person: Person;
let page: Page;
let tab: number;
let popup: Page;

beforeAll(async () => {
  person = await Person.open({ '/': demo.html });
  page = await person.read('/');
  tab = await tabId(person.browser, page);
  await trackTwoShows(person.browser, page);
});

afterAll(() => person?.close());

beforeEach(async () => {
  popup = await openPopup(person.browser, tab, person.complaints);
});
afterEach(() => popup.close());

describe('the pictures of the toolbar button', () => {
  it('differ in their shapes, without any colour', async () => {
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
    const [on = [], off = [], paused = []] = shapes;
    const differing = (a: boolean[], b: boolean[]) => a.filter((light, i) => light !== b[i]).length;
    // An eighth of the picture.
    expect(differing(on, off)).toBeGreaterThan(32);
    expect(differing(off, paused)).toBeGreaterThan(32);
    expect(differing(on, paused)).toBeGreaterThan(20);
  });
});

describe('the end of a pause', () => {
  it('is taken up in the page, in the popup and on the button', async () => {
    const before = await hiddenCountWhenRead(page);
    await send(popup, 'changeViewer', { pausedUntil: Date.now() + 8000 });
    await expect.poll(() => hiddenCount(page)).toBe(0);
    await expect.poll(async () => (await readToolbar(person.browser, tab)).title).toMatch(/paused/);
    await expect.poll(() => hiddenCount(page), { timeout: 20_000 }).toBe(before);
    await expect.poll(() => popup.getByRole('region', { name: 'This page' }).innerText()).toContain(`${before} hidden`);
    await expect.poll(() => readToolbar(person.browser, tab)).toEqual({ text: String(before), title: `Sofar – ${before} hidden on this page` });
    expect((await readToolbar(person.browser)).title).toBe('Sofar');
  });

  // Last in this browser: the worker that the other tests talk to does not come back as the same one.
  it('is on the button although the background slept through it', async () => {
    const before = await hiddenCountWhenRead(page);
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
    await expect.poll(() => hiddenCount(page)).toBe(before);
  });
});

it('threw no error', () => {
  expect(person.complaints).toEqual([]);
});
