import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openChromium } from '../browser/openChromium.ts';
import { servePages } from '../browser/servePages.ts';
import { tabId } from '../browser/tabId.ts';
import { trackShow } from '../browser/trackShow.ts';
import { SCENE } from './scene.ts';

/** The popup's pictures in docs/pictures, taken from the built extension (`npm run build:chrome` first) on the demo article. */
const { out: OUT, article: DEMO, host: HOST, watched: WATCHED } = SCENE;
/** The popup as browsers open it, and the narrowest that it must bear, in CSS pixels. */
const WIDTH = 360;
const NARROW_WIDTH = 320;
/** As tall as Chrome lets a popup be, in CSS pixels. */
const HEIGHT = 600;

type Theme = 'light' | 'dark';

const server = await servePages((path) => (path === '/' ? readFileSync(DEMO) : undefined));
const browser = await openChromium({ args: [`--host-resolver-rules=MAP ${HOST} ${new URL(server.url('/')).host}`] });

/** Takes a picture of the popup, as tall as its content, after what is done to it. */
async function picture(name: string, tab: number | undefined, theme: Theme, width: number, prepare?: (popup: Page) => Promise<void>): Promise<void> {
  const popup = await browser.context.newPage();
  await popup.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await popup.setViewportSize({ width, height: HEIGHT });
  await popup.goto(browser.extensionUrl(`popup.html${tab === undefined ? '' : `?tab=${tab}`}`));
  await popup.getByRole('heading', { name: 'This page' }).waitFor();
  await popup.addStyleTag({ content: 'html { scrollbar-width: none; }' });
  await prepare?.(popup);
  const height = await popup.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await popup.setViewportSize({ width, height });
  await popup.screenshot({ path: `${OUT}${name}.png` });
  console.log(`docs/pictures/${name}.png`);
  await popup.close();
}

/** A tab behind another is read in its own time: so long without a change, and it is read. */
const SETTLED_MS = 1500;

/** Waits until the popup's counts stand still. */
async function settled(popup: Page): Promise<void> {
  for (let before: string | null = null; ; ) {
    const now = await popup.locator('main').textContent();
    if (now === before) return;
    before = now;
    await popup.waitForTimeout(SETTLED_MS);
  }
}

mkdirSync(OUT, { recursive: true });
const article = await browser.context.newPage();
await article.goto(`http://${HOST}/`);
const tab = await tabId(browser, article);
await picture('popup-first', tab, 'light', WIDTH);
for (const [show, watched] of WATCHED) await trackShow(browser, show, watched);
const counted = async (popup: Page) => {
  await popup.getByRole('button', { name: 'Show all' }).waitFor();
  await settled(popup);
};
await picture('popup-light', tab, 'light', WIDTH, counted);
await picture('popup-dark', tab, 'dark', WIDTH, counted);
await picture('popup-320', tab, 'light', NARROW_WIDTH, counted);
await picture('popup-undo', tab, 'light', WIDTH, async (popup) => {
  await counted(popup);
  await popup.getByRole('button', { name: /^Severance(?!:)/ }).click();
  await popup.getByRole('button', { name: 'Watched S1E5' }).click();
  await popup.getByRole('button', { name: 'Undo' }).waitFor();
});
await picture('popup-paused', tab, 'dark', WIDTH, async (popup) => {
  await popup.getByRole('button', { name: 'Pause for an hour' }).click();
  await popup.getByRole('button', { name: 'Go on now' }).waitFor();
});
await browser.close();
await server.close();
