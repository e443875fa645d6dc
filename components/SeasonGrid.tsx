// biome-ignore-all lint/a11y/useSemanticElements: rows of this grid wrap, which those of a table do not.
// biome-ignore-all lint/a11y/useFocusableInteractive: the button in a cell has the focus, one of them at a time.
import { useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { safeTitle } from './ProgressForm.tsx';

export interface SeasonGridProps {
  show: ShowSummary;
  watched: EpisodeCode;
  onChange: (watched: EpisodeCode) => void;
}

/** Where a key leads from an episode; ordinals. Undefined for keys that lead nowhere. */
export function stepInGrid(order: EpisodeOrder, from: number, key: string, ctrl: boolean): number | undefined {
  const at = Math.max(1, order.seasonLengths.findIndex((_, s) => from <= (order.season(s + 1)?.last ?? 0)) + 1);
  const here = order.season(at);
  if (!here) return undefined;
  const inSeason = (number: number) => {
    const season = order.season(number);
    return season && Math.min(season.first + from - here.first, season.last);
  };
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, order.count);
    case 'ArrowLeft':
      return Math.max(from - 1, 1);
    case 'ArrowDown':
      return inSeason(at + 1) ?? from;
    case 'ArrowUp':
      return inSeason(at - 1) ?? from;
    case 'Home':
      return ctrl ? 1 : here.first;
    case 'End':
      return ctrl ? order.count : here.last;
    default:
      return undefined;
  }
}

/** A row a season, a cell an episode. A click says: watched up to here. One stop of the Tab key; arrows go from cell to cell. */
export function SeasonGrid({ show, watched, onChange }: SeasonGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const order = new EpisodeOrder(show.seasonLengths);
  const progress = order.find(watched) ?? order.count;
  const at = pointed ?? focused;
  const stop = focused ?? Math.max(1, progress);
  const nameOf = (ordinal: number) => [order.codeOf(ordinal), safeTitle(show, ordinal, progress)].filter(Boolean).join(' · ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = stepInGrid(order, stop, event.key, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-ordinal="${next}"]`)?.focus();
  };
  return (
    <div class="season-grid">
      <div
        role="grid"
        tabIndex={-1}
        aria-label={t('episodesOf', show.title)}
        ref={grid}
        onKeyDown={onKeyDown}
        onFocusOut={() => setFocused(undefined)}
        onPointerLeave={() => setPointed(undefined)}
      >
        {show.seasonLengths.map((length, s) => (
          <div role="row" class="season" key={s}>
            <span role="rowheader" class="season-name" aria-label={t('seasonNumber', s + 1)}>
              {t('seasonShort', s + 1)}
            </span>
            {Array.from({ length }, (_, e) => {
              const ordinal = (order.season(s + 1)?.first ?? 1) + e;
              const isWatched = ordinal <= progress;
              return (
                <span role="gridcell" key={ordinal}>
                  <button
                    type="button"
                    class={`cell ${isWatched ? 'is-watched' : ''} ${ordinal === progress ? 'is-last' : ''}`}
                    data-ordinal={ordinal}
                    tabIndex={ordinal === stop ? 0 : -1}
                    title={nameOf(ordinal)}
                    aria-label={[t('seasonAndEpisode', s + 1, e + 1), safeTitle(show, ordinal, progress), isWatched ? t('watched') : t('notWatched')]
                      .filter(Boolean)
                      .join(', ')}
                    aria-current={ordinal === progress ? 'true' : undefined}
                    onFocus={() => setFocused(ordinal)}
                    onPointerEnter={() => setPointed(ordinal)}
                    onClick={() => onChange(order.codeOf(ordinal))}
                  >
                    {e + 1}
                  </button>
                </span>
              );
            })}
          </div>
        ))}
      </div>
      <p class="quiet episode-hint" aria-hidden="true">
        {at ? nameOf(at) : progress > 0 ? t('watchedUpTo', nameOf(progress)) : t('clickLastWatched')}
      </p>
    </div>
  );
}
