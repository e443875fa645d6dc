import type { ShowSummary } from './showSummary.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The shows that have what somebody typed in one of their titles, whatever its case and accents. All of them where nothing was typed. */
export function findShows(shows: readonly ShowSummary[], typed: string): ShowSummary[] {
  const wanted = fold(typed.trim());
  return shows.filter((show) => [show.title, ...show.otherTitles].some((title) => fold(title).includes(wanted)));
}
