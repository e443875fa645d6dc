import { type EpisodeCode, EpisodeOrder, parseEpisodeCode } from './episodes.ts';
import type { ShowSummary } from './showSummary.ts';
import type { Viewer } from './viewer.ts';

/** What would change if one viewer took the place of another. */
export interface ViewerChanges {
  /** Shows that come, go, or are watched as far as elsewhere; an end that is missing is not tracked there. */
  shows: { id: string; from?: EpisodeCode; to?: EpisodeCode }[];
  /** Shows with other settings of their own, and the same progress. */
  showSettings: string[];
  /** Single settings with another value. */
  settings: (keyof Viewer)[];
  /** How many of each before and after. */
  sites: [number, number] | undefined;
  corrections: [number, number] | undefined;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const LISTS: readonly (keyof Viewer)[] = ['shows', 'sitesOff', 'sitesOnly', 'corrections'];

/** Compares two viewers. */
export function changesBetween(now: Viewer, then: Viewer): ViewerChanges {
  const ids = [...new Set([...Object.keys(now.shows), ...Object.keys(then.shows)])].sort();
  const shows: ViewerChanges['shows'] = [];
  const showSettings: string[] = [];
  for (const id of ids) {
    const [from, to] = [own(now, id), own(then, id)];
    if (from?.watched !== to?.watched) shows.push({ id, ...(from && { from: from.watched }), ...(to && { to: to.watched }) });
    else if (Boolean(from?.off) !== Boolean(to?.off) || from?.strictness !== to?.strictness) showSettings.push(id);
  }
  const keys = Object.keys(now) as (keyof Viewer)[];
  const settings = keys.filter((key) => !LISTS.includes(key) && !isSame(sorted(now[key]), sorted(then[key])));
  const isSitesSame = isSame([now.sitesOff, now.sitesOnly], [then.sitesOff, then.sitesOnly]);
  return {
    shows,
    showSettings,
    settings,
    sites: isSitesSame ? undefined : [now.sitesOff.length + now.sitesOnly.length, then.sitesOff.length + then.sitesOnly.length],
    corrections: isSame(now.corrections.map(sorted), then.corrections.map(sorted)) ? undefined : [now.corrections.length, then.corrections.length],
  };
}

/** Whether nothing would change. */
export function isNothing(changes: ViewerChanges): boolean {
  return changes.shows.length + changes.showSettings.length + changes.settings.length === 0 && !changes.sites && !changes.corrections;
}

/** A viewer whose progress is of episodes that there are: one past the end of a season, or of the show, is its last. */
export function fitToShows(viewer: Viewer, shows: readonly ShowSummary[]): Viewer {
  const fitted = { ...viewer.shows };
  for (const show of shows) {
    const tracked = own(viewer, show.id);
    if (tracked) fitted[show.id] = { ...tracked, watched: lastUpTo(show.seasonLengths, tracked.watched) };
  }
  return { ...viewer, shows: fitted };
}

function lastUpTo(seasonLengths: readonly number[], code: EpisodeCode): EpisodeCode {
  const order = new EpisodeOrder(seasonLengths);
  const { season, number } = parseEpisodeCode(code);
  const upTo = seasonLengths.slice(0, season).reduce((sum, length, s) => sum + (s + 1 < season ? length : Math.min(number, length)), 0);
  return order.codeOf(upTo);
}

const own = (viewer: Viewer, id: string) => (Object.hasOwn(viewer.shows, id) ? viewer.shows[id] : undefined);

/** An object's entries by key: the order in which they were written says nothing. */
function sorted(value: unknown): unknown {
  return value && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => a.localeCompare(b)) : value;
}
