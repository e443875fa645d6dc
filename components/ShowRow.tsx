import { Check, ChevronDown, ChevronUp } from 'lucide-preact';
import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import type { TrackedShow } from '../lib/model/viewer.ts';
import { ProgressForm } from './ProgressForm.tsx';
import { Switch } from './Switch.tsx';

export interface ShowRowProps {
  show: ShowSummary;
  tracked: TrackedShow;
  isOpen: boolean;
  onToggle: () => void;
  onProgress: (watched: EpisodeCode) => void;
  onOff: (off: boolean) => void;
  onRemove: () => void;
}

/** A tracked show: how far, one step on, and its own switches when opened. */
export function ShowRow({ show, tracked, isOpen, onToggle, onProgress, onOff, onRemove }: ShowRowProps) {
  const order = new EpisodeOrder(show.seasonLengths);
  const progress = order.find(tracked.watched) ?? order.count;
  const state = progress === 0 ? t('notStarted') : progress === order.count ? t('finished') : order.codeOf(progress);
  const next = progress < order.count ? order.codeOf(progress + 1) : undefined;
  return (
    <li class={`show ${tracked.off ? 'is-off' : ''}`}>
      <div class="show-line">
        <button type="button" class="show-toggle" aria-expanded={isOpen} onClick={onToggle}>
          <span class="show-title">{show.title}</span>
          <span class="quiet">{tracked.off ? `${state} · ${t('off')}` : state}</span>
          {isOpen ? <ChevronUp size={16} /> : <ChevronDown size={16} />}
        </button>
        {!next && !isOpen && (
          <span class="done" aria-hidden="true">
            <Check size={16} />
          </span>
        )}
        {next && !isOpen && (
          <button
            type="button"
            class="plus"
            aria-label={`${show.title}: +1, ${t('watchedNext', next)}`}
            title={t('watchedNext', next)}
            onClick={() => onProgress(next)}
          >
            +1
          </button>
        )}
      </div>
      <div class="bar" role="img" aria-label={t('progressOf', show.title)}>
        <span style={{ inlineSize: `${(100 * progress) / Math.max(1, order.count)}%` }} />
      </div>
      {isOpen && (
        <div class="show-body">
          <ProgressForm show={show} watched={order.codeOf(progress)} onChange={onProgress} />
          <Switch label={t('hideForShow')} checked={!tracked.off} onChange={(on) => onOff(!on)} />
          <button type="button" class="link" onClick={onRemove}>
            {t('remove')}
          </button>
        </div>
      )}
    </li>
  );
}
