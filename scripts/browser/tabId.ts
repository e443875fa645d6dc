import type { Page } from 'playwright-core';
import type { OpenedChromium } from './openChromium.ts';

/** The browser's number of a tab, which is brought to the front: the popup is told it where it is opened as a page of its own. */
export async function tabId({ worker }: OpenedChromium, page: Page): Promise<number> {
  await page.bringToFront();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as never as { chrome: { tabs: { query(of: object): Promise<{ id: number }[]> } } };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}
