import type { EntityKind } from '../model/packSchema.ts';

/**
 * All that the engine needs of one show, compiled from its pack: plain data that fits into extension storage.
 * Ordinals throughout: 0 is the premise, 1 the first episode.
 */
export interface ShowIndex {
  id: string;
  /** The pack's version, so that a stale index is seen. */
  version: number;
  title: string;
  /** The title and its other forms; `common` where a title is also an everyday phrase. */
  titles: string[];
  titleIsCommon: boolean;
  scopeWords: string[];
  /** Its facts name nobody and tell little, as those of a catalogue do: what is not known to be seen is hidden sooner. */
  isCoarse: boolean;
  seasonLengths: number[];
  /** Index: ordinal − 1. */
  episodeTitles: string[];
  /** Ordinals whose title tells something. */
  tellingTitles: number[];
  entities: IndexedEntity[];
  names: IndexedName[];
  documents: Documents;
}

/** A show as pages get it: all but its documents. */
export type ShowNames = Omit<ShowIndex, 'documents'>;

/** Makers (writers, directors, composers) have no card, but naming one is talk about the show. */
export type IndexedKind = EntityKind | 'maker';

export interface IndexedEntity {
  id: string;
  kind: IndexedKind;
  revealedIn: number;
  weight: number;
}

export interface IndexedName {
  text: string;
  /** Index into `entities`. */
  entity: number;
  revealedIn: number;
  /** Says nothing about what a page is about. */
  common?: true;
  /** Counts only with its capitals. */
  word?: true;
  ambiguous?: true;
  /** A name used alone (given, family, nick): may mean somebody else on a page about something else. */
  short?: true;
}

/**
 * The lines that page text is matched with, as a bag of terms each: facts, dated roles and the premise.
 * Nothing of their wording is kept.
 */
export interface Documents {
  /** Per document: the ordinal that reveals it. */
  revealedIn: number[];
  /** Per document: 0 for a premise or role line, else the severity of its fact. */
  severity: number[];
  /** Per document: indices into `entities` of everybody in it. */
  who: number[][];
  /** Per document: how many terms it has. */
  length: number[];
  terms: string[];
  /** Per term: the documents that hold it, ascending. */
  postings: number[][];
}
