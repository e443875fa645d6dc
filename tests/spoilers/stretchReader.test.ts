import { describe, expect, it } from 'vitest';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { isHidden } from '../../lib/spoilers/decide.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import { type Stretch, StretchReader } from '../../lib/spoilers/stretchReader.ts';
import { block, model } from '../support/engine.ts';
import { saltmarsh } from '../support/packs.ts';

const reader = new StretchReader(compileNameBook([compileShow(saltmarsh())]), model);
const page = { url: 'https://example.org/recap', title: 'Saltmarsh Lane recap' };
const stretch = (headings: (string | null)[], ...texts: string[]): Stretch => ({ lead: 0, headings, blocks: texts.map((text) => block(text)) });
const ask = (...stretches: Stretch[]) => reader.read({ show: 'saltmarsh-lane', page, stretches });

describe('reading stretches for a page', () => {
  it('answers per stretch and block', () => {
    const answer = ask(stretch([], 'Tobin confesses that he capsized the ferry.', 'About us'), stretch([], 'Contact'));
    expect(answer?.map(({ judgements }) => judgements.length)).toEqual([2, 1]);
    expect(answer?.[0]?.judgements[0]).toHaveLength(1);
  });

  it('goes on with the tone of what was read before, asked together or one after the other', () => {
    const one = stretch(['Season 2'], 'Mara and Tobin kiss at the pier.');
    const other = stretch([], 'The show was filmed in Cornwall.', 'Tobin confesses that he capsized the ferry.');
    const first = ask(one);
    const then = reader.read({ show: 'saltmarsh-lane', page, tone: first?.[0]?.tone, stretches: [other] });
    expect(ask(one, other)).toEqual([...(first ?? []), ...(then ?? [])]);
  });

  it('gives the same answer to the same request: it keeps nothing of a page', () => {
    const asked = () => ask(stretch(['Season 2'], 'Mara and Tobin kiss at the pier.', 'They part.'));
    expect(asked()).toEqual(asked());
  });

  it('goes by the headings that are in force', () => {
    const text = 'Mara finally leaves the house behind and does not look back.';
    const at = (...headings: (string | null)[]) => ask(stretch(headings, text))?.[0]?.judgements[0]?.[0];
    const early = at(null, 'Season 1, episode 1');
    const late = at(null, 'Season 2, episode 2');
    expect([early?.revealedIn, late?.revealedIn]).toEqual([1, 5]);
    expect(late && isHidden(late, 4, 'light')).toBe(true);
    expect(early && isHidden(early, 4, 'light')).toBe(false);
  });

  it('has no answer for a show that is not tracked', () => {
    expect(reader.read({ show: 'gull-rock', page, stretches: [] })).toBeUndefined();
  });
});
