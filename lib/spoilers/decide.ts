import type { Strictness } from '../model/viewer.ts';
import type { EngineModel } from './engineModel.ts';
import { type Reason, reasonOf } from './explain.ts';
import type { Sentence } from './readStretch.ts';
import type { PreparedShow } from './sentenceReading.ts';

/**
 * What is decided of one sentence for every viewer at once. Risk falls as progress rises, so one ordinal a level says
 * all: up to it the sentence is hidden, from there on it never is again.
 */
export interface Judgement {
  /** UTF-16 units of the block's text. */
  start: number;
  end: number;
  /** Per strictness: the last progress at which the sentence is hidden; −1: at none. */
  hiddenThrough: Record<Strictness, number>;
  /** Where the sentence most likely belongs. */
  revealedIn: number;
  reason: Reason;
}

/**
 * How much a doubt about the story weighs beside one about the place in it: opinions and production talk on the pages
 * of a show must stay readable, so a sentence has to be surely story. A show of which little is known has vaguer places:
 * there a doubt about the story weighs less. Both chosen with the figures of docs/engine.md in view.
 */
const STORY_POWER = 2;
const COARSE_STORY_POWER = 1.25;

/** The risk of showing a sentence that tells the story and lies beyond the viewer with these probabilities. */
const risk = (story: number, beyond: number, power = STORY_POWER): number => story ** power * beyond;

/** The risk of showing a sentence: that it tells the story, and that this lies beyond the viewer. 0 to 1. */
export function riskOf(sentence: Pick<Sentence, 'story' | 'position'>, progress: number): number {
  let beyond = 0;
  for (let o = progress + 1; o < sentence.position.length; o++) beyond += sentence.position[o] as number;
  return risk(sentence.story, beyond);
}

/** Works out for which viewers a sentence is hidden; undefined where it is for none. */
export function judge(sentence: Sentence, show: PreparedShow, model: EngineModel): Judgement | undefined {
  const power = show.index.isCoarse ? COARSE_STORY_POWER : STORY_POWER;
  const { light, balanced, strict } = model.thresholds;
  const unknown = unknownThrough(sentence, show);
  // Most sentences of a page tell so little that no place in the story makes them a risk.
  if (unknown < 0 && risk(sentence.story, 1, power) <= Math.min(light, balanced, strict)) return undefined;
  const hiddenThrough: Record<Strictness, number> = { light: -1, balanced: -1, strict: -1 };
  const last = sentence.position.length - 1;
  let beyond = 0;
  let median = last;
  for (let progress = last - 1; progress >= 0; progress--) {
    beyond += sentence.position[progress + 1] as number;
    if (beyond <= 0.5) median = progress;
    const now = risk(sentence.story, beyond, power);
    if (hiddenThrough.light < 0 && now > light) hiddenThrough.light = progress;
    if (hiddenThrough.balanced < 0 && now > balanced) hiddenThrough.balanced = progress;
    if (hiddenThrough.strict < 0 && now > strict) hiddenThrough.strict = progress;
  }
  hiddenThrough.strict = Math.max(hiddenThrough.strict, unknown);
  if (Math.max(hiddenThrough.light, hiddenThrough.balanced, hiddenThrough.strict) < 0) return undefined;
  return { start: sentence.start, end: sentence.end, hiddenThrough, revealedIn: median, reason: reasonOf(sentence, show, median) };
}

/**
 * Strict hides what a careful viewer does not want to meet either, story or not: titles of later episodes, and casting
 * lines about somebody not yet met.
 * @returns the last progress at which that holds, −1 for none.
 */
function unknownThrough({ reading }: Sentence, show: PreparedShow): number {
  let unmet = 0;
  if (reading.actors > 0) for (const entity of reading.people) unmet = Math.max(unmet, show.index.entities[entity]?.revealedIn ?? 0);
  return Math.max(reading.titledEpisode, unmet) - 1;
}

/** Whether a viewer at that progress does not get to see the sentence. */
export function isHidden(judgement: Judgement, progress: number, strictness: Strictness): boolean {
  return judgement.hiddenThrough[strictness] >= progress;
}

/** The episode that a viewer is told the sentence belongs to: always one ahead of them. */
export function revealedAfter(judgement: Judgement, progress: number): number {
  return Math.max(judgement.revealedIn, progress + 1);
}
