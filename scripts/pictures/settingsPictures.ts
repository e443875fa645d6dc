import type { Page } from 'playwright-core';
import type { OpenedChromium } from '../browser/openChromium.ts';
import { send } from '../browser/trackShow.ts';

/** A window of the usual size, and the narrowest that the pages must bear, in CSS pixels. */
const WIDTH = 1000;
const NARROW_WIDTH = 320;
/** The pages' own height comes after they are laid out; no picture is lower than this. */
const LEAST_HEIGHT = 480;
const SECTIONS = ['shows', 'hiding', 'sites', 'corrections', 'data', 'privacy', 'about'] as const;

/** Sentences of our own about what happens: the list of corrections has one of each kind. */
const CORRECTIONS = [
  {
    kind: 'show',
    show: 'heartstopper',
    text: 'Charlie and Nick sit next to each other in form.',
    revealedIn: 'S1E1',
    host: 'magazine.example',
    madeAt: Date.UTC(2026, 9, 3),
  },
  { kind: 'show', show: 'severance', text: 'Covered in the picture.', revealedIn: 'S2E3', host: 'forum.example', madeAt: Date.UTC(2026, 9, 20) },
  { kind: 'hide', show: 'severance', text: 'Covered in the picture too.', host: 'blog.example', madeAt: Date.UTC(2026, 10, 2) },
];

/** Takes pictures of each section of the settings and of the welcome page: light, dark, and narrow. Shows must be tracked before. */
export async function settingsPictures(browser: OpenedChromium, out: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('options.html'));
  await page.getByRole('heading', { level: 2 }).waitFor();
  for (const correction of CORRECTIONS) await send(page, 'correct', correction);
  await send(page, 'changeViewer', { sitesOff: ['mail.example.com', 'www.example.org'] });
  for (const [suffix, colorScheme, width] of [
    ['light', 'light', WIDTH],
    ['dark', 'dark', WIDTH],
    ['320', 'light', NARROW_WIDTH],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const section of SECTIONS) await picture(page, browser.extensionUrl(`options.html#${section}`), width, `${out}settings-${section}-${suffix}.png`);
    await picture(page, browser.extensionUrl('welcome.html'), width, `${out}welcome-${suffix}.png`);
  }
  await send(page, 'changeViewer', { sitesOff: [], corrections: [] });
  await page.close();
}

async function picture(page: Page, url: string, width: number, path: string): Promise<void> {
  await page.setViewportSize({ width, height: LEAST_HEIGHT });
  // The address alone does not reload a page when only its # changes.
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator('main[aria-busy=false], main .chips').waitFor();
  await page.addStyleTag({ content: 'html { scrollbar-width: none; }' });
  const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
  await page.setViewportSize({ width, height: Math.max(height, LEAST_HEIGHT) });
  await page.screenshot({ path });
  console.log(path.replace(/^.*docs\//, 'docs/'));
}
