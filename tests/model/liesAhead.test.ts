import { describe, expect, it } from 'vitest';
import type { Correction } from '../../lib/model/correction.ts';
import type { EpisodeCode } from '../../lib/model/episodes.ts';
import { liesAhead, mayTell } from '../../lib/model/liesAhead.ts';

describe('what lies ahead', () => {
  it.each<[EpisodeCode, EpisodeCode, boolean]>([
    ['S1E1', 'S0E0', true],
    ['S1E2', 'S1E2', false],
    ['S1E10', 'S1E9', true],
    ['S2E1', 'S1E10', true],
    ['S2E1', 'S10E1', false],
    ['S0E0', 'S0E0', false],
  ])('%s for somebody at %s: %s', (code, watched, ahead) => expect(liesAhead(code, watched)).toBe(ahead));
});

describe('the text of a correction', () => {
  const correction: Correction = { kind: 'show', show: 'lane', text: 'A sentence.', revealedIn: 'S1E2', host: '', madeAt: 1 };

  it('tells nothing once its episode is watched', () => {
    expect(mayTell(correction, 'S1E2')).toBe(false);
    expect(mayTell(correction, 'S1E1')).toBe(true);
  });

  it('may tell where it was hidden by hand, or nobody knows where it belongs', () => {
    expect(mayTell({ ...correction, kind: 'hide' }, 'S9E9')).toBe(true);
    const { revealedIn: _, ...undated } = correction;
    expect(mayTell(undated, 'S9E9')).toBe(true);
  });
});
