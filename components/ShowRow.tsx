import { Check, ChevronDown, ChevronUp } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import type { TrackedShow } from '../lib/model/viewer.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { ProgressForm } from './ProgressForm.tsx';
import { progressText } from './progressText.ts';
import { Switch } from './Switch.tsx';

export interface ShowRowProps {
  show: ShowSummary;
  tracked: TrackedShow;
  isOpen: boolean;
  /** Takes the focus when it appears: what the viewer pressed to get it here is gone. */
  takesFocus?: boolean;
  onToggle: () => void;
  onProgress: (watched: EpisodeCode) => void;
  onOff: (off: boolean) => void;
  onRemove: () => void;
}

/** The id of the button that opens and closes a show's row, for what must give the focus to it. */
export const toggleId = (show: string): string => `show-${show}`;

/** A tracked show: how far, one step on, and its own switches when opened. */
export function ShowRow({ show, tracked, isOpen, takesFocus, onToggle, onProgress, onOff, onRemove }: ShowRowProps) {
  const toggle = useRef<HTMLButtonElement>(null);
  // Only when the row appears.
  useEffect(() => {
    if (takesFocus) toggle.current?.focus();
  }, []);
  const order = new EpisodeOrder(show.seasonLengths);
  const progress = order.find(tracked.watched) ?? order.count;
  const state = progressText(order, tracked.watched);
  const next = progress < order.count ? order.codeOf(progress + 1) : undefined;
  const change = (watched: EpisodeCode) => {
    // At the end the buttons that lead there go; the focus must not go with them.
    const isButtonGoing = order.find(watched) === order.count && document.activeElement instanceof HTMLButtonElement;
    if (isButtonGoing) toggle.current?.focus();
    onProgress(watched);
  };
  return (
    <li class={`show ${tracked.off ? 'is-off' : ''}`}>
      <div class="show-line">
        <button type="button" class="show-toggle" id={toggleId(show.id)} ref={toggle} aria-expanded={isOpen} onClick={onToggle}>
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
            onClick={() => change(next)}
          >
            +1
          </button>
        )}
      </div>
      <ProgressBar watched={progress} count={order.count} label={t('progressOf', show.title)} />
      {isOpen && (
        <div class="show-body">
          <ProgressForm show={show} watched={order.codeOf(progress)} onChange={change} />
          <Switch label={t('hideForShow')} checked={!tracked.off} onChange={(on) => onOff(!on)} />
          <button type="button" class="link" onClick={onRemove}>
            {t('remove')}
          </button>
        </div>
      )}
    </li>
  );
}
