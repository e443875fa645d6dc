import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../lib/messages.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';

/** The page looks again after so many milliseconds: it may still be reading. */
const LOOK_AGAIN_MS = 400;
/** A page that has not answered after so many milliseconds is taken for one that does not. */
const PATIENCE_MS = 1000;

export interface Page {
  /** Whether the page had its chance to answer. */
  isKnown: boolean;
  /** Undefined where nobody answers. */
  status: PageStatus | undefined;
}

/** What Sofar found in a tab, looked at again and again while the popup is open. */
export function usePage(tab: number | undefined): Page {
  const [page, setPage] = useState<Page>({ isKnown: false, status: undefined });
  useEffect(() => {
    if (tab === undefined) return;
    let isOver = false;
    const look = async () => {
      const patience = setTimeout(() => !isOver && setPage({ isKnown: true, status: undefined }), PATIENCE_MS);
      // Browser pages and stores run no content script: there, nobody answers.
      const status = await sendMessage('getPageStatus', undefined, tab).catch(() => undefined);
      clearTimeout(patience);
      if (isOver) return;
      setPage({ isKnown: true, status: status ?? undefined });
      setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [tab]);
  return page;
}
