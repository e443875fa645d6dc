import type { Page } from 'playwright-core';
import { violations } from './violations.ts';

/** What axe finds on a page in light and in dark colours, one line each. The page is left in light ones. */
export async function inBothThemes(on: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violations(on)).map((line) => `${colorScheme} ${line}`));
  }
  await on.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}
