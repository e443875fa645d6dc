import { describe, expect, it } from 'vitest';
import type { Cue } from '../../lib/spoilers/cues.ts';
import { findLineCue, findPageCue } from '../../lib/spoilers/pageCues.ts';
import { TestEngine } from '../support/engine.ts';
import { saltmarsh } from '../support/packs.ts';

const engine = new TestEngine([saltmarsh()]);
const show = engine.prepare(0);
const told = (cue: Cue | undefined) => cue && (cue.grain === 'season' ? `season ${show.order.codeOf(cue.from)}` : show.order.codeOf(cue.from));

describe('what a page is about', () => {
  it.each([
    ['Saltmarsh Lane S2E1 recap', '', 'S2E1'],
    ['Saltmarsh Lane season 2 review', '', 'season S2E1'],
    ['Saltmarsh Lane recap', 'https://tv.example/saltmarsh-lane-season-1-episode-2', 'S1E2'],
    ['Saltmarsh Lane season 2, episode 3', 'https://tv.example/season-1', 'S2E3'],
    ['Saltmarsh Lane recap: “High Tide”', '', 'S1E2'],
    ['“Storm”', '', 'S1E3'],
    ['Saltmarsh Lane season 1: The Drowned Man', '', 'season S1E1'],
    ['Saltmarsh Lane', '', undefined],
    ['A storm in season 9', '', undefined],
  ])('%j at %j: %s', (title, url, expected) => expect(told(findPageCue(show, { title, url }, engine.book, 0))).toBe(expected));
});

describe('what a line of a list or table is about', () => {
  it.each([
    ['S1E2', undefined, 'S1E2'],
    ['Episode 2', 1, 'S1E2'],
    ['2', 1, 'S1E2'],
    ['2.', 2, 'S2E2'],
    ['#3', 2, 'S2E3'],
    ['2. “Ballot”', 2, 'S2E2'],
    ['3 "Sister"', 2, 'S2E3'],
    ['“High Tide”', undefined, 'S1E2'],
    ['High Tide', undefined, 'S1E2'],
    ['Season 2', undefined, 'season S2E1'],
    ['5', 1, undefined],
    ['2', undefined, undefined],
    ['2 brothers meet', 1, undefined],
    ['0', 1, undefined],
    ['12,345', 1, undefined],
    ['high tide comes twice a day', undefined, undefined],
    ['', 1, undefined],
  ])('%j in season %s: %s', (text, season, expected) => expect(told(findLineCue(show, text, season, engine.book, 0))).toBe(expected));
});
