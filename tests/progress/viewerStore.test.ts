import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { VIEWER_KEY, withDefaults } from '../../lib/progress/storedViewer.ts';
import { readViewer, updateViewer, watchViewer, withoutShow, withProgress, withShow } from '../../lib/progress/viewerStore.ts';

describe('the stored viewer', () => {
  it('is a new one where nothing is stored', async () => {
    expect(await readViewer()).toEqual(NEW_VIEWER);
  });

  it('is what was stored', async () => {
    await updateViewer((viewer) => withProgress(viewer, 'lane', 'S1E2', 5));
    expect(await readViewer()).toEqual({ ...NEW_VIEWER, shows: { lane: { watched: 'S1E2', changedAt: 5 } } });
  });

  it('stands under the key that pages read', async () => {
    await updateViewer((viewer) => ({ ...viewer, strictness: 'strict' }));
    expect((await fakeBrowser.storage.local.get(VIEWER_KEY))[VIEWER_KEY]).toMatchObject({ strictness: 'strict' });
  });

  it('gets defaults for what an older version did not know', async () => {
    await fakeBrowser.storage.local.set({ [VIEWER_KEY]: { enabled: false, shows: { lane: { watched: 'S1E1', changedAt: 1 } } } });
    expect(await readViewer()).toEqual({ ...NEW_VIEWER, enabled: false, shows: { lane: { watched: 'S1E1', changedAt: 1 } } });
  });

  it.each([undefined, null, {}])('is a new one in place of %j', (stored) => expect(withDefaults(stored)).toEqual(NEW_VIEWER));

  it('loses no change where many come at once', async () => {
    const shows = Array.from({ length: 30 }, (_, i) => `show-${i}`);
    await Promise.all(shows.map((show, i) => updateViewer((viewer) => withProgress(viewer, show, 'S1E1', i))));
    expect(Object.keys((await readViewer()).shows).sort()).toEqual([...shows].sort());
  });

  it('goes on after a change that failed, and tells who asked', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = updateViewer(() => {
      throw new Error('no');
    });
    const after = updateViewer((viewer) => ({ ...viewer, enabled: false }));
    await expect(failing).rejects.toThrow('no');
    expect((await after).enabled).toBe(false);
    expect(errors).toHaveBeenCalled();
  });

  it('is watched until the watching ends', async () => {
    const seen: Viewer[] = [];
    const end = watchViewer((viewer) => seen.push(viewer));
    await updateViewer((viewer) => ({ ...viewer, cards: false }));
    end();
    await updateViewer((viewer) => ({ ...viewer, cards: true }));
    expect(seen.map(({ cards }) => cards)).toEqual([false]);
  });
});

describe('changes of the viewer', () => {
  const tracked: Viewer = {
    ...NEW_VIEWER,
    shows: { lane: { watched: 'S1E2', off: true, strictness: 'strict', changedAt: 1 }, gull: { watched: 'S1E1', changedAt: 2 } },
  };

  it('do not touch the viewer that they begin with', () => {
    const before = structuredClone(tracked);
    withProgress(tracked, 'lane', 'S2E1', 9);
    withShow(tracked, 'lane', { off: false, strictness: null });
    withoutShow(tracked, 'lane');
    expect(tracked).toEqual(before);
  });

  it('track a show by its progress and keep its settings', () => {
    expect(withProgress(tracked, 'new', 'S0E0', 9).shows.new).toEqual({ watched: 'S0E0', changedAt: 9 });
    expect(withProgress(tracked, 'lane', 'S2E1', 9).shows.lane).toEqual({ watched: 'S2E1', off: true, strictness: 'strict', changedAt: 9 });
    expect(withProgress(tracked, 'lane', 'S2E1', 9).shows.gull).toBe(tracked.shows.gull);
  });

  it('can go back', () => {
    expect(withProgress(tracked, 'lane', 'S1E1', 9).shows.lane?.watched).toBe('S1E1');
  });

  it('set what holds for one show, and take the general strictness again', () => {
    expect(withShow(tracked, 'gull', { off: true }).shows.gull).toEqual({ watched: 'S1E1', off: true, changedAt: 2 });
    expect(withShow(tracked, 'gull', { strictness: 'light' }).shows.gull).toEqual({ watched: 'S1E1', strictness: 'light', changedAt: 2 });
    expect(withShow(tracked, 'lane', { strictness: null }).shows.lane).toEqual({ watched: 'S1E2', off: true, changedAt: 1 });
    expect(withShow(tracked, 'lane', { off: false }).shows.lane).toEqual({ watched: 'S1E2', off: false, strictness: 'strict', changedAt: 1 });
  });

  it.each(['unknown', 'constructor'])('leave the viewer as it is for a show that is not tracked: %s', (show) => {
    expect(withShow(tracked, show, { off: true })).toEqual(tracked);
  });

  it('forget a show, and only that', () => {
    expect(Object.keys(withoutShow(tracked, 'lane').shows)).toEqual(['gull']);
    expect(withoutShow(tracked, 'unknown')).toEqual(tracked);
  });
});
