import { Trash2 } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder, NOT_STARTED } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { STRICTNESS_LEVELS, type Strictness, type TrackedShow } from '../lib/model/viewer.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { ProgressSteps } from './ProgressSteps.tsx';
import { progressText } from './progressText.ts';
import { SeasonGrid } from './SeasonGrid.tsx';
import { Switch } from './Switch.tsx';
import { STRICTNESS_TEXTS } from './strictnessTexts.ts';

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
  const state = progressText(order, tracked.watched);
  return (
    <section class={`panel ${tracked.off ? 'is-off' : ''}`} aria-labelledby={id}>
      <header class="panel-head">
        <h3 id={id}>{show.title}</h3>
        <span class="quiet">{tracked.off ? `${state} · ${t('off')}` : `${state} · ${t('countOf', progress, order.count)}`}</span>
      </header>
      <ProgressBar watched={progress} count={order.count} />
      <SeasonGrid show={show} watched={order.codeOf(progress)} onChange={onProgress} />
      <ProgressSteps order={order} progress={progress} onChange={onProgress}>
        {progress > 0 && (
          <button type="button" class="second" onClick={() => onProgress(NOT_STARTED)}>
            {t('notStarted')}
          </button>
        )}
      </ProgressSteps>
      <div class="show-settings">
        <Switch label={t('hideForShow')} checked={!tracked.off} onChange={(on) => onOff(!on)} />
        <label class="field">
          {t('strictness')}
          <select
            value={tracked.strictness ?? ''}
            onChange={(event) => onStrictness(STRICTNESS_LEVELS.find((level) => level === event.currentTarget.value) ?? null)}
          >
            <option value="">{t('asEverywhere', t(STRICTNESS_TEXTS[general].name))}</option>
            {STRICTNESS_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(STRICTNESS_TEXTS[level].name)}
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
