import { unpackNet } from './netWeights.ts';
import type { BlockText } from './pageText.ts';
import type { SentenceReading } from './sentenceReading.ts';

/** What the story model weighs, in the order of its weights. */
export const STORY_FEATURES = [
  'lexical',
  'before',
  'after',
  'beforeThat',
  'afterThat',
  'near',
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
  'exclamation',
  'trailing',
  'open',
  'beginsSmall',
  'isHandle',
  'separators',
  'digits',
  'sentences',
  'first',
] as const;

export const STORY_SIZE = STORY_FEATURES.length;

/** What surrounds a sentence, as far as the story model asks. Log-odds are those of the narrative model. */
export interface Surroundings {
  before: number;
  after: number;
  /** Two sentences off. */
  beforeThat: number;
  afterThat: number;
  /** Mean of the sentence and three on either side. */
  near: number;
  block: number;
  section: number;
  heading: number;
  page: number;
  pageTitle: number;
  /** How many sentences its block has. */
  sentences: number;
}

/** No block of the training pages has more sentences: what that would say is not known. */
const MAX_SENTENCES = 14;

/** The features of one sentence. Log-odds are cut off at ±6, so that no single one decides. */
export function storyFeatures(reading: SentenceReading, block: BlockText, around: Surroundings): number[] {
  const clip = (logit: number) => Math.max(-6, Math.min(6, logit)) / 3;
  const episodeCue = reading.cues.some((cue) => cue.grain !== 'season') || reading.titledEpisode > 0;
  const seasonCue = reading.cues.some((cue) => cue.grain === 'season');
  return [
    clip(reading.lexical),
    clip(around.before),
    clip(around.after),
    clip(around.beforeThat),
    clip(around.afterThat),
    clip(around.near),
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
    +(reading.shape.end === 'question'),
    Math.log1p(reading.words) - 2.5,
    +reading.hasQuote,
    +reading.hasDate,
    +(reading.characters > 0 && reading.actors > 0),
    +(reading.characters > 0 && reading.actors + reading.makers === 0 && !reading.namesShow),
    +(reading.hasPronoun && reading.characters === 0),
    +(reading.shape.end === 'exclamation'),
    +(reading.shape.end === 'trailing'),
    +(reading.shape.end === 'open'),
    +reading.shape.beginsSmall,
    +reading.shape.isHandle,
    Math.min(3, reading.shape.separators),
    Math.min(0.5, reading.shape.digits) * 4,
    Math.log(Math.min(MAX_SENTENCES, around.sentences)),
    +(reading.start === 0),
  ];
}

/**
 * Several small networks that were begun from other random numbers: their mean errs less than each. Each has standardised
 * features, a layer of tanh units, and one output.
 */
export interface StoryModel {
  mean: number[];
  scale: number[];
  /** Of the layer of each network. */
  units: number;
  /** As packNet packs them: per unit a weight per feature and its bias, then the output's weight of each unit and its bias. */
  nets: string[];
}

/** From here on tanh is 1, and its continued fraction beyond it, to four digits. */
const MAX_TANH = 4.9;

/** Math.tanh to four digits, by Lambert's continued fraction: many times as fast, and each sentence asks more than a hundred times. */
function tanh(x: number): number {
  if (x > MAX_TANH) return 1;
  if (x < -MAX_TANH) return -1;
  const s = x * x;
  return (x * (135135 + s * (17325 + s * (378 + s)))) / (135135 + s * (62370 + s * (3150 + s * 28)));
}

/**
 * The networks laid out for speed: the units of all of them stand side by side, and standardising is part of their
 * weights. So a feature that is 0, as most are, costs nothing.
 */
export class StoryNets {
  /** Per feature: a weight per unit. */
  readonly #weights: Float64Array[];
  /** Per unit. */
  readonly #biases: Float64Array;
  readonly #output: Float64Array;
  readonly #bias: number;
  readonly #netCount: number;
  readonly #units: Float64Array;

  constructor({ mean, scale, units, nets }: StoryModel) {
    const width = mean.length + 1;
    const outputAt = units * width;
    const weights = nets.map(unpackNet);
    const perUnit = weights.flatMap((net) => Array.from({ length: units }, (_, u) => net.subarray(u * width, (u + 1) * width)));
    this.#weights = mean.map((_, f) => Float64Array.from(perUnit, (unit) => (unit[f] as number) * (scale[f] as number)));
    this.#biases = Float64Array.from(perUnit, (unit, u) =>
      this.#weights.reduce((sum, of, f) => sum - (of[u] as number) * (mean[f] as number), unit[width - 1] as number),
    );
    this.#output = Float64Array.from(weights.flatMap((net) => [...net.subarray(outputAt, outputAt + units)]));
    this.#bias = weights.reduce((sum, net) => sum + (net[outputAt + units] ?? 0), 0);
    this.#netCount = Math.max(1, nets.length);
    this.#units = new Float64Array(this.#biases.length);
  }

  /** Log-odds that a sentence with these features tells the story: the mean of all networks. */
  logit(features: readonly number[]): number {
    const units = this.#units;
    const count = units.length;
    units.set(this.#biases);
    for (let f = 0; f < features.length; f++) {
      const value = features[f] as number;
      if (value === 0) continue;
      const weights = this.#weights[f];
      if (weights) for (let u = 0; u < count; u++) units[u] = (units[u] as number) + value * (weights[u] as number);
    }
    let sum = this.#bias;
    for (let u = 0; u < count; u++) sum += tanh(units[u] as number) * (this.#output[u] as number);
    return sum / this.#netCount;
  }
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
