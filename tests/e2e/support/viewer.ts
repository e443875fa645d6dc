import type { Viewer } from '../../../lib/model/viewer.ts';

/** One of Sofar's own pages, or its worker. */
interface Own {
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
}

/** The viewer as it is stored. */
export const viewer = (own: Own): Promise<Viewer> =>
  own.evaluate(async () => {
    const { chrome } = globalThis as never as { chrome: { storage: { local: { get(key: string): Promise<{ viewer?: Viewer }> } } } };
    return (await chrome.storage.local.get('viewer')).viewer as Viewer;
  });

/** The last episode watched of a show; undefined where it is not tracked. */
export const watched = async (own: Own, show: string) => (await viewer(own))?.shows[show]?.watched;
