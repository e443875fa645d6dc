import { NEW_VIEWER, type Viewer } from '../model/viewer.ts';

/** The storage key as pages read it, together with the snapshot. */
export const VIEWER_KEY = 'viewer';

/** A stored value as a viewer: whatever is missing gets its default. */
export function withDefaults(stored: Partial<Viewer> | null | undefined): Viewer {
  return { ...NEW_VIEWER, ...stored };
}
