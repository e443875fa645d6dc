import { splitSentences } from '../text/sentences.ts';
import type { BlockText } from './pageText.ts';

/** Sum and number of the log-odds of the sentences of a page, its title's among them. */
export interface PageTone {
  sum: number;
  count: number;
}

/** A stretch ends before a heading, and at the latest after so many blocks: reading one again stays cheap. */
export const MAX_STRETCH_BLOCKS = 60;

/** Cuts blocks into stretches: [first, end) pairs. */
export function stretchesOf(blocks: readonly BlockText[], first = 0, end = blocks.length): [number, number][] {
  const stretches: [number, number][] = [];
  let start = first;
  for (let b = first + 1; b <= end; b++)
    if (b === end || blocks[b]?.role === 'heading' || b - start >= MAX_STRETCH_BLOCKS) {
      stretches.push([start, b]);
      start = b;
    }
  return stretches;
}

/** So many sentences are the top of a page. */
const LEAD_SENTENCES = 8;

/** How many sentences of the top of the page are left behind its first blocks. */
export function leadBehind(blocks: readonly BlockText[], end: number): number {
  let left = LEAD_SENTENCES;
  for (let b = 0; b < end && left > 0; b++) left -= splitSentences((blocks[b] as BlockText).text).length;
  return Math.max(0, left);
}
