import type { Word } from './terms.ts';

/**
 * Tells narrative from talk about a show by its words alone: a logistic regression over hashed words and pairs of
 * neighbouring words, names replaced by their type. Made by `npm run train`.
 */
export interface NarrativeModel {
  /** As many as a power of two. */
  weights: Float32Array;
  bias: number;
}

const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
/** Sets the hashes of beginnings apart from those of whole words. */
const PREFIX_SEED = 0x2545f491;

function hashToken(token: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), HASH_PRIME);
  return hash;
}

/** Longer words count by their beginning too: "directs", "directed" and "director" have much in common. */
const PREFIX_UNITS = 5;

/** The bucket of each feature of a token sequence: every token, its beginning, and every pair of neighbours. */
export function bucketsOf(tokens: readonly string[], bucketCount: number): number[] {
  const mask = bucketCount - 1;
  const buckets: number[] = [];
  let before = hashToken('^', HASH_SEED);
  for (const token of tokens) {
    const own = hashToken(token, HASH_SEED);
    buckets.push((own ^ (own >>> 15)) & mask);
    if (token.length > PREFIX_UNITS && token[0] !== '@') {
      const prefix = hashToken(token.slice(0, PREFIX_UNITS), PREFIX_SEED);
      buckets.push((prefix ^ (prefix >>> 15)) & mask);
    }
    const pair = Math.imul(before ^ (own >>> 3), 0x9e3779b1) ^ own;
    buckets.push((pair ^ (pair >>> 15)) & mask);
    before = own;
  }
  const last = Math.imul(before ^ 0x5bd1, 0x9e3779b1);
  buckets.push((last ^ (last >>> 15)) & mask);
  return buckets;
}

/**
 * Log-odds that a sentence of these tokens tells a story. Long sentences do not shout louder: the sum is divided by
 * the square root of the number of features.
 */
export function narrativeLogit(model: NarrativeModel, tokens: readonly string[]): number {
  if (tokens.length === 0) return model.bias;
  const buckets = bucketsOf(tokens, model.weights.length);
  let sum = 0;
  for (const bucket of buckets) sum += model.weights[bucket] as number;
  return model.bias + sum / Math.sqrt(buckets.length);
}

/** A typed name in a text: what stands there instead of its words. */
export interface TypedSpan {
  start: number;
  end: number;
  type: string;
}

/**
 * The tokens of a sentence: folded words, typed names ("@character"), "@number", and "@name" for other words that
 * are written with a capital inside a sentence.
 * @param isCapital tells whether a unit of the text is upper case; sentences in capitals have no names.
 */
export function tokensOf(words: readonly Word[], typed: readonly TypedSpan[], isCapital: (at: number) => boolean): string[] {
  const tokens: string[] = [];
  let span = 0;
  let capitals = 0;
  for (const word of words) if (isCapital(word.start)) capitals++;
  const shouting = capitals * 2 > words.length && words.length > 3;
  words.forEach((word, i) => {
    while (span < typed.length && (typed[span] as TypedSpan).end <= word.start) span++;
    const name = typed[span];
    if (name && word.start >= name.start) {
      if (word.start === name.start) tokens.push(`@${name.type}`);
      return;
    }
    const digit = word.form.charCodeAt(0) - 48;
    if (digit >= 0 && digit <= 9) tokens.push(word.form.length === 4 && /^(19|20)\d\d$/.test(word.form) ? '@year' : '@number');
    else if (i > 0 && !shouting && word.form.length > 1 && isCapital(word.start)) tokens.push('@name');
    else tokens.push(word.form);
  });
  return tokens;
}
