import { Check } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n.ts';
import type { EpisodeCode, EpisodeOrder } from '../lib/model/episodes.ts';

export interface ProgressStepsProps {
  order: EpisodeOrder;
  /** Ordinal of the last episode watched. */
  progress: number;
  onChange: (watched: EpisodeCode) => void;
  /** Further steps. */
  children?: ComponentChildren;
}

/** One press each: the next episode is watched, and so are all. */
export function ProgressSteps({ order, progress, onChange, children }: ProgressStepsProps) {
  const next = progress < order.count ? order.codeOf(progress + 1) : undefined;
  return (
    <div class="steps">
      {next && (
        <button type="button" class="main" onClick={() => onChange(next)}>
          <Check size={16} /> {t('watchedNext', next)}
        </button>
      )}
      {next && (
        <button type="button" class="second" onClick={() => onChange(order.codeOf(order.count))}>
          {t('finished')}
        </button>
      )}
      {children}
    </div>
  );
}
