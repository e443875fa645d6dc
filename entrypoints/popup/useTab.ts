import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** No tab has this number: nobody answers there. */
const NO_TAB = -1;

/** The tab that the popup belongs to; undefined until it is known. `?tab=` names one where the popup is opened as a page of its own. */
export function useTab(): number | undefined {
  const [tab, setTab] = useState<number>();
  useEffect(() => {
    const named = new URLSearchParams(location.search).get('tab');
    if (named) {
      setTab(Number(named));
      return;
    }
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([active]) => setTab(active?.id ?? NO_TAB),
      (error: unknown) => {
        console.error('Sofar could not find out which tab its popup belongs to.', error);
        setTab(NO_TAB);
      },
    );
  }, []);
  return tab;
}
