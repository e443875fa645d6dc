import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICTNESS_LEVELS } from '../../lib/model/viewer.ts';
import { isHidden, judge, revealedAfter, riskOf } from '../../lib/spoilers/decide.ts';
import type { Sentence } from '../../lib/spoilers/readStretch.ts';
import { block, model, TestEngine } from '../support/engine.ts';
import { saltmarsh } from '../support/packs.ts';

const engine = new TestEngine([saltmarsh()]);
const prepared = engine.prepare(0);
const [anySentence] = engine.read({ url: '', title: 'Saltmarsh Lane', blocks: [block('A storm comes.')] }).shows.get(0) as [Sentence];
const { reading } = anySentence;

/** A sentence that tells the story with a probability, and is at each ordinal with another. */
function sentenceOf(story: number, position: number[]): Sentence {
  return {
    block: 0,
    start: 0,
    end: 14,
    reading,
    anchors: { row: undefined, heading: undefined, page: undefined },
    link: 'next',
    story,
    position: Float32Array.from(position),
  };
}

/** The show has ordinals 0 to 7. */
const position = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0)), { minLength: 8, maxLength: 8 }).map((values) => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 ? values.map((value) => value / total) : values.map(() => 1 / 8);
});
const sentence = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), position).map(([story, at]) => sentenceOf(story, at));
const progress = fc.integer({ min: 0, max: 7 });

describe('risk', () => {
  it('is nothing for who has seen all, and never more than that it is story', () => {
    fc.assert(
      fc.property(sentence, progress, (s, p) => {
        expect(riskOf(s, 7)).toBe(0);
        expect(riskOf(s, p)).toBeGreaterThanOrEqual(0);
        expect(riskOf(s, p)).toBeLessThanOrEqual(s.story * 1.0001);
      }),
    );
  });

  it('falls as progress rises', () => {
    fc.assert(
      fc.property(sentence, (s) => {
        for (let p = 1; p <= 7; p++) expect(riskOf(s, p)).toBeLessThanOrEqual(riskOf(s, p - 1));
      }),
    );
  });
});

describe('a judgement', () => {
  it('hides exactly what is riskier than its level allows', () => {
    fc.assert(
      fc.property(sentence, progress, fc.constantFrom(...STRICTNESS_LEVELS), (s, p, level) => {
        const risk = riskOf(s, p);
        fc.pre(Math.abs(risk - model.thresholds[level]) > 1e-5);
        const judgement = judge(s, prepared, model);
        expect(judgement !== undefined && isHidden(judgement, p, level)).toBe(risk > model.thresholds[level]);
      }),
      { numRuns: 500 },
    );
  });

  it('never hides at a later progress what was shown at an earlier one', () => {
    fc.assert(
      fc.property(sentence, progress, progress, fc.constantFrom(...STRICTNESS_LEVELS), (s, a, b, level) => {
        const judgement = judge(s, prepared, model);
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        if (!judgement || isHidden(judgement, early, level)) return;
        expect(isHidden(judgement, late, level)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('hides at a stricter level all that a lighter one hides', () => {
    fc.assert(
      fc.property(sentence, progress, (s, p) => {
        const judgement = judge(s, prepared, model);
        if (!judgement) return;
        if (isHidden(judgement, p, 'light')) expect(isHidden(judgement, p, 'balanced')).toBe(true);
        if (isHidden(judgement, p, 'balanced')) expect(isHidden(judgement, p, 'strict')).toBe(true);
      }),
    );
  });

  it('shows all to who has seen all', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...STRICTNESS_LEVELS), (s, level) => {
        const judgement = judge(s, prepared, model);
        expect(judgement !== undefined && isHidden(judgement, 7, level)).toBe(false);
      }),
    );
  });

  it('names an episode ahead of the viewer, and one that there is', () => {
    fc.assert(
      fc.property(sentence, progress, fc.constantFrom(...STRICTNESS_LEVELS), (s, p, level) => {
        const judgement = judge(s, prepared, model);
        if (!judgement || !isHidden(judgement, p, level)) return;
        const revealedIn = revealedAfter(judgement, p);
        expect(revealedIn).toBeGreaterThan(p);
        expect(revealedIn).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('is the median of where the sentence may be', () => {
    expect(judge(sentenceOf(1, [0, 0, 0, 0, 1, 0, 0, 0]), prepared, model)?.revealedIn).toBe(4);
    expect(judge(sentenceOf(1, [0, 0.3, 0, 0, 0, 0.7, 0, 0]), prepared, model)?.revealedIn).toBe(5);
    expect(judge(sentenceOf(1, [0, 0, 0, 0, 0, 0, 0, 1]), prepared, model)?.revealedIn).toBe(7);
  });

  it('is not needed for what tells no story', () => {
    expect(judge(sentenceOf(0, [0, 0, 0, 0, 0, 0, 0, 1]), prepared, model)).toBeUndefined();
  });

  it('is not needed for the premise', () => {
    expect(judge(sentenceOf(1, [1, 0, 0, 0, 0, 0, 0, 0]), prepared, model)).toBeUndefined();
  });
});

describe('the shipped thresholds', () => {
  it('fall with strictness, between 0 and 1', () => {
    const { light, balanced, strict } = model.thresholds;
    expect(light).toBeLessThan(1);
    expect(light).toBeGreaterThan(balanced);
    expect(balanced).toBeGreaterThan(strict);
    expect(strict).toBeGreaterThan(0);
  });
});
