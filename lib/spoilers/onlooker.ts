import type { Evidence } from './evidence.ts';
import type { Anchors } from './position.ts';
import type { Sentence } from './readStretch.ts';
import type { PreparedShow, SentenceReading } from './sentenceReading.ts';

/** Sees what the engine makes of sentences and does not keep: for whoever fits the model. */
export interface Onlooker {
  /** A sentence as it was read, with its tokens. Its evidence holds no longer than the call. */
  read: (show: PreparedShow, reading: SentenceReading, evidence: Evidence, anchors: Anchors, tokens: readonly string[]) => void;
  /** What the story model sees of a sentence, in the order of its features. */
  weighed: (sentence: Sentence, storyFeatures: readonly number[]) => void;
}
