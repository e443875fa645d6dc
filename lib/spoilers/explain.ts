import type { Sentence } from './readStretch.ts';
import type { PreparedShow } from './sentenceReading.ts';

/** What a decision mostly rests on. */
export type Reason = 'cue' | 'title' | 'row' | 'fact' | 'appearance' | 'heading' | 'page' | 'neighbours';

/** The strongest ground for placing a sentence at an ordinal. */
export function reasonOf(sentence: Sentence, show: PreparedShow, ordinal: number): Reason {
  const { reading, anchors } = sentence;
  const holds = (cue: { from: number; to: number } | undefined) => cue !== undefined && ordinal >= cue.from && ordinal <= cue.to;
  if (reading.cues.some(holds)) return 'cue';
  if (reading.titledEpisode === ordinal) return 'title';
  if (holds(anchors.row)) return 'row';
  const best = reading.evidence.bestDocument;
  if (best >= 0 && show.index.documents.revealedIn[best] === ordinal) return 'fact';
  if (reading.people.some((entity) => show.index.entities[entity]?.revealedIn === ordinal)) return 'appearance';
  if (holds(anchors.heading)) return 'heading';
  return holds(anchors.page) ? 'page' : 'neighbours';
}

const WORDS: Record<Reason, (code: string) => string> = {
  cue: (code) => `it speaks of ${code}`,
  title: (code) => `it names the episode ${code}`,
  row: (code) => `it stands in the row of ${code}`,
  fact: (code) => `it matches what happens in ${code}`,
  appearance: (code) => `it names somebody who first appears in ${code}`,
  heading: (code) => `it stands under a heading about ${code}`,
  page: (code) => `its page is about ${code}`,
  neighbours: (code) => `the text around it tells of ${code}`,
};

/** One line that says why a sentence is hidden, without a word of what it tells. */
export function explain(reason: Reason, code: string): string {
  return WORDS[reason](code);
}
