/** What lists of shows need: no fact of the story, and episode titles only where they tell nothing. */
export interface ShowSummary {
  id: string;
  title: string;
  otherTitles: string[];
  years: string;
  network: string;
  premise: string;
  /** Index s: the number of episodes of season s + 1. */
  seasonLengths: number[];
  /** Index: ordinal − 1. */
  episodeTitles: string[];
  /** Ordinals whose title tells something: shown only once they are watched. */
  tellingTitles: number[];
  version: number;
  /** Where its facts come from, and under which licence. */
  licence: string;
  sources: { title: string; url?: string | undefined }[];
  /** Size of the pack as JSON, in bytes. */
  bytes: number;
  factCount: number;
  entityCount: number;
}
