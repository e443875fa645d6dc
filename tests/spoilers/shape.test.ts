import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../lib/spoilers/shape.ts';

describe('the end of a sentence', () => {
  it.each([
    ['He went home.', 'full'],
    ['“He went home.”', 'full'],
    ['He went home…', 'trailing'],
    ['he went home...', 'trailing'],
    ['Did he?', 'question'],
    ['Did he?!', 'question'],
    ['He did!', 'exclamation'],
    ['How it begins', 'open'],
    ['', 'open'],
  ])('%s: %s', (sentence, end) => {
    expect(shapeOf(sentence).end).toBe(end);
  });
});

describe('a name of a user', () => {
  it.each(['salt_and_vinegar', 'ferryman42', 'u/tobinfan', '@saltmarsh', 'lodgepole:', 'tideTables'])('%s is one', (text) => {
    expect(shapeOf(text).isHandle).toBe(true);
  });

  it.each(['Saltmarsh', 'ferry', 'Tobin:', 'salt and vinegar', 'well-known', 'NATO', '1234', `${'ab_'.repeat(20)}`])('%s is none', (text) => {
    expect(shapeOf(text).isHandle).toBe(false);
  });
});

describe('a line of counts', () => {
  it('is told by its marks and digits', () => {
    const { separators, digits } = shapeOf('4:12 · Harbour Clips · 1.4M views');
    expect(separators).toBe(2);
    expect(digits).toBeCloseTo(5 / 33, 2);
  });
});

it('tells small beginnings from large ones, and from what has no size', () => {
  expect(['yes', 'Yes', '42', ''].map((text) => shapeOf(text).beginsSmall)).toEqual([true, false, false, false]);
});
