import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openChromium } from './browser/openChromium.ts';
import { servePages } from './browser/servePages.ts';
import { trackShow } from './browser/trackShow.ts';
import { settingsPictures } from './pictures/settingsPictures.ts';

/** The pictures of pages in docs/pictures (scripts/pictures/popupPictures.ts has the popup's), taken from the built extension (`npm run build:chrome` first) on the demo article. */
const OUT = new URL('../docs/pictures/', import.meta.url).pathname;
const DEMO = new URL('../tests/pages/demo.html', import.meta.url).pathname;

/** A name that says more than an address on the loopback interface: the popup shows it. */
const HOST = 'magazine.example';
/** Tracked in this order: the popup lists the last one first. */
const WATCHED = [
  ['game-of-thrones', 'S8E6'],
  ['severance', 'S1E4'],
  ['heartstopper', 'S1E8'],
] as const;
/** The article, in CSS pixels: a pixel of the pictures each. */
const ARTICLE = { width: 900, height: 1000 };
/** What a card and a popover are shown with around them, in CSS pixels. */
const AROUND_CARD = { x: 90, y: 270, width: 720, height: 560 };
const AROUND_POPOVER = { x: 90, y: 440, width: 720, height: 360 };
/** A card opens after 300 ms and fades in; the pointer rests that long. */
const REST_MS = 1200;

type Theme = 'light' | 'dark';
type Point = { x: number; y: number };

const server = await servePages((path) => (path === '/' ? readFileSync(DEMO) : undefined));
const browser = await openChromium({ args: [`--host-resolver-rules=MAP ${HOST} ${new URL(server.url('/')).host}`], viewport: ARTICLE });
const article = `http://${HOST}/`;

/** A new tab of a size and theme. */
async function openPage(url: string, theme: Theme, width: number, height: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.goto(url);
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
async function openArticle(theme: Theme): Promise<Page> {
  const page = await openPage(article, theme, ARTICLE.width, ARTICLE.height);
  await page.addStyleTag(NO_SCROLLBAR);
  await page.waitForFunction(() => [...CSS.highlights.values()].filter((highlight) => highlight.size > 0).length > 1);
  await page.waitForTimeout(REST_MS);
  return page;
}

/** The middle of a text's first letters on the screen, in CSS pixels. */
async function pointAt(page: Page, text: string): Promise<Point> {
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + Math.min(wanted.length, 12));
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, text);
  if (!point) throw new Error(`the article has no text "${text}"`);
  return point;
}

async function restOn(page: Page, text: string): Promise<void> {
  const { x, y } = await pointAt(page, text);
  await page.mouse.move(x, y, { steps: 4 });
  await page.waitForTimeout(REST_MS);
}

async function picturesIn(theme: Theme): Promise<void> {
  const page = await openArticle(theme);
  await restOn(page, 'Nick Nelson');
  if (theme === 'light') await save(page, 'page-after');
  await save(page, `card-${theme}`, AROUND_CARD);
  await page.keyboard.press('Escape');
  const { x, y } = await pointAt(page, 'Mr Farouk and Mr Ajayi');
  await page.mouse.click(x, y);
  await page.waitForTimeout(REST_MS);
  await save(page, `reveal-${theme}`, AROUND_POPOVER);
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const before = await openPage(article, 'light', ARTICLE.width, ARTICLE.height);
await before.addStyleTag(NO_SCROLLBAR);
await save(before, 'page-before');
await before.close();
for (const [show, watched] of WATCHED) await trackShow(browser, show, watched);
await picturesIn('light');
await picturesIn('dark');
await settingsPictures(browser, OUT);
await browser.close();
await server.close();
