import type { EpisodeCode } from './episodes.ts';

/** What Sofar found on a page, for the popup. Tells no word of what is hidden. */
export interface PageStatus {
  host: string;
  active: boolean;
  /** Shows that the page speaks of. */
  shows: { id: string; names: number; hidden: number }[];
  /** Per hidden sentence: where it belongs. */
  hidden: { show: string; revealedIn: EpisodeCode }[];
  revealed: boolean;
  /** The page changes more than Sofar follows at once. */
  isBusy?: boolean;
}
