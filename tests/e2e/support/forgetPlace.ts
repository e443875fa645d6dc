import type { OpenedChromium } from '../../../scripts/browser/openChromium.ts';

/** Lets popups begin as new: otherwise one remembers which show was open in the last one of its tab, and how far that was scrolled. */
export function forgetPlace({ worker }: OpenedChromium): Promise<void> {
  return worker.evaluate(() =>
    (globalThis as never as { chrome: { storage: { session: { remove(key: string): Promise<void> } } } }).chrome.storage.session.remove('popupPlace'),
  );
}
