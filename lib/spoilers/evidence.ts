/** How strongly documents speak of what a sentence says. */
export interface EvidenceSummary {
  /** Sum of the weights of the sentence's known terms: what a perfect match would reach. */
  possible: number;
  /** The document behind the best joint score, or -1. */
  bestDocument: number;
  /** The highest value of `words`, `joint` and `episode`. */
  maxWords: number;
  maxJoint: number;
  maxEpisode: number;
}

/** The same per ordinal. The arrays belong to the retriever and hold until its next call. */
export interface Evidence extends EvidenceSummary {
  /** Per ordinal: the best document's words (sum of the weights of shared terms, length-normalised). */
  words: Float32Array;
  /** Per ordinal: the best document by words and people together. */
  joint: Float32Array;
  /** Per ordinal: all its documents' rarer words taken together, each term once. */
  episode: Float32Array;
}

/** Evidence of nothing. @param count how many ordinals there are, the premise's among them. */
export function emptyEvidence(count: number): Evidence {
  const perOrdinal = () => new Float32Array(count);
  return { words: perOrdinal(), joint: perOrdinal(), episode: perOrdinal(), possible: 0, bestDocument: -1, maxWords: 0, maxJoint: 0, maxEpisode: 0 };
}
