import { describe, expect, it } from 'vitest';
import type { EpisodeCode } from '../../lib/model/episodes.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { changesBetween, fitToShows, isNothing } from '../../lib/model/viewerChanges.ts';

const viewer: Viewer = {
  ...NEW_VIEWER,
  sitesOff: ['a.example'],
  shows: { lane: { watched: 'S1E2', changedAt: 1 }, gull: { watched: 'S1E1', changedAt: 2 } },
  corrections: [{ kind: 'hide', show: 'lane', text: 'A sentence.', host: 'a.example', madeAt: 1 }],
};

describe('what a backup would change', () => {
  it('is nothing where the viewers say the same, in whatever order', () => {
    const other = {
      ...viewer,
      look: { strength: 2, style: 'blur' } as const,
      shows: { gull: { changedAt: 9, watched: 'S1E1' as const }, lane: { watched: 'S1E2' as const, off: false, changedAt: 1 } },
    };
    expect(isNothing(changesBetween(viewer, other))).toBe(true);
  });

  it('is shows that come and go, and progress', () => {
    const { shows } = changesBetween(viewer, { ...viewer, shows: { lane: { watched: 'S2E1', changedAt: 1 }, moor: { watched: 'S0E0', changedAt: 3 } } });
    expect(shows).toEqual([
      { id: 'gull', from: 'S1E1' },
      { id: 'lane', from: 'S1E2', to: 'S2E1' },
      { id: 'moor', to: 'S0E0' },
    ]);
  });

  it.each<[string, Partial<Viewer>, Record<string, unknown>]>([
    ['a setting', { cards: false, look: { style: 'bar', strength: 2 } }, { settings: ['look', 'cards'] }],
    ['a list of sites', { sitesOff: [], sitesOnly: ['b.example', 'c.example'] }, { sites: [1, 2] }],
    ['another site in its place', { sitesOff: ['b.example'] }, { sites: [1, 1] }],
    ['corrections', { corrections: [] }, { corrections: [1, 0] }],
    ['what holds for a show', { shows: { ...viewer.shows, lane: { watched: 'S1E2', strictness: 'strict', changedAt: 1 } } }, { showSettings: ['lane'] }],
  ])('is %s', (_, change, changes) => {
    const nothing = { shows: [], showSettings: [], settings: [], sites: undefined, corrections: undefined };
    expect(changesBetween(viewer, { ...viewer, ...change })).toEqual({ ...nothing, ...changes });
    expect(isNothing(changesBetween(viewer, { ...viewer, ...change }))).toBe(false);
  });

  it('takes no show for one because every object has something of its name', () => {
    expect(changesBetween(NEW_VIEWER, { ...NEW_VIEWER, shows: { constructor: { watched: 'S1E1' as const, changedAt: 1 } } }).shows).toEqual([
      { id: 'constructor', to: 'S1E1' },
    ]);
  });
});

describe('progress in episodes that there are', () => {
  it.each<[EpisodeCode, EpisodeCode]>([
    ['S0E0', 'S0E0'],
    ['S1E2', 'S1E2'],
    ['S1E9', 'S1E3'],
    ['S2E0', 'S1E3'],
    ['S2E4', 'S2E4'],
    ['S3E1', 'S2E4'],
    ['S999E999', 'S2E4'],
    ['S0E7', 'S0E0'],
  ])('%s is %s in a show of 3 and 4', (stored, fitted) => {
    const show = { id: 'lane', seasonLengths: [3, 4] } as ShowSummary;
    const stray: Viewer = { ...NEW_VIEWER, shows: { lane: { watched: stored, off: true, changedAt: 1 }, unknown: { watched: 'S9E9', changedAt: 1 } } };
    expect(fitToShows(stray, [show]).shows).toEqual({ lane: { watched: fitted, off: true, changedAt: 1 }, unknown: { watched: 'S9E9', changedAt: 1 } });
  });
});
