import type { CDPSession } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import type { OpenedFirefox } from '../../scripts/browser/openFirefox.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { FIRST_READ, PHRASES, serveExposurePages } from './support/exposurePages.ts';
import type { Exposure } from './support/exposureSampler.ts';
import { openTrackingFirefox } from './support/firefoxCases.ts';

/** In how many frames could a sentence be read that ends up hidden? In none. */
let server: Awaited<ReturnType<typeof serveExposurePages>>;

beforeAll(async () => {
  server = await serveExposurePages();
});

afterAll(async () => {
  await server?.close();
});

const PATIENCE = { timeout: 15_000, interval: 100 };
const readExposure = () => (globalThis as never as { exposure: Exposure }).exposure;

/** Waits until all phrases are hidden, and says in which frames they were not. */
async function expectNone(read: () => Promise<Exposure | undefined>): Promise<void> {
  await expect.poll(async () => (await read())?.hidden.toSorted(), PATIENCE).toEqual(PHRASES.toSorted());
  const exposure = (await read()) as Exposure;
  console.log(`${expect.getState().currentTestName}: readable in ${new Set(exposure.readable.map(({ at }) => at)).size} of ${exposure.frames} frames`);
  expect(exposure.frames).toBeGreaterThan(1);
  expect(exposure.readable).toEqual([]);
}

describe('exposure in Chromium', () => {
  let browser: OpenedChromium;
  beforeAll(async () => {
    browser = await openChromium();
    await trackShow(browser, 'heartstopper', 'S1E8');
  });
  afterAll(() => browser?.close());

  const open = async (path: string) => {
    const page = await browser.context.newPage();
    await page.goto(server.url(path), { waitUntil: 'commit' });
    return page;
  };

  it.each(['/whole', '/pieces', '/paragraphs', '/early', '/late', '/client'])('%s', async (path) => {
    const page = await open(path);
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });

  it('leaves what was decided as it is while the rest of a page comes', async () => {
    const page = await open('/growing');
    await page.waitForLoadState();
    const isRead = () => page.evaluate(() => CSS.highlights.get('hl-c')?.size === 0);
    await expect.poll(isRead, PATIENCE).toBe(true);
    const { readable, lost, frames } = await page.evaluate(readExposure);
    console.log(`${expect.getState().currentTestName}: covered again in ${lost} of ${frames} frames`);
    expect(readable.map(({ phrase }) => phrase)).toContain(FIRST_READ);
    expect(lost).toBe(0);
    await page.close();
  });

  it('on reload, back and forward', async () => {
    const page = await open('/whole');
    await page.waitForLoadState();
    await page.reload({ waitUntil: 'commit' });
    await expectNone(() => page.evaluate(readExposure));
    await page.goto(server.url('/other'), { waitUntil: 'load' });
    await page.goBack({ waitUntil: 'commit' });
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });

  it('in a tab in the background, and when it comes to the front', async () => {
    const opened = browser.context.waitForEvent('page');
    await browser.worker.evaluate(
      (url) => (globalThis as never as { chrome: { tabs: { create(of: object): Promise<unknown> } } }).chrome.tabs.create({ url, active: false }),
      server.url('/pieces'),
    );
    const page = await opened;
    await page.waitForLoadState();
    await page.bringToFront();
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });

  it.each(['/loud', '/long'])('by the pixels of what is drawn: %s', async (path) => {
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    const frames: string[] = [];
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(data);
      void session.send('Page.screencastFrameAck', { sessionId });
    });
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    await page.goto(server.url(path));
    if (path === '/long') await page.waitForSelector('[data-done]', { state: 'attached' });
    await page.waitForTimeout(300);
    await session.send('Page.stopScreencast');
    expect(frames.length).toBeGreaterThan(3);
    const loud = await page.evaluate(countLoud, frames);
    console.log(`exposure by pixels: red in ${loud.filter(({ red }) => red > 0).length} of ${frames.length} drawn frames`);
    expect(loud.at(-1)?.green).toBeGreaterThan(20);
    expect(loud.filter(({ red }) => red > 0)).toEqual([]);
    await page.close();
  });

  it('with the service worker stopped', async () => {
    const popup = await browser.context.newPage();
    await popup.goto(browser.extensionUrl('popup.html'));
    const session = await popup.context().newCDPSession(popup);
    await stopWorkers(session);
    await popup.close();
    const page = await open('/pieces');
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });
});

/** Stops the extension's service worker, and waits until the browser says so. */
async function stopWorkers(session: CDPSession): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
}

/** Runs in a page: how many pixels of each picture are plainly red, and green. */
async function countLoud(pictures: string[]): Promise<{ red: number; green: number }[]> {
  const counts: { red: number; green: number }[] = [];
  for (const picture of pictures) {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const count = { red: 0, green: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      // Letters are thin: their edges are mixed with the white around them.
      if (red - green > 120 && red - blue > 120) count.red++;
      if (green - red > 120 && green - blue > 120) count.green++;
    }
    counts.push(count);
  }
  return counts;
}

describe('exposure in Firefox', () => {
  let firefox: OpenedFirefox;
  beforeAll(async () => {
    firefox = await openTrackingFirefox('heartstopper', 'S1E8');
  });
  afterAll(() => firefox?.close());

  const open = async (path: string): Promise<FirefoxPage> => {
    const page = await firefox.browser.newPage();
    await page.goto(server.url(path));
    return page;
  };

  it.each(['/whole', '/pieces', '/paragraphs', '/early', '/late', '/client'])('%s', async (path) => {
    const page = await open(path);
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });

  it('on reload, and on going back to a page that the browser has kept', async () => {
    const page = await open('/whole');
    await page.reload();
    await expectNone(() => page.evaluate(readExposure));
    await page.goto(server.url('/other'));
    // A kept page does not load again, so there is no load to wait for.
    await page.evaluate(() => history.back());
    await expectNone(() => page.evaluate(readExposure));
    await page.close();
  });
});
