import type { Viewer } from './viewer.ts';

type Sites = Pick<Viewer, 'sitesOff' | 'sitesOnly'>;

/** Whether Sofar is meant to be on at a host, apart from being off or paused altogether. */
export function isOnAt({ sitesOff, sitesOnly }: Sites, host: string): boolean {
  return !sitesOff.includes(host) && (sitesOnly.length === 0 || sitesOnly.includes(host));
}

/**
 * The lists of sites with Sofar on or off at a host. Off never takes a host from the chosen ones: an empty list of chosen
 * sites means everywhere.
 */
export function withSite({ sitesOff, sitesOnly }: Sites, host: string, on: boolean): Sites {
  if (!on) return { sitesOff: sitesOff.includes(host) ? sitesOff : [...sitesOff, host], sitesOnly };
  return {
    sitesOff: sitesOff.filter((site) => site !== host),
    sitesOnly: sitesOnly.length === 0 || sitesOnly.includes(host) ? sitesOnly : [...sitesOnly, host],
  };
}
