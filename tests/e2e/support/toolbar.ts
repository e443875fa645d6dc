import type { OpenedChromium } from '../../../scripts/browser/openChromium.ts';

interface Action {
  getBadgeText(of: object): Promise<string>;
  getTitle(of: object): Promise<string>;
}

/** What the toolbar button says of a tab, or of all tabs. Its picture cannot be asked for. */
export function readToolbar({ worker }: OpenedChromium, tab?: number): Promise<{ text: string; title: string }> {
  return worker.evaluate(
    async (of) => {
      const { action } = (globalThis as never as { chrome: { action: Action } }).chrome;
      return { text: await action.getBadgeText(of), title: await action.getTitle(of) };
    },
    tab === undefined ? {} : { tabId: tab },
  );
}
