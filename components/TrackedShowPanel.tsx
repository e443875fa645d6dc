import { Check, Trash2 } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder, NOT_STARTED } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { STRICTNESS_LEVELS, type Strictness, type TrackedShow } from '../lib/model/viewer.ts';
import { SeasonGrid } from './SeasonGrid.tsx';
import { Switch } from './Switch.tsx';

export const STRICTNESS_NAMES = { light: 'strictnessLight', balanced: 'strictnessBalanced', strict: 'strictnessStrict' } as const;

export interface TrackedShowPanelProps {
  show: ShowSummary;
  tracked: TrackedShow;
  /** The strictness that holds where the show has none of its own. */
  general: Strictness;
  onProgress: (watched: EpisodeCode) => void;
  onStrictness: (strictness: Strictness | null) => void;
  onOff: (off: boolean) => void;
  onRemove: () => void;
}

/** A tracked show with all its episodes and all that can be set for it. */
export function TrackedShowPanel({ show, tracked, general, onProgress, onStrictness, onOff, onRemove }: TrackedShowPanelProps) {
  const id = useId();
  const order = new EpisodeOrder(show.seasonLengths);
  const progress = order.find(tracked.watched) ?? order.count;
  const next = progress < order.count ? order.codeOf(progress + 1) : undefined;
  const state = progress === 0 ? t('notStarted') : next ? order.codeOf(progress) : t('finished');
  return (
    <section class={`panel ${tracked.off ? 'is-off' : ''}`} aria-labelledby={id}>
      <header class="panel-head">
        <h3 id={id}>{show.title}</h3>
        <span class="quiet">{tracked.off ? `${state} · ${t('off')}` : `${state} · ${t('countOf', progress, order.count)}`}</span>
      </header>
      <div class="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * progress) / Math.max(1, order.count)}%` }} />
      </div>
      <SeasonGrid show={show} watched={order.codeOf(progress)} onChange={onProgress} />
      <div class="steps">
        {next && (
          <button type="button" class="main" onClick={() => onProgress(next)}>
            <Check size={16} /> {t('watchedNext', next)}
          </button>
        )}
        {next && (
          <button type="button" class="second" onClick={() => onProgress(order.codeOf(order.count))}>
            {t('finished')}
          </button>
        )}
        {progress > 0 && (
          <button type="button" class="second" onClick={() => onProgress(NOT_STARTED)}>
            {t('notStarted')}
          </button>
        )}
      </div>
      <div class="show-settings">
        <Switch label={t('hideForShow')} checked={!tracked.off} onChange={(on) => onOff(!on)} />
        <label class="field">
          {t('strictness')}
          <select
            value={tracked.strictness ?? ''}
            onChange={(event) => onStrictness(STRICTNESS_LEVELS.find((level) => level === event.currentTarget.value) ?? null)}
          >
            <option value="">{t('asEverywhere', t(STRICTNESS_NAMES[general]))}</option>
            {STRICTNESS_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(STRICTNESS_NAMES[level])}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="second remove" aria-label={t('removeNamed', show.title)} onClick={onRemove}>
          <Trash2 size={16} /> {t('remove')}
        </button>
      </div>
    </section>
  );
}
