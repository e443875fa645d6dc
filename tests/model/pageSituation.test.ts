import { describe, expect, it } from 'vitest';
import { type PageSituation, pageSituation } from '../../lib/model/pageSituation.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';
import { toolbarState } from '../../lib/model/toolbarState.ts';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';

const NOW = 1_000_000;
const viewer: Viewer = { ...NEW_VIEWER, shows: { lost: { watched: 'S1E1', changedAt: 0 } } };
const status: PageStatus = { host: 'a.example', active: true, shows: [{ id: 'lost', names: 2, hidden: 1 }], hidden: [], revealed: false };

describe('what there is to say of a page', () => {
  it.each<[PageSituation, Viewer, PageStatus | undefined]>([
    ['counts', viewer, status],
    ['counts', viewer, { ...status, shows: [], revealed: true }],
    ['off', { ...viewer, enabled: false, pausedUntil: NOW + 1 }, status],
    ['noneTracked', NEW_VIEWER, undefined],
    ['paused', { ...viewer, pausedUntil: NOW + 1 }, undefined],
    ['unreached', viewer, undefined],
    ['offHere', { ...viewer, sitesOff: ['a.example'] }, { ...status, active: false }],
    ['notChosen', { ...viewer, sitesOnly: ['b.example'] }, { ...status, active: false }],
    ['noShow', viewer, { ...status, shows: [] }],
    ['noShow', viewer, { ...status, active: false }],
    ['noShow', { ...viewer, shows: { lost: { watched: 'S1E1', changedAt: 0, off: true } } }, status],
  ])('%s', (expected, who, what) => {
    expect(pageSituation(who, what, NOW)).toBe(expected);
  });

  it('is over with the pause at its very end', () => {
    expect(pageSituation({ ...viewer, pausedUntil: NOW }, status, NOW)).toBe('counts');
  });
});

describe('the state of the toolbar button', () => {
  it.each([
    ['on', { enabled: true, pausedUntil: 0 }],
    ['on', { enabled: true, pausedUntil: NOW }],
    ['paused', { enabled: true, pausedUntil: NOW + 1 }],
    ['off', { enabled: false, pausedUntil: NOW + 1 }],
  ] as const)('is %s for %j', (expected, of) => {
    expect(toolbarState(of, NOW)).toBe(expected);
  });
});
