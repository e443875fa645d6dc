import type { PageStatus } from './pageStatus.ts';
import { isOnAt } from './siteSwitch.ts';
import { activeShows, type Viewer } from './viewer.ts';

/**
 * What there is to say of a page: Sofar is off or paused; nobody answers there; it is off on the site, or not on one of the
 * chosen ones; no show is tracked; none is spoken of; or there is something to count.
 */
export type PageSituation = 'off' | 'paused' | 'unreached' | 'offHere' | 'notChosen' | 'noneTracked' | 'noShow' | 'counts';

/** The situation of a page at a moment (milliseconds of the epoch): the first reason that holds. */
export function pageSituation(viewer: Viewer, status: PageStatus | undefined, now: number): PageSituation {
  if (!viewer.enabled) return 'off';
  if (Object.keys(viewer.shows).length === 0) return 'noneTracked';
  if (viewer.pausedUntil > now) return 'paused';
  if (!status) return 'unreached';
  if (viewer.sitesOff.includes(status.host)) return 'offHere';
  if (!isOnAt(viewer, status.host)) return 'notChosen';
  if (activeShows(viewer).length === 0 || !status.active || (status.shows.length === 0 && !status.revealed)) return 'noShow';
  return 'counts';
}
