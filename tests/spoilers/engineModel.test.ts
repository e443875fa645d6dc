import { describe, expect, it } from 'vitest';
import { POSITION_SIZE } from '../../lib/spoilers/position.ts';
import { STORY_SIZE } from '../../lib/spoilers/story.ts';
import { model } from '../support/engine.ts';

describe('the shipped model', () => {
  it('was fitted to the features that there are', () => {
    expect(model.story.mean).toHaveLength(STORY_SIZE);
    expect(model.story.scale).toHaveLength(STORY_SIZE);
    expect(model.story.nets.length).toBeGreaterThan(0);
    for (const { hidden, output } of model.story.nets) {
      expect(output).toHaveLength(hidden.length + 1);
      for (const unit of hidden) expect(unit).toHaveLength(STORY_SIZE + 1);
    }
    expect(model.position).toHaveLength(POSITION_SIZE);
    expect([...model.position].some((weight) => weight !== 0)).toBe(true);
  });

  it('holds numbers alone', () => {
    const numbers = [
      model.story.mean,
      model.story.scale,
      model.story.nets,
      [...model.position],
      model.sharpness,
      Object.values(model.steps).map(Object.values),
    ].flat(4);
    expect(numbers.every((value) => typeof value !== 'number' || Number.isFinite(value))).toBe(true);
  });
});
