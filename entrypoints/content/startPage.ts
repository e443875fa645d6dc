import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { NAMES_KEY, openStoredNames, type TrackedNames } from '../../lib/dataset/snapshot.ts';
import { t } from '../../lib/i18n.ts';
import { onMessage, sendMessage } from '../../lib/messages.ts';
import { activeShows, isActive, type Viewer } from '../../lib/model/viewer.ts';
import { holdPaint } from '../../lib/page/paintHold.ts';
import { giveWay } from '../../lib/page/slices.ts';
import { afterPause } from '../../lib/progress/afterPause.ts';
import { VIEWER_KEY, withDefaults } from '../../lib/progress/storedViewer.ts';
import { Notices } from './notices.tsx';
import { PageOverlay } from './pageOverlay.ts';
import { RunningPage } from './runningPage.ts';

/** What pages read at document_start, in one call. */
interface Snapshot {
  viewer: Viewer;
  names: TrackedNames | undefined;
}

async function readSnapshot(): Promise<Snapshot> {
  const stored = await browser.storage.local.get([VIEWER_KEY, NAMES_KEY]);
  return {
    viewer: withDefaults(stored[VIEWER_KEY] as Partial<Viewer> | undefined),
    names: openStoredNames(stored[NAMES_KEY]),
  };
}

/**
 * The composition root of a page.
 * 1. Hold the first paint. 2. Follow the viewer. 3. Read the snapshot. 4. Run, if Sofar is on here. 5. Undo all at the end.
 */
export async function startPage(ctx: ContentScriptContext): Promise<void> {
  const release = holdPaint();
  const { host } = location;
  // A drawing by itself is none of what Sofar reads, as drawings in pages are not.
  const isText = document.contentType !== 'image/svg+xml';
  let page: RunningPage | undefined;
  let stopWaiting: (() => void) | undefined;
  // They outlive a page that starts again with other shows: what was done last can still be taken back then.
  const overlay = new PageOverlay();
  const notices = new Notices(overlay, () => {
    if (!page) overlay.remove();
  });
  /** Has the page in step with the snapshot; it is begun by whoever asks for that. */
  const prepare = (snapshot: Snapshot) => {
    const { viewer, names } = snapshot;
    const tracked = activeShows(viewer);
    const wanted = isText && isActive(viewer, host, Date.now()) && names?.shows.some((show) => tracked.includes(show.id)) === true;
    if (page && (!wanted || !page.isFor(names.shows))) {
      page.stop();
      page = undefined;
      if (!wanted) {
        notices.close();
        overlay.remove();
      }
    }
    if (page) page.setViewer(viewer);
    else if (wanted) page = new RunningPage({ viewer, names, ctx, overlay, notices });
    stopWaiting?.();
    stopWaiting = afterPause(viewer.pausedUntil, () => {
      follow(snapshot);
      // The background may have slept through it.
      if (window === top)
        sendMessage('pauseEnded').catch((error: unknown) => console.warn('Sofar could not tell its background of the end of a pause.', error));
    });
  };
  const follow = (snapshot: Snapshot) => {
    prepare(snapshot);
    page?.begin();
  };
  let latest: Snapshot | undefined;
  // Changes are listened to before the first read: one that comes in between must not be lost.
  let isStale = false;
  const readAgain = () => {
    if (!latest) {
      isStale = true;
      return;
    }
    void readSnapshot().then((snapshot) => {
      latest = snapshot;
      if (!ctx.isInvalid) follow(latest);
    });
  };
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (NAMES_KEY in changes || VIEWER_KEY in changes)) readAgain();
  };
  browser.storage.onChanged.addListener(onStored);
  try {
    latest = await readSnapshot();
    if (ctx.isInvalid) return;
    prepare(latest);
    await giveWay();
    if (ctx.isInvalid) return;
    page?.begin();
  } finally {
    release();
  }
  if (isStale) readAgain();

  const stopAnswering = [
    onMessage('getPageStatus', () => {
      if (window !== top) return undefined as never;
      return { host, active: page !== undefined, shows: [], hidden: [], revealed: false, ...page?.status() };
    }),
    onMessage('revealAll', ({ data }) => page?.revealAll(data.revealed)),
    onMessage('toggleRevealed', () => page?.toggleRevealed()),
    onMessage('stepThroughMarks', ({ data }) => page?.step(data.direction)),
    onMessage('hideSelection', ({ data }) => {
      if (page) page.hideSelection(data.text);
      else notices.say({ text: t('offHere') });
    }),
  ];
  ctx.onInvalidated(() => {
    page?.stop();
    notices.close();
    overlay.remove();
    // An extension that has gone has no listeners left to take away, and throws where one tries.
    if (!browser.runtime?.id) return;
    stopWaiting?.();
    browser.storage.onChanged.removeListener(onStored);
    for (const stop of stopAnswering) stop();
  });
}
