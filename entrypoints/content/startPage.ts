import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { MODEL_KEY, NAMES_KEY, type ShowNames } from '../../lib/dataset/snapshot.ts';
import { onMessage } from '../../lib/messages.ts';
import { activeShows, isActive, type Viewer } from '../../lib/model/viewer.ts';
import { holdPaint } from '../../lib/page/paintHold.ts';
import { VIEWER_KEY, watchViewer, withDefaults } from '../../lib/progress/viewerStore.ts';
import type { StoredModel } from '../../lib/spoilers/engineModel.ts';
import { RunningPage } from './runningPage.ts';

/** What pages read at document_start, in one call. */
interface Snapshot {
  viewer: Viewer;
  names: ShowNames[];
  model: StoredModel | undefined;
}

async function readSnapshot(): Promise<Snapshot> {
  const stored = await browser.storage.local.get([VIEWER_KEY, NAMES_KEY, MODEL_KEY]);
  return {
    viewer: withDefaults(stored[VIEWER_KEY] as Partial<Viewer> | undefined),
    names: (stored[NAMES_KEY] ?? []) as ShowNames[],
    model: stored[MODEL_KEY] as StoredModel | undefined,
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
  const follow = (snapshot: Snapshot) => {
    const { viewer, names, model } = snapshot;
    const tracked = activeShows(viewer);
    const shows = names.filter((show) => tracked.includes(show.id));
    const wanted = isText && isActive(viewer, host, Date.now()) && shows.length > 0 && model !== undefined;
    if (page && (!wanted || !page.isFor(shows))) {
      page.stop();
      page = undefined;
    }
    if (page) page.setViewer(viewer);
    else if (wanted && model) page = new RunningPage({ viewer, shows, model, ctx });
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
  const stopWatching = watchViewer(readAgain);
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (NAMES_KEY in changes || MODEL_KEY in changes)) readAgain();
  };
  browser.storage.onChanged.addListener(onStored);
  try {
    latest = await readSnapshot();
    if (ctx.isInvalid) return;
    follow(latest);
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
  ];
  ctx.onInvalidated(() => {
    page?.stop();
    // An extension that has gone has no listeners left to take away, and throws where one tries.
    if (!browser.runtime?.id) return;
    stopWatching();
    browser.storage.onChanged.removeListener(onStored);
    for (const stop of stopAnswering) stop();
  });
}
