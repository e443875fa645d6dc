import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWeights, unpackWeights } from '../../lib/spoilers/narrativeWeights.ts';

describe('packed weights', () => {
  it('keep zero, the largest and the sign', () => {
    expect([...unpackWeights(packWeights([0, 2, -2, 0.5, -0.5], 2), 5, 2)].map(Math.sign)).toEqual([0, 1, -1, 1, -1]);
    expect(unpackWeights(packWeights([2, -2], 2), 2, 2)).toEqual(Float32Array.of(2, -2));
  });

  it('are off by less than an eighth of the largest, and small ones by less than large ones', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 50 }), (weights) => {
        const back = unpackWeights(packWeights(weights, 3), weights.length, 3);
        weights.forEach((weight, i) => {
          // Farthest off are those half a level away: 0.2976, between 0.162 and 0.458, and 2.684, between 2.381 and 3.
          expect(Math.abs((back[i] as number) - weight)).toBeLessThan(Math.abs(weight) < 0.3 ? 0.161 : 0.375);
        });
      }),
    );
  });

  it('stay the same when they are packed again', () => {
    const weights = unpackWeights(packWeights([0.1, -0.7, 1.9, 0.01], 2), 4, 2);
    expect(unpackWeights(packWeights(weights, 2), 4, 2)).toEqual(weights);
  });
});
