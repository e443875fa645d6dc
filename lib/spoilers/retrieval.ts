import { type Evidence, emptyEvidence } from './evidence.ts';
import type { ShowIndex } from './showIndex.ts';

/** How much a shared person counts beside a shared word of the same rarity. Chosen by hand. */
const PERSON_WEIGHT = 0.8;
/** Length normalisation, BM25's b: documents with many wordings are long without being vague. */
const LENGTH_SHARE = 0.35;
/**
 * Terms that more than this share of all documents hold ("death", "tell") find nothing by themselves: they only weigh
 * documents that a rarer term or a person leads to. Most of the time would go into their lists.
 */
const COMMON_SHARE = 1 / 25;
/** Shorter lists cost nothing that is worth saving. */
const LEAST_COMMON = 60;
/** So many terms can be common: one bit each. */
const MOST_COMMON = 31;

/**
 * Okapi-like retrieval over one show's documents (Robertson and Zaragoza 2009, "The Probabilistic Relevance
 * Framework"), with people apart from words. Buffers are kept between calls: not reentrant.
 */
export class Retriever {
  readonly #termIds: Map<string, number>;
  readonly #idf: Float32Array;
  readonly #postings: Int32Array[];
  /** Per term: the ordinals of its documents, each once. */
  readonly #termOrdinals: Int32Array[];
  /** Per term: the bit that it has in `#commonIn`, or 0 for a rarer one. */
  readonly #bit: Int32Array;
  /** Per document: the bits of its common terms. */
  readonly #commonIn: Int32Array;
  /** Per bit: the weight of its term. */
  readonly #bitIdf = new Float32Array(MOST_COMMON);
  readonly #documentsOf: Int32Array[];
  /** The people of document d: `#who[#whoAt[d]]` up to `#whoAt[d + 1]`. */
  readonly #who: Int32Array;
  readonly #whoAt: Int32Array;
  /** Per entity: its weight while it is one of the sentence's people, else 0. */
  readonly #meant: Float32Array;
  readonly #personIdf: Float32Array;
  readonly #norm: Float32Array;
  readonly #ordinals: Int32Array;
  readonly #wordScore: Float32Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: Int32Array;
  readonly #evidence: Evidence;
  /** The bits of the sentence's common terms. */
  readonly #bits = new Int32Array(MOST_COMMON);

  constructor(show: ShowIndex, episodeCount: number) {
    const { documents } = show;
    const count = documents.revealedIn.length;
    this.#termIds = new Map(documents.terms.map((term, id) => [term, id]));
    this.#postings = documents.postings.map((list) => Int32Array.from(list));
    this.#termOrdinals = documents.postings.map((list) => Int32Array.from(new Set(list.map((document) => documents.revealedIn[document] as number))));
    const idf = (n: number) => Math.log(1 + (count - n + 0.5) / (n + 0.5));
    this.#idf = Float32Array.from(this.#postings, (list) => idf(list.length));
    this.#bit = new Int32Array(documents.terms.length);
    this.#commonIn = new Int32Array(count);
    this.#noteCommon(count);
    const told: number[][] = show.entities.map(() => []);
    documents.who.forEach((who, document) => {
      for (const entity of who) told[entity]?.push(document);
    });
    this.#documentsOf = told.map((list) => Int32Array.from(list));
    this.#who = Int32Array.from(documents.who.flat());
    this.#whoAt = new Int32Array(count + 1);
    documents.who.forEach((who, document) => {
      this.#whoAt[document + 1] = (this.#whoAt[document] as number) + who.length;
    });
    this.#meant = new Float32Array(show.entities.length);
    this.#personIdf = Float32Array.from(told, (list) => (list.length > 0 ? idf(list.length) : 0));
    const mean = documents.length.reduce((sum, length) => sum + length, 0) / Math.max(1, count);
    this.#norm = Float32Array.from(documents.length, (length) => 1 / (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, mean)));
    this.#ordinals = Int32Array.from(documents.revealedIn);
    this.#wordScore = new Float32Array(count);
    this.#isTouched = new Uint8Array(count);
    // One place more than documents: what is not new is written there, and overwritten.
    this.#touched = new Int32Array(count + 1);
    this.#evidence = emptyEvidence(episodeCount + 1);
  }

