import type { ShowIndex } from './showIndex.ts';

/** How strongly documents speak of what a sentence says, per ordinal. */
export interface Evidence {
  /** Per ordinal: the best document's words (sum of the weights of shared terms, length-normalised). */
  words: Float32Array;
  /** Per ordinal: the best document by words and people together. */
  joint: Float32Array;
  /** Per ordinal: all its documents' words taken together, each term once. */
  episode: Float32Array;
  /** Sum of the weights of the sentence's known terms: what a perfect match would reach. */
  possible: number;
  /** The document behind the best joint score, or -1. */
  bestDocument: number;
  /** The highest value of `words`, `joint` and `episode`. */
  maxWords: number;
  maxJoint: number;
  maxEpisode: number;
}

/** How much a shared person counts beside a shared word of the same rarity. Chosen by hand. */
const PERSON_WEIGHT = 0.8;
/** Length normalisation, BM25's b: documents with many wordings are long without being vague. */
const LENGTH_SHARE = 0.35;

/**
 * Okapi-like retrieval over one show's documents (Robertson and Zaragoza 2009, "The Probabilistic Relevance
 * Framework"), with people apart from words. Buffers are kept between calls: not reentrant.
 */
export class Retriever {
  readonly #show: ShowIndex;
  readonly #termIds: Map<string, number>;
  readonly #idf: Float32Array;
  readonly #postings: Int32Array[];
  readonly #who: number[][];
  /** 1 for the people of the sentence at hand. */
  readonly #isMeant: Uint8Array;
  readonly #personIdf: Float32Array;
  readonly #norm: Float32Array;
  readonly #ordinals: Int32Array;
  readonly #wordScore: Float32Array;
  readonly #touched: Int32Array;
  readonly #episodeTermAt: Int32Array;
  #stamp = 0;

  constructor(show: ShowIndex, episodeCount: number) {
    const { documents } = show;
    const count = documents.revealedIn.length;
    this.#show = show;
    this.#termIds = new Map(documents.terms.map((term, id) => [term, id]));
    this.#postings = documents.postings.map((list) => Int32Array.from(list));
    const idf = (n: number) => Math.log(1 + (count - n + 0.5) / (n + 0.5));
    this.#idf = Float32Array.from(this.#postings, (list) => idf(list.length));
    const told = new Int32Array(show.entities.length);
    for (const who of documents.who) for (const entity of who) told[entity] = (told[entity] as number) + 1;
    this.#who = documents.who;
    this.#isMeant = new Uint8Array(show.entities.length);
    this.#personIdf = Float32Array.from(told, (n) => (n > 0 ? idf(n) : 0));
    const mean = documents.length.reduce((sum, length) => sum + length, 0) / Math.max(1, count);
    this.#norm = Float32Array.from(documents.length, (length) => 1 / (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, mean)));
    this.#ordinals = Int32Array.from(documents.revealedIn);
    this.#wordScore = new Float32Array(count);
    this.#touched = new Int32Array(count);
    this.#episodeTermAt = new Int32Array(episodeCount + 1);
  }

  /** The weight of a term of this show's documents; 0 for one that they do not hold. */
  weightOf(term: string): number {
    const id = this.#termIds.get(term);
    return id === undefined ? 0 : (this.#idf[id] as number);
  }

  /**
   * Scores all documents for one sentence.
   * @param terms the sentence's distinct terms, without names.
   * @param people indices of the entities that it names.
   */
  score(terms: Iterable<string>, people: readonly number[]): Evidence {
    const ordinalCount = this.#episodeTermAt.length;
    const evidence: Evidence = {
      words: new Float32Array(ordinalCount),
      joint: new Float32Array(ordinalCount),
      episode: new Float32Array(ordinalCount),
      possible: 0,
      bestDocument: -1,
      maxWords: 0,
      maxJoint: 0,
      maxEpisode: 0,
    };
    let touched = 0;
    for (const term of terms) {
      const id = this.#termIds.get(term);
      if (id === undefined) continue;
      const idf = this.#idf[id] as number;
      const postings = this.#postings[id] as Int32Array;
      const stamp = ++this.#stamp;
      evidence.possible += idf;
      for (let p = 0; p < postings.length; p++) {
        const document = postings[p] as number;
        if (this.#wordScore[document] === 0) this.#touched[touched++] = document;
        this.#wordScore[document] = (this.#wordScore[document] as number) + idf;
        const ordinal = this.#ordinals[document] as number;
        if (this.#episodeTermAt[ordinal] !== stamp) {
          this.#episodeTermAt[ordinal] = stamp;
          evidence.episode[ordinal] = (evidence.episode[ordinal] as number) + idf;
        }
      }
    }
    for (const entity of people) this.#isMeant[entity] = 1;
    for (let i = 0; i < touched; i++) {
      const document = this.#touched[i] as number;
      const ordinal = this.#ordinals[document] as number;
      const words = (this.#wordScore[document] as number) * (this.#norm[document] as number);
      this.#wordScore[document] = 0;
      // People alone would match every fact about them: they count as far as words match too.
      const joint = words + PERSON_WEIGHT * Math.min(words, this.#peopleIn(document));
      if (words > (evidence.words[ordinal] as number)) evidence.words[ordinal] = words;
      if (joint > (evidence.joint[ordinal] as number)) evidence.joint[ordinal] = joint;
      if (words > evidence.maxWords) evidence.maxWords = words;
      if (joint > evidence.maxJoint) {
        evidence.maxJoint = joint;
        evidence.bestDocument = document;
      }
    }
    for (const entity of people) this.#isMeant[entity] = 0;
    for (const sum of evidence.episode) if (sum > evidence.maxEpisode) evidence.maxEpisode = sum;
    return evidence;
  }

  /** The weight of the people meant that a document tells of. */
  #peopleIn(document: number): number {
    const who = this.#who[document] as number[];
    let sum = 0;
    for (let i = 0; i < who.length; i++) if (this.#isMeant[who[i] as number]) sum += this.#personIdf[who[i] as number] as number;
    return sum;
  }

  /** The show whose documents are searched. */
  get show(): ShowIndex {
    return this.#show;
  }
}
