import { describe, expect, it } from 'vitest';
import { activeShows, isActive, NEW_VIEWER, strictnessFor, type Viewer, watchedIn } from '../../lib/model/viewer.ts';

const viewer: Viewer = {
  ...NEW_VIEWER,
  sitesOff: ['quiet.example'],
  shows: {
    lane: { watched: 'S1E2', changedAt: 1 },
    other: { watched: 'S2E1', changedAt: 2, off: true, strictness: 'strict' },
  },
};

describe('the viewer', () => {
  it('is active unless something says otherwise', () => {
    expect(isActive(viewer, 'news.example', 1000)).toBe(true);
    expect(isActive({ ...viewer, enabled: false }, 'news.example', 1000)).toBe(false);
    expect(isActive(viewer, 'quiet.example', 1000)).toBe(false);
  });

  it('is off for a single site, not for those beneath it or beside it', () => {
    expect(isActive(viewer, 'not.quiet.example', 1000)).toBe(true);
    expect(isActive(viewer, 'quiet.example.org', 1000)).toBe(true);
  });

  it('is on for chosen sites alone where there are any', () => {
    const viewer = { ...NEW_VIEWER, sitesOnly: ['a.example'] };
    expect([isActive(viewer, 'a.example', 0), isActive(viewer, 'b.example', 0)]).toEqual([true, false]);
    expect(isActive({ ...viewer, sitesOff: ['a.example'] }, 'a.example', 0)).toBe(false);
  });

  it('wakes at the moment at which a pause ends', () => {
    const paused = { ...viewer, pausedUntil: 1000 };
    expect(isActive(paused, 'news.example', 999)).toBe(false);
    expect(isActive(paused, 'news.example', 1000)).toBe(true);
  });

  it('looks for shows that are tracked and not switched off', () => {
    expect(activeShows(viewer)).toEqual(['lane']);
  });

  it('has not started what it does not track', () => {
    expect(watchedIn(viewer, 'lane')).toBe('S1E2');
    expect(watchedIn(viewer, 'unknown')).toBe('S0E0');
  });

  it('goes by the strictness of the show, else by the general one', () => {
    expect(strictnessFor(viewer, 'other')).toBe('strict');
    expect(strictnessFor(viewer, 'lane')).toBe('balanced');
  });
});
