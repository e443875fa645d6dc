import type { Correction } from './correction.ts';
import { type EpisodeCode, NOT_STARTED } from './episodes.ts';

/** How much is hidden. Light: only what is sure; strict: any story that is not known to be seen. */
export const STRICTNESS_LEVELS = ['light', 'balanced', 'strict'] as const;
export type Strictness = (typeof STRICTNESS_LEVELS)[number];

/** How a hidden sentence looks. */
export const HIDE_STYLES = ['blur', 'bar', 'dots'] as const;
export type HideStyle = (typeof HIDE_STYLES)[number];

/** A tracked show: how far its viewer is, and what they want of it. */
export interface TrackedShow {
  /** The last episode watched, inclusive. */
  watched: EpisodeCode;
  /** Sofar leaves this show alone, and keeps the progress. */
  off?: boolean;
  /** Overrides the general strictness. */
  strictness?: Strictness;
  /** When the viewer last changed it, in milliseconds of the epoch: the popup lists the latest first. */
  changedAt: number;
}

/** All that a viewer has told Sofar. One value, stored by the background alone. */
export interface Viewer {
  enabled: boolean;
  /** Off until then, in milliseconds of the epoch; 0: not paused. */
  pausedUntil: number;
  strictness: Strictness;
  /** Hosts on which Sofar is off. */
  sitesOff: string[];
  /** The only hosts on which Sofar is on; empty: everywhere. */
  sitesOnly: string[];
  shows: Record<string, TrackedShow>;
  look: { style: HideStyle; strength: 1 | 2 | 3 };
  /** Marks names and opens cards. */
  cards: boolean;
  /** Keeps screen readers from reading what is hidden, by an attribute on its block. */
  quietForReaders: boolean;
  /** Replaces the tab's title while it tells something. */
  hideTabTitle: boolean;
  /** What the viewer corrected, oldest first. */
  corrections: Correction[];
}

export const NEW_VIEWER: Viewer = {
  enabled: true,
  pausedUntil: 0,
  strictness: 'balanced',
  sitesOff: [],
  sitesOnly: [],
  shows: {},
  look: { style: 'blur', strength: 2 },
  cards: true,
  quietForReaders: false,
  hideTabTitle: false,
  corrections: [],
};

/** Whether Sofar does anything at all on a host at a moment (milliseconds of the epoch). */
export function isActive(viewer: Viewer, host: string, now: number): boolean {
  if (!viewer.enabled || viewer.pausedUntil > now || viewer.sitesOff.includes(host)) return false;
  return viewer.sitesOnly.length === 0 || viewer.sitesOnly.includes(host);
}

/** The shows that Sofar looks for: tracked and not switched off. */
export function activeShows(viewer: Viewer): string[] {
  return Object.keys(viewer.shows).filter((id) => !viewer.shows[id]?.off);
}

/** A viewer's progress in a show, `S0E0` where it is not tracked. */
export function watchedIn(viewer: Viewer, show: string): EpisodeCode {
  return viewer.shows[show]?.watched ?? NOT_STARTED;
}

/** The strictness that holds for a show. */
export function strictnessFor(viewer: Viewer, show: string): Strictness {
  return viewer.shows[show]?.strictness ?? viewer.strictness;
}
