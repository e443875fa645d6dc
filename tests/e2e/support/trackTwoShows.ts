import type { Page } from 'playwright-core';
import type { OpenedChromium } from '../../../scripts/browser/openChromium.ts';
import { trackShow } from '../../../scripts/browser/trackShow.ts';

/** Tracks a show that the open page does not speak of, and one that it does, and waits until that page is read. */
export async function trackTwoShows(browser: OpenedChromium, page: Page): Promise<void> {
  await trackShow(browser, 'severance', 'S1E4');
  await trackShow(browser, 'heartstopper', 'S1E8');
  await page.bringToFront();
  await page.waitForFunction(() => (CSS.highlights.get('hl-a')?.size ?? 0) > 0);
  // The page goes on reading: wait until it has nothing new to tell.
  await page.waitForTimeout(1000);
}
