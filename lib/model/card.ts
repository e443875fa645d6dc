import type { EpisodeCode } from './episodes.ts';
import type { EntityKind } from './packSchema.ts';

/** A line of a card: what is known, and since when. */
export interface CardFact {
  text: string;
  code: EpisodeCode;
}

/** Somebody whom a card leads on to. */
export interface CardLink {
  entity: string;
  name: string;
  /** How they are related, as a word of the interface's language: a fact's type. */
  relation: string;
}

/** The hover card: one entity as of the viewer's progress. Holds nothing that is revealed later. */
export interface Card {
  show: string;
  showTitle: string;
  entity: string;
  kind: EntityKind | 'episode';
  name: string;
  /** Who they are so far; empty where nothing is known yet. */
  role: string;
  /** The viewer has not met them yet: the card says so and nothing else. */
  unmet: boolean;
  playedBy: string[];
  /** For an actor: whom they play, as far as the viewer has met them. */
  plays: { entity: string; name: string; show: string; showTitle: string }[];
  firstSeen: EpisodeCode | undefined;
  /** They are known to be dead, from this episode on. Undefined says nothing: nobody is said to live. */
  deadSince: EpisodeCode | undefined;
  /** Newest first. */
  facts: CardFact[];
  links: CardLink[];
  /** For an episode. */
  episode?: { code: EpisodeCode; airs: string; watched: boolean; titleHidden: boolean };
  asOf: EpisodeCode;
  /** Per season the titles of its episodes, to choose from; empty where one tells something and is not watched. */
  episodes: string[][];
  /** The show is tracked; else the card tells the premise alone. */
  tracked: boolean;
  premise: string;
}
