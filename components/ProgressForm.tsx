import { t } from '../lib/i18n.ts';
import { type EpisodeCode, EpisodeOrder, NOT_STARTED, parseEpisodeCode } from '../lib/model/episodes.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { ProgressSteps } from './ProgressSteps.tsx';

export interface ProgressFormProps {
  show: ShowSummary;
  watched: EpisodeCode;
  onChange: (watched: EpisodeCode) => void;
}

/** The title of an episode, as far as a viewer at `progress` may read it. */
export function safeTitle(show: ShowSummary, ordinal: number, progress: number): string {
  return ordinal > progress && show.tellingTitles.includes(ordinal) ? '' : (show.episodeTitles[ordinal - 1] ?? '');
}

/** Season and episode pickers, with "watched the next one", not started and finished. */
export function ProgressForm({ show, watched, onChange }: ProgressFormProps) {
  const order = new EpisodeOrder(show.seasonLengths);
  const progress = order.find(watched) ?? order.count;
  const { season, number } = parseEpisodeCode(order.codeOf(progress));
  const shownSeason = Math.max(1, season);
  const episodes = order.season(shownSeason);
  return (
    <div class="progress-form">
      <div class="pickers">
        <label>
          <span class="visually-hidden">{t('season')}</span>
          <select
            value={season === 0 ? '0' : String(shownSeason)}
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value);
              onChange(chosen === 0 ? NOT_STARTED : order.codeOf(order.season(chosen)?.first ?? 1));
            }}
          >
            <option value="0">{t('notStarted')}</option>
            {show.seasonLengths.map((_, s) => (
              <option key={s} value={String(s + 1)}>
                {t('seasonNumber', s + 1)}
              </option>
            ))}
          </select>
        </label>
        {season > 0 && episodes && (
          <label class="grow">
            <span class="visually-hidden">{t('episode')}</span>
            <select value={String(number)} onChange={(event) => onChange(order.codeOf(episodes.first + Number(event.currentTarget.value) - 1))}>
              {Array.from({ length: episodes.last - episodes.first + 1 }, (_, e) => (
                <option key={e} value={String(e + 1)}>
                  {`${e + 1}. ${safeTitle(show, episodes.first + e, progress)}`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ProgressSteps order={order} progress={progress} onChange={onChange} />
    </div>
  );
}
