import type { Cue } from './cues.ts';
import type { Evidence } from './evidence.ts';
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

const isExact = (cue: Cue): boolean => cue.grain !== 'season';

/** The place of a feature's weight: looked up once, not per sentence. */
const at = (name: (typeof POSITION_FEATURES)[number]): number => POSITION_FEATURES.indexOf(name);
const F = Object.fromEntries(POSITION_FEATURES.map((name) => [name, at(name)])) as Record<(typeof POSITION_FEATURES)[number], number>;

/** So many episodes before the one that a page is about count as near it. */
const NEAR_EPISODES = 3;

/** Adds to scores[from..to], both inclusive and cut to what there is. */
function add(scores: Float32Array, from: number, to: number, value: number | undefined): void {
  if (!value) return;
  const last = Math.min(to, scores.length - 1);
  for (let o = Math.max(0, from); o <= last; o++) scores[o] = (scores[o] as number) + value;
}

function addEvidence(scores: Float32Array, { words, joint, episode, maxWords, maxJoint, maxEpisode }: Evidence, weights: ArrayLike<number>): void {
  const ofJoint = (weights[F.joint] as number) / 10;
  const ofJointShare = (weights[F.jointShare] as number) / Math.max(1, maxJoint) ** 2;
  const ofWords = (weights[F.words] as number) / 10;
  const ofWordsShare = (weights[F.wordsShare] as number) / Math.max(1, maxWords) ** 2;
  const ofEpisode = (weights[F.episodeWords] as number) / 20;
  const ofEpisodeShare = (weights[F.episodeShare] as number) / Math.max(1, maxEpisode) ** 2;
  for (let o = 0; o < scores.length; o++) {
    const j = joint[o] as number;
    const w = words[o] as number;
    const e = episode[o] as number;
    scores[o] = (scores[o] as number) + (ofJoint + ofJointShare * j) * j + (ofWords + ofWordsShare * w) * w + (ofEpisode + ofEpisodeShare * e) * e;
  }
}

/** Adds one weight for every ordinal that any of the cues covers, once. */
function addCues(scores: Float32Array, cues: readonly Cue[], wanted: (cue: Cue) => boolean, weight: number): void {
  let end = -1;
  for (const cue of cues.filter(wanted).sort((a, b) => a.from - b.from)) {
    add(scores, Math.max(cue.from, end + 1), cue.to, weight);
    end = Math.max(end, cue.to);
  }
}

function addAnchors(scores: Float32Array, { row, heading, page }: Anchors, w: ArrayLike<number>): void {
  const last = scores.length - 1;
  if (row) add(scores, row.from, row.to, w[isExact(row) ? F.rowEpisode : F.rowSeason]);
  if (heading) {
    add(scores, heading.from, heading.to, w[isExact(heading) ? F.headingEpisode : F.headingSeason]);
    add(scores, heading.to + 1, last, w[F.beyondHeading]);
    add(scores, 0, heading.from - 1, w[F.beforeHeadingSeason]);
  }
  if (page) {
    add(scores, page.from, page.to, w[isExact(page) ? F.pageEpisode : F.pageSeason]);
    add(scores, page.to + 1, last, w[F.beyondPage]);
    if (isExact(page)) add(scores, page.from - NEAR_EPISODES, page.from - 1, w[F.nearPage]);
  }
}

/**
 * Writes the log-score of every ordinal (0..count) of one sentence, not normalised: the sum of what POSITION_FEATURES
 * stand for, each with its weight.
 */
export function positionScores(
  show: PreparedShow,
  reading: SentenceReading,
  evidence: Evidence,
  anchors: Anchors,
  weights: ArrayLike<number>,
  scores: Float32Array,
): void {
  const last = scores.length - 1;
  scores.fill(0);
  if (evidence.maxWords > 0) addEvidence(scores, evidence, weights);
  if (reading.cues.length) {
    addCues(scores, reading.cues, isExact, weights[F.cueEpisode] as number);
    addCues(scores, reading.cues, (cue) => !isExact(cue), weights[F.cueSeason] as number);
    add(scores, Math.max(...reading.cues.map((cue) => cue.to)) + 1, last, weights[F.beyondCue]);
  }
  if (reading.titledEpisode > 0) add(scores, reading.titledEpisode, reading.titledEpisode, weights[F.titled]);
  addAnchors(scores, anchors, weights);
  addPeople(scores, show, reading, weights);
  let premise = weights[F.premise] as number;
  if (reading.isLead) premise += weights[F.premiseAtLead] as number;
  if (reading.isDescription) premise += weights[F.premiseDescription] as number;
  if (reading.isOnlyNames) premise += weights[F.premiseNames] as number;
  const words = evidence.words[0] as number;
  if (words > 0 && words >= 0.9 * Math.max(1, evidence.maxWords)) premise += weights[F.premiseMatched] as number;
  add(scores, 0, 0, premise);
}

/** What cannot be before people are met, and before they meet one another. */
function addPeople(scores: Float32Array, show: PreparedShow, { people, carried }: SentenceReading, weights: ArrayLike<number>): void {
  let appearance = 0;
  let carriedAppearance = 0;
  let meeting = 0;
  for (const entity of people) appearance = Math.max(appearance, (show.index.entities[entity] as IndexedEntity).revealedIn);
  for (const entity of carried) carriedAppearance = Math.max(carriedAppearance, (show.index.entities[entity] as IndexedEntity).revealedIn);
  for (const a of people) for (const b of people) if (a < b) meeting = Math.max(meeting, show.firstJoint(a, b));
  add(scores, 0, appearance - 1, weights[F.beforeAppearance]);
  if (appearance > 0) add(scores, appearance, appearance, weights[F.atAppearance]);
  add(scores, 0, carriedAppearance - 1, weights[F.beforeCarriedAppearance]);
  add(scores, 0, meeting - 1, weights[F.beforeMeeting]);
}

/**
 * The features of every ordinal of one sentence, one row of POSITION_SIZE numbers an ordinal, for fitting: scores are
 * linear in the weights, so a feature is the score by its weight alone.
 */
export function positionFeatures(show: PreparedShow, reading: SentenceReading, evidence: Evidence, anchors: Anchors): Float32Array {
  const scores = new Float32Array(show.order.count + 1);
  const features = new Float32Array(scores.length * POSITION_SIZE);
  for (let f = 0; f < POSITION_SIZE; f++) {
    positionScores(
      show,
      reading,
      evidence,
      anchors,
      POSITION_FEATURES.map((_, i) => +(i === f)),
      scores,
    );
    for (let o = 0; o < scores.length; o++) features[o * POSITION_SIZE + f] = scores[o] as number;
  }
  return features;
}
