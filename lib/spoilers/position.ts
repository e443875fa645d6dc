import type { Cue } from './cues.ts';
import type { PreparedShow, SentenceReading } from './sentenceReading.ts';
import type { IndexedEntity } from './showIndex.ts';

/** The cues that govern a sentence from outside: its table row, the headings above it, title and address of the page. */
export interface Anchors {
  row: Cue | undefined;
  heading: Cue | undefined;
  page: Cue | undefined;
}

/** What the position model weighs, in the order of its weights. Each is a number per sentence and ordinal. */
export const POSITION_FEATURES = [
  'premise',
  'joint',
  'jointShare',
  'words',
  'wordsShare',
  'episodeWords',
  'episodeShare',
  'cueEpisode',
  'cueSeason',
  'beyondCue',
  'titled',
  'rowEpisode',
  'rowSeason',
  'headingEpisode',
  'headingSeason',
  'beyondHeading',
  'beforeHeadingSeason',
  'pageEpisode',
  'pageSeason',
  'beyondPage',
  'nearPage',
  'beforeAppearance',
  'atAppearance',
  'beforeCarriedAppearance',
  'beforeMeeting',
  'premiseAtLead',
  'premiseDescription',
  'premiseNames',
  'premiseMatched',
] as const;

export const POSITION_SIZE = POSITION_FEATURES.length;

const within = (cue: Cue | undefined, ordinal: number): boolean => cue !== undefined && ordinal >= cue.from && ordinal <= cue.to;
const exact = (cue: Cue | undefined): boolean => cue !== undefined && cue.grain !== 'season';

/** Facts of a sentence that hold for every ordinal, worked out once. */
interface Constants {
  appearance: number;
  carriedAppearance: number;
  meeting: number;
  lastCue: number;
  maxJoint: number;
  maxWords: number;
  maxEpisode: number;
}

function constantsOf(show: PreparedShow, reading: SentenceReading): Constants {
  let appearance = 0;
  let carriedAppearance = 0;
  let meeting = 0;
  let lastCue = -1;
  const revealed = (entity: number) => (show.index.entities[entity] as IndexedEntity).revealedIn;
  for (const entity of reading.people) appearance = Math.max(appearance, revealed(entity));
  for (const entity of reading.carried) carriedAppearance = Math.max(carriedAppearance, revealed(entity));
  for (const a of reading.people) for (const b of reading.people) if (a < b) meeting = Math.max(meeting, show.firstJoint(a, b));
  for (const cue of reading.cues) lastCue = Math.max(lastCue, cue.to);
  const { maxJoint, maxWords, maxEpisode } = reading.evidence;
  return {
    appearance,
    carriedAppearance,
    meeting,
    lastCue,
    maxJoint: Math.max(1, maxJoint),
    maxWords: Math.max(1, maxWords),
    maxEpisode: Math.max(1, maxEpisode),
  };
}

/**
 * Writes the features of every ordinal (0..count) of one sentence, one row of POSITION_SIZE numbers an ordinal.
 * @param out at least (count + 1) · POSITION_SIZE long.
 */
export function positionFeatures(show: PreparedShow, reading: SentenceReading, anchors: Anchors, out: Float32Array): void {
  const c = constantsOf(show, reading);
  const { joint, words, episode } = reading.evidence;
  const { row, heading, page } = anchors;
  for (let o = 0; o <= show.order.count; o++) {
    let cueEpisode = false;
    let cueSeason = false;
    for (const cue of reading.cues)
      if (within(cue, o)) {
        if (exact(cue)) cueEpisode = true;
        else cueSeason = true;
      }
    const j = joint[o] as number;
    const w = words[o] as number;
    const e = episode[o] as number;
    let f = o * POSITION_SIZE;
    const put = (value: number | boolean) => {
      out[f++] = +value;
    };
    put(o === 0);
    put(j / 10);
    put((j / c.maxJoint) ** 2);
    put(w / 10);
    put((w / c.maxWords) ** 2);
    put(e / 20);
    put((e / c.maxEpisode) ** 2);
    put(cueEpisode);
    put(cueSeason);
    put(c.lastCue >= 0 && o > c.lastCue);
    put(reading.titledEpisode === o && o > 0);
    put(exact(row) && within(row, o));
    put(row !== undefined && !exact(row) && within(row, o));
    put(exact(heading) && within(heading, o));
    put(heading !== undefined && !exact(heading) && within(heading, o));
    put(heading !== undefined && o > heading.to);
    put(heading !== undefined && o < heading.from);
    put(exact(page) && within(page, o));
    put(page !== undefined && !exact(page) && within(page, o));
    put(page !== undefined && o > page.to);
    put(page !== undefined && exact(page) && o < page.from && page.from - o <= 3);
    put(o < c.appearance);
    put(o === c.appearance && o > 0);
    put(o < c.carriedAppearance);
    put(o < c.meeting);
    put(o === 0 && reading.isLead);
    put(o === 0 && reading.isDescription);
    put(o === 0 && reading.isOnlyNames);
    put(o === 0 && w > 0 && w >= 0.9 * c.maxWords);
  }
}

/** Log-scores of all ordinals from their features. Not normalised. */
export function positionScores(features: Float32Array, weights: Float32Array | readonly number[], count: number): Float32Array {
  const scores = new Float32Array(count + 1);
  for (let o = 0; o <= count; o++) {
    let sum = 0;
    const base = o * POSITION_SIZE;
    for (let f = 0; f < POSITION_SIZE; f++) sum += (features[base + f] as number) * (weights[f] as number);
    scores[o] = sum;
  }
  return scores;
}
