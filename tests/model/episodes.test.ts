import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EpisodeOrder, isEpisodeCode, NOT_STARTED, parseEpisodeCode } from '../../lib/model/episodes.ts';

const seasonLengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });

describe('episode codes', () => {
  it.each(['S1E1', 'S0E0', 'S12E345', 'S02E04', 'S100E100'])('takes %s', (code) => {
    expect(isEpisodeCode(code)).toBe(true);
  });

  it.each([
    '',
    'S1',
    'E1',
    's1e1',
    'S1E',
    'SE1',
    'S1E1 ',
    ' S1E1',
    'S1E1\n',
    'S-1E1',
    'S1E1.5',
    'S1E1a',
    'S1234E1',
    'S1E1234',
    'S١E١',
    'S１E１',
    '1x01',
    '__proto__',
  ])('refuses %j', (code) => {
    expect(isEpisodeCode(code)).toBe(false);
    expect(() => parseEpisodeCode(code)).toThrow(TypeError);
  });

  it.each([undefined, null, 1, Number.NaN, {}, [], ['S1E1'], { toString: () => 'S1E1' }])('refuses what is no string: %j', (value) => {
    expect(isEpisodeCode(value)).toBe(false);
  });

  it('reads season and number', () => {
    expect(parseEpisodeCode('S02E14')).toEqual({ season: 2, number: 14 });
  });
});

describe('the order of episodes', () => {
  it('counts from 1 in the order of the seasons', () => {
    const order = new EpisodeOrder([3, 4]);
    expect([0, 1, 3, 4, 7].map((ordinal) => order.codeOf(ordinal))).toEqual([NOT_STARTED, 'S1E1', 'S1E3', 'S2E1', 'S2E4']);
    expect(order.count).toBe(7);
    expect(order.seasonCount).toBe(2);
    expect(order.season(2)).toEqual({ first: 4, last: 7 });
  });

  it('leads from every ordinal to a code and back', () => {
    fc.assert(
      fc.property(seasonLengths, (lengths) => {
        const order = new EpisodeOrder(lengths);
        expect(order.count).toBe(lengths.reduce((sum, length) => sum + length, 0));
        for (let ordinal = 0; ordinal <= order.count; ordinal++) {
          const code = order.codeOf(ordinal);
          expect(isEpisodeCode(code)).toBe(true);
          expect(order.ordinalOf(code)).toBe(ordinal);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('rises with season and number', () => {
    fc.assert(
      fc.property(seasonLengths, (lengths) => {
        const order = new EpisodeOrder(lengths);
        let before = 0;
        lengths.forEach((length, s) => {
          for (let e = 1; e <= length; e++) expect(order.find(`S${s + 1}E${e}`)).toBe(++before);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives each season its own stretch, one behind another', () => {
    fc.assert(
      fc.property(seasonLengths, (lengths) => {
        const order = new EpisodeOrder(lengths);
        let last = 0;
        lengths.forEach((length, s) => {
          expect(order.season(s + 1)).toEqual({ first: last + 1, last: last + length });
          last += length;
        });
        expect(last).toBe(order.count);
      }),
    );
  });

  it('knows no episode that the show does not have', () => {
    fc.assert(
      fc.property(seasonLengths, fc.nat(999), fc.nat(999), (lengths, season, number) => {
        const order = new EpisodeOrder(lengths);
        const has = (season === 0 && number === 0) || (season > 0 && number >= 1 && number <= (lengths[season - 1] ?? 0));
        expect(order.find(`S${season}E${number}`) !== undefined).toBe(has);
        if (!has) expect(() => order.ordinalOf(`S${season}E${number}`)).toThrow(RangeError);
      }),
    );
  });

  it('has no special before the first season', () => {
    expect(new EpisodeOrder([3]).find('S0E1')).toBeUndefined();
  });

  it.each([-1, 8, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('has no episode number %s', (ordinal) => {
    expect(() => new EpisodeOrder([3, 4]).codeOf(ordinal)).toThrow(RangeError);
  });

  it.each([-1, 0, 3, 1.5, Number.NaN])('has no season %s', (season) => {
    expect(new EpisodeOrder([3, 4]).season(season)).toBeUndefined();
  });
});
