import { storage } from 'wxt/utils/storage';
import type { EpisodeCode } from '../model/episodes.ts';
import { NEW_VIEWER, type TrackedShow, type Viewer } from '../model/viewer.ts';
import { VIEWER_KEY, withDefaults } from './storedViewer.ts';

const item = storage.defineItem<Viewer>(`local:${VIEWER_KEY}`, { fallback: NEW_VIEWER, version: 1 });

/** The stored viewer, with the defaults of what an older version did not know. */
export async function readViewer(): Promise<Viewer> {
  return withDefaults(await item.getValue());
}

/** Calls back with every change of the viewer. @returns what ends it. */
export function watchViewer(changed: (viewer: Viewer) => void): () => void {
  return item.watch((viewer) => changed(withDefaults(viewer)));
}

let queue: Promise<unknown> = Promise.resolve();

/** Changes the viewer; changes wait for one another. Only the background calls this: it is the one writer. */
export function updateViewer(change: (viewer: Viewer) => Viewer): Promise<Viewer> {
  const next = queue.then(async () => {
    const viewer = change(await readViewer());
    await item.setValue(viewer);
    return viewer;
  });
  queue = next.catch((error: unknown) => console.error('Sofar could not store a change.', error));
  return next;
}

/** The viewer with another progress in one show, which is tracked from then on. */
export function withProgress(viewer: Viewer, show: string, watched: EpisodeCode, now = Date.now()): Viewer {
  return { ...viewer, shows: { ...viewer.shows, [show]: { ...viewer.shows[show], watched, changedAt: now } } };
}

/** The viewer with other settings for one tracked show. `strictness: null` takes the general one again. */
export function withShow(viewer: Viewer, show: string, change: { off?: boolean; strictness?: TrackedShow['strictness'] | null }): Viewer {
  const tracked = Object.hasOwn(viewer.shows, show) ? viewer.shows[show] : undefined;
  if (!tracked) return viewer;
  const { strictness, ...rest } = { ...tracked, ...change };
  return { ...viewer, shows: { ...viewer.shows, [show]: strictness ? { ...rest, strictness } : rest } };
}

/** The viewer without a show. */
export function withoutShow(viewer: Viewer, show: string): Viewer {
  const { [show]: _, ...shows } = viewer.shows;
  return { ...viewer, shows };
}
