import type { Page } from 'playwright-core';
import { tabId } from '../../../scripts/browser/tabId.ts';
import type { Person } from './person.ts';

interface ExtensionGlobal {
  chrome: { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } } };
}

/** Chooses "Hide this" for what is selected. The menu itself is the system's and out of reach: its event is what a choice makes of it. */
export async function hideSelected(person: Person, page: Page): Promise<void> {
  const selectionText = await page.evaluate(() => String(getSelection()));
  const id = await tabId(person.browser, page);
  await person.browser.worker.evaluate(
    ([text, tab]) =>
      (globalThis as never as ExtensionGlobal).chrome.contextMenus.onClicked.dispatch(
        { menuItemId: 'hide-selection', selectionText: text, frameId: 0, editable: false, pageUrl: '' },
        { id: tab },
      ),
    [selectionText, id] as const,
  );
}
