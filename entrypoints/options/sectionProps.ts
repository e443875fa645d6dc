import type { ShowSummary } from '../../lib/model/showSummary.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import type { Act } from '../shared/useNotice.ts';

/** What each section of the settings is given. */
export interface SectionProps {
  viewer: Viewer;
  shows: readonly ShowSummary[];
  /** The title of a show; its id where the dataset does not have it. */
  titleOf: (show: string) => string;
  act: Act;
}
