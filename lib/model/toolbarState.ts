import type { Viewer } from './viewer.ts';

/** What the toolbar button says of Sofar altogether. */
export type ToolbarState = 'on' | 'off' | 'paused';

/** The state of the toolbar button at a moment (milliseconds of the epoch). Off for good goes before a pause. */
export function toolbarState(viewer: Pick<Viewer, 'enabled' | 'pausedUntil'>, now: number): ToolbarState {
  if (!viewer.enabled) return 'off';
  return viewer.pausedUntil > now ? 'paused' : 'on';
}
