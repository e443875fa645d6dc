import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Step, smoothPositions as smoothInPlace } from '../../lib/spoilers/smoothing.ts';
import { model } from '../support/engine.ts';

const STEP: Step = { stay: 0.7, forward: 0.15, back: 0.05, jump: 0.1 };

const normalised = (values: number[]) => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(values, (value) => (total > 0 ? value / total : 1 / values.length));
};
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
const peak = (values: Float32Array | undefined) => (values ? values.indexOf(Math.max(...values)) : -1);
/** Nearly all on one ordinal. */
const at = (ordinal: number, size = 10) => normalised(Array.from({ length: size }, (_, o) => (o === ordinal ? 100 : 1)));
/** Smooths probabilities, which is what the cases are written in. */
function smoothPositions(emissions: readonly Float32Array[], trust: readonly number[], steps: readonly Step[]): Float32Array[] {
  const scores = emissions.map((emission) => emission.map(Math.log));
  smoothInPlace(scores, trust, steps);
  return scores;
}
const flat = (size = 10) => new Float32Array(size).fill(1 / size);

const sentences = fc.integer({ min: 1, max: 80 }).chain((size) =>
  fc.array(
    fc.record({
      emission: fc
        .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0), fc.constant(1e-30)), { minLength: size, maxLength: size })
        .map(normalised),
      trust: fc.double({ min: 0, max: 1, noNaN: true }),
      step: fc.constantFrom(STEP, ...Object.values(model.steps)),
    }),
    { minLength: 1, maxLength: 30 },
  ),
);

describe('smoothing', () => {
  it('gives probabilities that sum to 1', () => {
    fc.assert(
      fc.property(sentences, (list) => {
        const smoothed = smoothPositions(
          list.map((s) => s.emission),
          list.map((s) => s.trust),
          list.map((s) => s.step),
        );
        expect(smoothed).toHaveLength(list.length);
        for (const distribution of smoothed) {
          expect(sum(distribution)).toBeCloseTo(1, 3);
          expect(distribution.every((value) => value >= 0 && value <= 1.0001)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives a single sentence what it has itself', () => {
    const [only] = smoothPositions([at(4)], [1], [STEP]);
    at(4).forEach((value, o) => {
      expect(only?.[o]).toBeCloseTo(value, 5);
    });
  });

  it('has nothing to say of no sentences', () => {
    expect(smoothPositions([], [], [])).toEqual([]);
  });

  it('takes a sentence without evidence to where its neighbours are', () => {
    const smoothed = smoothPositions([at(6), flat(), at(6)], [1, 1, 1], [STEP, STEP, STEP]);
    expect(smoothed.map((values) => peak(values))).toEqual([6, 6, 6]);
  });

  it('reaches back from what comes after', () => {
    const smoothed = smoothPositions([flat(), flat(), at(3)], [1, 1, 1], [STEP, STEP, STEP]);
    expect(smoothed.map((values) => peak(values))).toEqual([3, 3, 3]);
  });

  it('outvotes a stray among many', () => {
    const weakStray = normalised([1, 1, 1, 1, 1, 1, 1, 1, 1, 3]);
    const smoothed = smoothPositions([at(2), at(2), weakStray, at(2), at(2)], Array(5).fill(1) as number[], Array(5).fill(STEP) as Step[]);
    expect(peak(smoothed[2])).toBe(2);
  });

  it('believes strong evidence against its neighbours', () => {
    const sure = Float32Array.from({ length: 10 }, (_, o) => (o === 9 ? 1 : 1e-6));
    const smoothed = smoothPositions([at(2), sure, at(2)], [1, 1, 1], [STEP, STEP, STEP]);
    expect(peak(smoothed[1])).toBe(9);
  });

  it('does not believe a sentence that is not trusted', () => {
    const smoothed = smoothPositions([at(2), at(9), at(2)], [1, 0, 1], [STEP, STEP, STEP]);
    expect(peak(smoothed[1])).toBe(2);
  });

  it('goes on more easily than back', () => {
    const [, after] = smoothPositions([at(5), flat()], [1, 1], [STEP, STEP]);
    expect(after?.[6]).toBeGreaterThan(after?.[4] as number);
    const [before] = smoothPositions([flat(), at(5)], [1, 1], [STEP, STEP]);
    expect(before?.[4]).toBeGreaterThan(before?.[6] as number);
  });

  it('bears evidence that is zero everywhere else, and a long stretch', () => {
    const only = (o: number) => Float32Array.from({ length: 80 }, (_, i) => (i === o ? 1 : 0));
    const emissions = Array.from({ length: 2000 }, (_, i) => only(i % 80));
    const smoothed = smoothPositions(
      emissions,
      emissions.map(() => 1),
      emissions.map(() => STEP),
    );
    expect(smoothed.every((distribution) => Math.abs(sum(distribution) - 1) < 1e-3)).toBe(true);
  });
});

describe('the shipped steps', () => {
  it.each(Object.entries(model.steps))('%s share out all there is', (_, step) => {
    expect(Object.values(step).every((value) => value >= 0)).toBe(true);
    expect(step.stay + step.forward + step.back + step.jump).toBeCloseTo(1, 1);
  });
});
