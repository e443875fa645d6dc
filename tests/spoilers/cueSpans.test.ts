import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EpisodeOrder } from '../../lib/model/episodes.ts';
import { findCues, seasonOfOrdinal } from '../../lib/spoilers/cues.ts';

const order = new EpisodeOrder([8, 9, 10]);

describe('where a cue stands', () => {
  it('is told in units of the text, in order', () => {
    const text = 'After S1E2, the pilot; then season 2.';
    expect(findCues(text, order).map(({ start, end }) => text.slice(start, end))).toEqual(['S1E2', 'the pilot', 'season 2']);
  });

  const piece = fc.constantFrom(
    'S2E4',
    's1',
    'season ',
    'Season 2',
    'episode ',
    'ep. ',
    '4',
    '12',
    '999',
    ' of ',
    ' the ',
    'second ',
    'final ',
    'finale',
    'premiere',
    'pilot',
    ' - ',
    '–',
    ' and ',
    ', ',
    'x',
    '04',
    'é',
    '😀',
    '\ud83d',
    '\n',
    'chapter ',
    'series ',
    '’s',
    '#',
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('lies inside the text and apart from others, and means episodes that there are', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
        fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
        (whole, lengths, season) => {
          const show = new EpisodeOrder(lengths);
          let last = 0;
          for (const cue of findCues(whole, show, season)) {
            expect(cue.start).toBeGreaterThanOrEqual(last);
            expect(cue.end).toBeGreaterThan(cue.start);
            expect(cue.from).toBeGreaterThanOrEqual(1);
            expect(cue.to).toBeGreaterThanOrEqual(cue.from);
            expect(cue.to).toBeLessThanOrEqual(show.count);
            expect(seasonOfOrdinal(show, cue.from)).toBe(seasonOfOrdinal(show, cue.to));
            if (cue.grain === 'episode') expect(cue.to).toBe(cue.from);
            last = cue.end;
          }
          expect(last).toBeLessThanOrEqual(whole.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same at every asking', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(findCues(whole, order, 2)).toEqual(findCues(whole, order, 2));
      }),
    );
  });

  it('reads every code of a show back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }), (lengths) => {
        const show = new EpisodeOrder(lengths);
        for (let ordinal = 1; ordinal <= show.count; ordinal++) expect(findCues(show.codeOf(ordinal), show)).toMatchObject([{ from: ordinal, to: ordinal }]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['digits', '1'.repeat(200_000)],
    ['spaces', `season${' '.repeat(200_000)}2`],
    ['the word season', 'season '.repeat(30_000)],
    ['codes', 'S2E4 '.repeat(2000)],
    ['dashes', `S2E4${'- '.repeat(50_000)}`],
  ])('takes a moment in a text of %s', (_, whole) => {
    const started = performance.now();
    findCues(whole, order);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
