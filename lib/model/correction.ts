import type { EpisodeCode } from './episodes.ts';

/** What the viewer told Sofar about one sentence: never hide it, or hide what was missed. */
export interface Correction {
  kind: 'show' | 'hide';
  show: string;
  /** The sentence as `sentenceKey` has it. */
  text: string;
  /** The episode that a sentence belonged to when it was said not to be a spoiler, for the list in the settings. */
  revealedIn?: EpisodeCode;
  /** Where it was made: a host. */
  host: string;
  /** Milliseconds of the epoch. */
  madeAt: number;
}

/** So many are kept, the latest ones. */
export const MAX_CORRECTIONS = 1000;
/** Longer sentences are cut, in UTF-16 units: nobody marks a whole page. */
const MAX_LENGTH = 1000;

/** A sentence as corrections compare it: the same words on another page, whatever the spaces between them. */
export function sentenceKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH);
}

/** The list with one more. A sentence of a show has one correction: the latest. */
export function withCorrection(list: readonly Correction[], added: Correction): Correction[] {
  return [...withoutCorrection(list, added), { ...added, text: sentenceKey(added.text) }].slice(-MAX_CORRECTIONS);
}

/** The list without what was said of one sentence of a show. */
export function withoutCorrection(list: readonly Correction[], which: Pick<Correction, 'show' | 'text'>): Correction[] {
  const text = sentenceKey(which.text);
  return list.filter((known) => known.show !== which.show || known.text !== text);
}