  /** Gives the most frequent terms their bits. */
  #noteCommon(count: number): void {
    const common = [...this.#postings.keys()]
      .filter((term) => (this.#postings[term] as Int32Array).length > Math.max(LEAST_COMMON, count * COMMON_SHARE))
      .sort((a, b) => (this.#postings[b] as Int32Array).length - (this.#postings[a] as Int32Array).length)
      .slice(0, MOST_COMMON);
    common.forEach((term, i) => {
      this.#bit[term] = 1 << i;
      this.#bitIdf[i] = this.#idf[term] as number;
      for (const document of this.#postings[term] as Int32Array) this.#commonIn[document] = (this.#commonIn[document] as number) | (1 << i);
    });
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
   * @returns evidence that holds until the next call.
   */
  score(terms: Iterable<string>, people: readonly number[]): Evidence {
    const evidence = this.#evidence;
    const { words, joint, episode } = evidence;
    words.fill(0);
    joint.fill(0);
    episode.fill(0);
    evidence.possible = 0;
    evidence.bestDocument = -1;
    evidence.maxJoint = 0;
    let touched = 0;
    let common = 0;
    for (const term of terms) {
      const id = this.#termIds.get(term);
      if (id === undefined) continue;
      evidence.possible += this.#idf[id] as number;
      const bit = this.#bit[id] as number;
      if (bit !== 0) common |= bit;
      else touched = this.#addPostings(id, touched, episode);
    }
    for (const entity of people) {
      this.#meant[entity] = this.#personIdf[entity] as number;
      if (common !== 0) touched = this.#addPerson(this.#documentsOf[entity] as Int32Array, common, touched);
    }
    this.#weigh(touched, common, evidence);
    for (const entity of people) this.#meant[entity] = 0;
    let maxEpisode = 0;
    for (let o = 0; o < episode.length; o++) maxEpisode = Math.max(maxEpisode, episode[o] as number);
    evidence.maxEpisode = maxEpisode;
    return evidence;
  }

  // The loops below run some hundred times a sentence over documents in no order: a branch that cannot be foretold costs
  // more than the sum that it would spare, so whether one was touched before is added up and not asked.

  /** Adds the documents of a person that hold one of the common terms: the others have no score. */
  #addPerson(documents: Int32Array, common: number, touched: number): number {
    const isTouched = this.#isTouched;
    const list = this.#touched;
    const commonIn = this.#commonIn;
    let end = touched;
    for (let d = 0; d < documents.length; d++) {
      const document = documents[d] as number;
      const shared = (commonIn[document] as number) & common;
      const known = isTouched[document] as number;
      const isNew = ((shared | -shared) >>> 31) & (known ^ 1);
      list[end] = document;
      end += isNew;
      isTouched[document] = known | isNew;
    }
    return end;
  }

  #addPostings(id: number, touched: number, episode: Float32Array): number {
    const idf = this.#idf[id] as number;
    const postings = this.#postings[id] as Int32Array;
    const ordinals = this.#termOrdinals[id] as Int32Array;
    const wordScore = this.#wordScore;
    const isTouched = this.#isTouched;
    const list = this.#touched;
    let end = touched;
    for (let p = 0; p < postings.length; p++) {
      const document = postings[p] as number;
      wordScore[document] = (wordScore[document] as number) + idf;
      list[end] = document;
      end += (isTouched[document] as number) ^ 1;
      isTouched[document] = 1;
    }
    for (let o = 0; o < ordinals.length; o++) episode[ordinals[o] as number] = (episode[ordinals[o] as number] as number) + idf;
    return end;
  }

  /** Ends the scores of what was touched, and leaves its places clean. */
  #weigh(touched: number, common: number, evidence: Evidence): void {
    const list = this.#touched;
    const isTouched = this.#isTouched;
    const wordScore = this.#wordScore;
    const commonIn = this.#commonIn;
    const bitIdf = this.#bitIdf;
    const bits = this.#bits;
    let bitCount = 0;
    for (let rest = common; rest !== 0; rest &= rest - 1) bits[bitCount++] = 31 - Math.clz32(rest & -rest);
    const norm = this.#norm;
    const ordinals = this.#ordinals;
    const { words, joint } = evidence;
    let maxWords = 0;
    for (let i = 0; i < touched; i++) {
      const document = list[i] as number;
      let sum = wordScore[document] as number;
      wordScore[document] = 0;
      isTouched[document] = 0;
      const held = commonIn[document] as number;
      for (let b = 0; b < bitCount; b++) sum += (bitIdf[bits[b] as number] as number) * ((held >>> (bits[b] as number)) & 1);
      const ordinal = ordinals[document] as number;
      const own = sum * (norm[document] as number);
      words[ordinal] = Math.max(own, words[ordinal] as number);
      maxWords = Math.max(own, maxWords);
      // People alone would match every fact about them: they count as far as words match too.
      if (own * (1 + PERSON_WEIGHT) <= (joint[ordinal] as number)) continue;
      const both = own + PERSON_WEIGHT * Math.min(own, this.#peopleIn(document));
      if (both <= (joint[ordinal] as number)) continue;
      joint[ordinal] = both;
      if (both <= evidence.maxJoint) continue;
      evidence.maxJoint = both;
      evidence.bestDocument = document;
    }
    evidence.maxWords = maxWords;
  }

  /** The weight of the people meant that a document tells of. */
  #peopleIn(document: number): number {
    const end = this.#whoAt[document + 1] as number;
    let sum = 0;
    for (let i = this.#whoAt[document] as number; i < end; i++) sum += this.#meant[this.#who[i] as number] as number;
    return sum;
  }
}
