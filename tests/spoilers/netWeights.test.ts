import { describe, expect, it } from 'vitest';
import { packNet, unpackNet } from '../../lib/spoilers/netWeights.ts';

describe('packed weights of a network', () => {
  it('come back to the thousandth', () => {
    expect([...unpackNet(packNet([0, 1.2345, -0.0004, -7.5]))]).toEqual([0, 1.235, -0, -7.5].map((value) => value + 0));
  });

  it('are cut off where they are too large', () => {
    expect([...unpackNet(packNet([1000, -1000]))]).toEqual([32.767, -32.767]);
  });

  it('may be none', () => {
    expect(unpackNet(packNet([]))).toHaveLength(0);
  });
});
