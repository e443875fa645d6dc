import type { Page } from 'playwright-core';
import type { OpenedChromium } from '../../../scripts/browser/openChromium.ts';

/**
 * The popup of a tab, as a page of its own: what a browser's own popup window shows, its tests cannot reach.
 * @param complaints gets the errors that it throws.
 */
export async function openPopup({ context, extensionUrl }: OpenedChromium, tab: number, complaints: string[]): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.setViewportSize({ width: 360, height: 600 });
  await opened.goto(extensionUrl(`popup.html?tab=${tab}`));
  await opened.locator('main[aria-busy]').waitFor({ state: 'detached' });
  return opened;
}
