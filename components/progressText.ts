import { t } from '../lib/i18n.ts';
import type { EpisodeCode, EpisodeOrder } from '../lib/model/episodes.ts';

/** How far a viewer is in a show, in a word: not started, finished, or the last episode watched. */
export function progressText(order: EpisodeOrder, watched: EpisodeCode): string {
  const progress = order.find(watched) ?? order.count;
  return progress === 0 ? t('notStarted') : progress === order.count ? t('finished') : order.codeOf(progress);
}
