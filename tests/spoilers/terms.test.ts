import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STOP_WORDS } from '../../lib/spoilers/lexicon.ts';
import { termsOfWord, wordsOf } from '../../lib/spoilers/terms.ts';
import { anyText } from '../support/texts.ts';

const forms = (text: string) => wordsOf(text).map((word) => word.form);

describe('words', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Nick leaves.', ['nick', 'leaves']],
    ['Nick’s mother', ['nick', 'mother']],
    ["NICK'S mother", ['nick', 'mother']],
    ["don’t, don't, dont", ['dont', 'dont', 'dont']],
    ['they’re', ['theyre']],
    ["the boys' room", ['the', 'boys', 'room']],
    ["rock 'n' roll", ['rock', 'n', 'roll']],
    ['O’Brien', ['obrien']],
    ['half-brother', ['half', 'brother']],
    ['naïve café', ['naive', 'cafe']],
    ['co\u00adop', ['coop']],
    ['😀x😀', ['x']],
    ['S2E4', ['s2e4']],
  ])('of %j', (text, expected) => expect(forms(text)).toEqual(expected));

  it('cuts what is no word', () => {
    expect(forms('a'.repeat(1000))[0]).toHaveLength(40);
  });

  it('stand in the text where they say, in order and apart', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let last = 0;
        for (const { form, start, end } of wordsOf(text)) {
          expect(form.length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('of a part are those of the part alone, moved', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b, c) => {
        const whole = wordsOf(a + b + c, a.length, a.length + b.length);
        expect(whole).toEqual(wordsOf(b).map((word) => ({ ...word, start: word.start + a.length, end: word.end + a.length })));
      }),
    );
  });
});

describe('terms', () => {
  it.each([
    ['funeral', 'dies'],
    ['wedding', 'married'],
    ['murdered', 'killer'],
    ['pregnant', 'son'],
    ['arrested', 'jail'],
  ])('of %s and %s share a concept', (a, b) => {
    const concepts = (word: string) => termsOfWord(word).filter((term) => term.startsWith('#'));
    expect(concepts(a).some((concept) => concepts(b).includes(concept))).toBe(true);
  });

  it.each([
    ['leaves', 'leaving'],
    ['kisses', 'kissed'],
    ['lighthouse', 'lighthouses'],
  ])('of %s and %s share a stem', (a, b) => {
    expect(termsOfWord(a)[0]).toBe(termsOfWord(b)[0]);
  });

  it('there are none of a word that says nothing', () => {
    for (const word of STOP_WORDS) expect(termsOfWord(word)).toEqual([]);
  });

  it('of no word of a page are a concept by their spelling', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        for (const form of forms(`#${text}`)) expect(termsOfWord(form)[0]?.startsWith('#') ?? false).toBe(false);
      }),
    );
  });

  it('are the same after twenty thousand other words', () => {
    const before = [...termsOfWord('funeral')];
    for (let i = 0; i < 21_000; i++) termsOfWord(`word${i}`);
    expect(termsOfWord('funeral')).toEqual(before);
  });
});
