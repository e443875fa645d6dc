import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { sendMessage } from '../../lib/messages.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';

/** The page looks again after so many milliseconds: it may still be reading. */
const LOOK_AGAIN_MS = 400;

/** What Sofar found in the active tab, looked at again and again while the popup is open. */
export function usePage(): { status: PageStatus | undefined; tab: number | undefined } {
  const [page, setPage] = useState<{ status: PageStatus | undefined; tab: number | undefined }>({ status: undefined, tab: undefined });
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const tab = await activeTab();
      // Browser pages and stores run no content script: there, nobody answers.
      const status = tab === undefined ? undefined : await sendMessage('getPageStatus', undefined, tab).catch(() => undefined);
      if (isOver) return;
      setPage({ status: status ?? undefined, tab });
      setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
    };
  }, []);
  return page;
}

/** The tab that the popup belongs to. `?tab=` names one where the popup is opened as a page of its own. */
async function activeTab(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
