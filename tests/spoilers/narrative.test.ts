import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, type NarrativeModel, narrativeLogit, type TypedSpan, tokensOf } from '../../lib/spoilers/narrative.ts';
import { wordsOf } from '../../lib/spoilers/terms.ts';
import { isUpper } from '../../lib/text/characters.ts';
import { model } from '../support/engine.ts';
import { anyText } from '../support/texts.ts';

const tokens = (text: string, typed: TypedSpan[] = []) => tokensOf(wordsOf(text), typed, (at) => isUpper(text.charCodeAt(at)));
const zero: NarrativeModel = { weights: new Float32Array(64), bias: -0.5 };

describe('tokens', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Nick leaves.', ['nick', 'leaves']],
    ['He leaves Ravenna', ['he', 'leaves', '@name']],
    ['He leaves 3 of 12', ['he', 'leaves', '@number', 'of', '@number']],
    ['It ran in 2016 and 1999', ['it', 'ran', 'in', '@year', 'and', '@year']],
    ['HE LEAVES THE TOWN', ['he', 'leaves', 'the', 'town']],
    ['Then I left', ['then', 'i', 'left']],
    ['don’t', ['dont']],
  ])('of %j', (text, expected) => expect(tokens(text)).toEqual(expected));

  it('have a type in place of a name, once for all its words', () => {
    const text = 'Then Mara Quill leaves';
    expect(tokens(text, [{ start: 5, end: 15, type: 'character' }])).toEqual(['then', '@character', 'leaves']);
  });

  it('do not depend on which name it is', () => {
    const of = (name: string) => tokens(`Then ${name} leaves`, [{ start: 5, end: 5 + name.length, type: 'character' }]);
    expect(of('Mara')).toEqual(of('Odile Quill'));
  });
});

describe('the narrative model', () => {
  it('says its bias of nothing', () => {
    expect(narrativeLogit(zero, [])).toBe(-0.5);
    expect(narrativeLogit(zero, ['any', 'words'])).toBe(-0.5);
  });

  it('reads a few features a token, all inside its table', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 40 }), fc.constantFrom(64, 4096, 32_768), (list, size) => {
        const buckets = bucketsOf(list, size);
        expect(buckets.length).toBeGreaterThan(list.length);
        expect(buckets.length).toBeLessThanOrEqual(list.length * 4 + 2);
        expect(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < size)).toBe(true);
      }),
    );
  });

  it('minds the order of words', () => {
    expect(bucketsOf(['a', 'b'], 4096)).not.toEqual(bucketsOf(['b', 'a'], 4096));
  });

  it('gives a finite answer to any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(Number.isFinite(narrativeLogit(model.narrative, tokens(text)))).toBe(true);
      }),
    );
  });

  it('has as many weights as it says, and a power of two', () => {
    expect(Math.log2(model.narrative.weights.length) % 1).toBe(0);
  });

  const character = (text: string) => tokens(text, [{ start: text.indexOf('Mara'), end: text.indexOf('Mara') + 4, type: 'character' }]);
  it.each([
    ['In the end Mara kills him and flees to her mother.', 'The second season was ordered in May and filmed in Vancouver.'],
    ['When Mara learns the truth, she leaves him at the altar.', 'The writing is sharp and the cast is excellent throughout.'],
    ['That night Mara is shot and dies in his arms.', 'New episodes arrive every Thursday on the streaming service.'],
  ])('takes %j rather for a story than %j', (story, talk) => {
    expect(narrativeLogit(model.narrative, character(story))).toBeGreaterThan(narrativeLogit(model.narrative, tokens(talk)));
  });
});
