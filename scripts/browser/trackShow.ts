import type { Page } from 'playwright-core';
import type { OpenedChromium } from './openChromium.ts';

/** Sets a viewer's progress through the popup's own messages, as its picker does, and waits until pages can read it. */
export async function trackShow(browser: OpenedChromium, show: string, watched: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('popup.html'));
  await page.getByRole('switch').first().waitFor();
  await send(page, 'setProgress', { show, watched });
  const isReadable = () =>
    page.evaluate(async (id) => {
      const { names } = (await (globalThis as never as ExtensionGlobal).chrome.storage.local.get('names')) as { names?: { shows: { id: string }[] } };
      return names?.shows.some((entry) => entry.id === id) === true;
    }, show);
  while (!(await isReadable())) await page.waitForTimeout(50);
  await page.close();
}

interface ExtensionGlobal {
  chrome: { storage: { local: { get(key: string): Promise<unknown> } }; runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

/** Sends one of Sofar's messages from one of its own pages. */
export async function send(page: Page, type: string, data: unknown): Promise<unknown> {
  return page.evaluate(
    ([messageType, messageData]) =>
      (globalThis as never as ExtensionGlobal).chrome.runtime.sendMessage({
        id: Math.floor(Math.random() * 10_000),
        type: messageType,
        data: messageData,
        timestamp: Date.now(),
      }),
    [type, data] as const,
  );
}
