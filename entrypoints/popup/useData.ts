import { useEffect, useState } from 'preact/hooks';
import { sendMessage } from '../../lib/messages.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { readViewer, watchViewer } from '../../lib/progress/viewerStore.ts';

export interface Data {
  /** The stored viewer, followed; undefined until it is read. */
  viewer: Viewer | undefined;
  /** All shows of the dataset; undefined until they are read. */
  shows: ShowSummary[] | undefined;
  hasFailed: boolean;
  retry: () => void;
}

/** What the popup shows, read once and again when that failed. */
export function useData(): Data {
  const [viewer, setViewer] = useState<Viewer>();
  const [shows, setShows] = useState<ShowSummary[]>();
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => watchViewer(setViewer), []);
  // Each attempt reads again.
  useEffect(() => {
    let isOver = false;
    setFailed(false);
    Promise.all([readViewer(), sendMessage('listShows')]).then(
      ([stored, listed]) => {
        if (isOver) return;
        setViewer(stored);
        setShows(listed);
      },
      (error: unknown) => {
        console.error('Sofar could not load what its popup shows.', error);
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [attempt]);
  return { viewer, shows, hasFailed, retry: () => setAttempt(attempt + 1) };
}
