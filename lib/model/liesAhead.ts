import type { Correction } from './correction.ts';
import { type EpisodeCode, parseEpisodeCode } from './episodes.ts';

/** Whether an episode comes after what is watched. */
export function liesAhead(code: EpisodeCode, watched: EpisodeCode): boolean {
  const [one, other] = [parseEpisodeCode(code), parseEpisodeCode(watched)];
  return one.season !== other.season ? one.season > other.season : one.number > other.number;
}

/** Whether the text of a correction may tell something to a viewer who has watched so far: what was hidden by hand, or nobody dated, may. */
export function mayTell(correction: Correction, watched: EpisodeCode): boolean {
  return correction.kind === 'hide' || !correction.revealedIn || liesAhead(correction.revealedIn, watched);
}
