import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

const KEY = 'popupPlace';

/** Where somebody was in the popup of a tab. */
interface Place {
  tab: number;
  /** The show whose row is open. */
  open?: string | undefined;
  /** How far the popup was scrolled, in CSS pixels. */
  scroll: number;
}

export interface UsedPlace {
  /** Whether the stored place was read. */
  isKnown: boolean;
  open: string | undefined;
  setOpen: (show: string | undefined) => void;
}

/**
 * The place in the popup, kept while the browser runs: a popup closes at the first click beside it. It holds for the same tab
 * only; on another page somebody wants to see that page.
 * @param isComplete whether all else is there, so that there is something to scroll over
 */
export function usePlace(tab: number | undefined, isComplete: boolean): UsedPlace {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    if (tab !== undefined) void readPlace(tab).then(setPlace);
  }, [tab]);
  const isReady = isComplete && place !== undefined;
  // Once, to what was stored.
  useLayoutEffect(() => {
    if (isReady) scrollTo(0, place.scroll);
  }, [isReady]);
  useEffect(() => {
    if (!isReady) return;
    const store = () => {
      browser.storage.session.set({ [KEY]: { ...place, scroll: scrollY } }).catch((error: unknown) => console.debug('Sofar could not keep the place.', error));
    };
    store();
    addEventListener('scroll', store, { passive: true });
    return () => removeEventListener('scroll', store);
  }, [isReady, place]);
  return { isKnown: place !== undefined, open: place?.open, setOpen: (open) => place && setPlace({ ...place, open }) };
}

/** The stored place, or a new one at the top. */
async function readPlace(tab: number): Promise<Place> {
  try {
    const stored = (await browser.storage.session.get(KEY))[KEY] as Place | undefined;
    if (stored?.tab === tab) return stored;
  } catch (error) {
    console.debug('Sofar could not read where the popup was.', error);
  }
  return { tab, scroll: 0 };
}
