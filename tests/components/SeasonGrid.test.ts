import { describe, expect, it } from 'vitest';
import { stepInGrid } from '../../components/SeasonGrid.tsx';
import { EpisodeOrder } from '../../lib/model/episodes.ts';

/** Ordinals 1–3, 4–8, 9–10. */
const order = new EpisodeOrder([3, 5, 2]);

describe('keys in the grid of seasons', () => {
  it.each<[number, string, number]>([
    [1, 'ArrowRight', 2],
    [3, 'ArrowRight', 4],
    [10, 'ArrowRight', 10],
    [4, 'ArrowLeft', 3],
    [1, 'ArrowLeft', 1],
    [2, 'ArrowDown', 5],
    [8, 'ArrowDown', 10],
    [9, 'ArrowDown', 9],
    [5, 'ArrowUp', 2],
    [8, 'ArrowUp', 3],
    [2, 'ArrowUp', 2],
    [6, 'Home', 4],
    [6, 'End', 8],
  ])('from %i with %s to %i', (from, key, to) => expect(stepInGrid(order, from, key, false)).toBe(to));

  it('go to the ends of the show with Ctrl', () => {
    expect([stepInGrid(order, 6, 'Home', true), stepInGrid(order, 6, 'End', true)]).toEqual([1, 10]);
  });

  it.each(['Tab', 'Enter', ' ', 'a'])('leave %j alone', (key) => expect(stepInGrid(order, 2, key, false)).toBeUndefined());
});
