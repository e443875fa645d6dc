import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openChromium } from './browser/openChromium.ts';
import { pointAt } from './browser/pointAt.ts';
import { servePages } from './browser/servePages.ts';
import { trackShow } from './browser/trackShow.ts';
import { SCENE } from './pictures/scene.ts';
import { settingsPictures } from './pictures/settingsPictures.ts';

/** The pictures of pages in docs/pictures (scripts/pictures/popupPictures.ts has the popup's), taken from the built extension (`npm run build:chrome` first) on the demo article. */
const { out: OUT, article: DEMO, host: HOST, watched: WATCHED } = SCENE;
/** The article, and the narrowest window that Sofar must bear, in CSS pixels: a pixel of the pictures each. */
const ARTICLE = { width: 900, height: 1000 };
const NARROW = { width: 320, height: 640 };
/** What a card and a popover are shown with around them, in CSS pixels. */
const AROUND_CARD = { x: 90, y: 270, width: 720, height: 560 };
const AROUND_POPOVER = { x: 90, y: 440, width: 720, height: 360 };
/** A sentence of the article that is hidden. */
const HIDDEN = 'Mr Farouk and Mr Ajayi';
/** A card opens after 300 ms and fades in; the pointer rests that long. */
const REST_MS = 1200;

type Theme = 'light' | 'dark';

const server = await servePages((path) => (path === '/' ? readFileSync(DEMO) : undefined));
const browser = await openChromium({ args: [`--host-resolver-rules=MAP ${HOST} ${new URL(server.url('/')).host}`], viewport: ARTICLE });
const article = `http://${HOST}/`;

/** The article in a new tab of a size and theme. */
async function openPage(theme: Theme, size = ARTICLE): Promise<Page> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  await page.goto(article);
  await page.addStyleTag(NO_SCROLLBAR);
  return page;
}

/** Scrollbars are the system's and differ. */
const NO_SCROLLBAR = { content: 'html { scrollbar-width: none; }' };

async function save(page: Page, name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: `${OUT}${name}.png`, ...(clip && { clip }) });
  console.log(`docs/pictures/${name}.png`);
}

/** The article with its sentences hidden. */
async function openArticle(theme: Theme, size = ARTICLE): Promise<Page> {
  const page = await openPage(theme, size);
  await page.waitForFunction(() => [...CSS.highlights.values()].filter((highlight) => highlight.size > 0).length > 1);
  await page.waitForTimeout(REST_MS);
  return page;
}

async function restOn(page: Page, text: string, scroll = false): Promise<void> {
  const { x, y } = await pointAt(page, text, { scroll });
  await page.mouse.move(x, y, { steps: 4 });
  await page.waitForTimeout(REST_MS);
}

async function clickOn(page: Page, text: string, scroll = false): Promise<void> {
  const { x, y } = await pointAt(page, text, { scroll });
  await page.mouse.click(x, y);
  await page.waitForTimeout(REST_MS);
}

async function picturesIn(theme: Theme): Promise<void> {
  const page = await openArticle(theme);
  await restOn(page, 'Nick Nelson');
  if (theme === 'light') await save(page, 'page-after');
  await save(page, `card-${theme}`, AROUND_CARD);
  await page.keyboard.press('Escape');
  await clickOn(page, HIDDEN);
  await save(page, `reveal-${theme}`, AROUND_POPOVER);
  await page.close();
}

async function narrowPictures(): Promise<void> {
  const page = await openArticle('light', NARROW);
  await restOn(page, 'Nick Nelson', true);
  await save(page, 'card-320');
  await page.keyboard.press('Escape');
  await clickOn(page, HIDDEN, true);
  await save(page, 'reveal-320');
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const before = await openPage('light');
await save(before, 'page-before');
await before.close();
for (const [show, watched] of WATCHED) await trackShow(browser, show, watched);
await picturesIn('light');
await picturesIn('dark');
await narrowPictures();
await settingsPictures(browser, OUT);
await browser.close();
await server.close();
