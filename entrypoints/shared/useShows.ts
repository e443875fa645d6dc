import { useCallback, useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../lib/messages.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';

export interface LoadedShows {
  /** Undefined until they are read. */
  shows: ShowSummary[] | undefined;
  hasFailed: boolean;
  /** Asks once more: the background sets its data up anew where that failed. */
  askAgain: () => void;
}

/** All shows of the dataset. */
export function useShows(): LoadedShows {
  const [shows, setShows] = useState<ShowSummary[]>();
  const [hasFailed, setFailed] = useState(false);
  const askAgain = useCallback(() => {
    setFailed(false);
    sendMessage('listShows').then(setShows, (error: unknown) => {
      console.error('Sofar could not read its shows.', error);
      setFailed(true);
    });
  }, []);
  useEffect(askAgain, [askAgain]);
  return { shows, hasFailed, askAgain };
}
