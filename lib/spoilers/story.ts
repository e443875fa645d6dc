import type { BlockText } from './pageText.ts';
import type { SentenceReading } from './sentenceReading.ts';

/** What the story model weighs, in the order of its weights. */
export const STORY_FEATURES = [
  'one',
  'lexical',
  'before',
  'after',
  'block',
  'section',
  'heading',
  'page',
  'pageTitle',
  'characters',
  'actors',
  'makers',
  'namesShow',
  'cueEpisode',
  'cueSeason',
  'coverage',
  'joint',
  'carried',
  'isHeading',
  'isCell',
  'isItem',
  'isCaption',
  'pronoun',
  'firstPerson',
  'secondPerson',
  'question',
  'length',
  'quote',
  'date',
  'actorAfterCharacter',
  'plainCharacter',
  'pronounOnly',
] as const;

export const STORY_SIZE = STORY_FEATURES.length;

/** What surrounds a sentence, as far as the story model asks. All are log-odds of the narrative model. */
export interface Surroundings {
  before: number;
  after: number;
  block: number;
  section: number;
  heading: number;
  page: number;
  pageTitle: number;
}

/** The features of one sentence. Log-odds are cut off at ±6, so that no single one decides. */
export function storyFeatures(reading: SentenceReading, block: BlockText, around: Surroundings): number[] {
  const clip = (logit: number) => Math.max(-6, Math.min(6, logit)) / 3;
  const episodeCue = reading.cues.some((cue) => cue.grain !== 'season') || reading.titledEpisode > 0;
  const seasonCue = reading.cues.some((cue) => cue.grain === 'season');
  return [
    1,
    clip(reading.lexical),
    clip(around.before),
    clip(around.after),
    clip(around.block),
    clip(around.section),
    clip(around.heading),
    clip(around.page),
    clip(around.pageTitle),
    Math.min(3, reading.characters) / 2,
    Math.min(2, reading.actors),
    Math.min(2, reading.makers),
    +reading.namesShow,
    +episodeCue,
    +seasonCue,
    reading.evidence.possible > 0 ? reading.evidence.maxWords / (reading.evidence.possible + 4) : 0,
    Math.log1p(reading.evidence.maxJoint) / 3,
    +(reading.carried.length > 0),
    +(block.role === 'heading'),
    +(block.role === 'cell'),
    +(block.role === 'item'),
    +(block.role === 'caption'),
    +reading.hasPronoun,
    +reading.isFirstPerson,
    +reading.isSecondPerson,
    +reading.isQuestion,
    Math.log1p(reading.words) - 2.5,
    +reading.hasQuote,
    +reading.hasDate,
    +(reading.characters > 0 && reading.actors > 0),
    +(reading.characters > 0 && reading.actors + reading.makers === 0 && !reading.namesShow),
    +(reading.hasPronoun && reading.characters === 0),
  ];
}

/** Probability of a linear model's sum. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
