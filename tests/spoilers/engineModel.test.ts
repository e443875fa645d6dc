import { describe, expect, it } from 'vitest';
import weights from '../../data/model/weights.json';
import { unpackNet } from '../../lib/spoilers/netWeights.ts';
import { POSITION_SIZE } from '../../lib/spoilers/position.ts';
import { STORY_SIZE } from '../../lib/spoilers/story.ts';
import { model } from '../support/engine.ts';

describe('the shipped model', () => {
  it('was fitted to the features that there are', () => {
    expect(weights.story.mean).toHaveLength(STORY_SIZE);
    expect(weights.story.scale).toHaveLength(STORY_SIZE);
    expect(weights.story.nets.length).toBeGreaterThan(0);
    for (const net of weights.story.nets) expect(unpackNet(net)).toHaveLength(weights.story.units * (STORY_SIZE + 2) + 1);
    expect(model.position).toHaveLength(POSITION_SIZE);
    expect([...model.position].some((weight) => weight !== 0)).toBe(true);
  });

  it('holds numbers alone', () => {
    const numbers = [
      weights.story.mean,
      weights.story.scale,
      weights.story.nets.map((net) => [...unpackNet(net)]),
      [...model.position],
      Object.values(model.steps).map(Object.values),
    ].flat(4);
    expect(numbers.every((value) => typeof value !== 'number' || Number.isFinite(value))).toBe(true);
  });
});
