import { Pencil } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { Card } from '../lib/model/card.ts';
import { type EpisodeCode, NOT_STARTED } from '../lib/model/episodes.ts';

export interface AsOfProps {
  card: Card;
  /** The picker was opened: the card is to stay. */
  onOpen: () => void;
  onProgress: (code: EpisodeCode) => void;
}

const focus = (select: HTMLSelectElement | null) => select?.focus();

const codeAt = (season: number, episode: number): EpisodeCode => `S${season + 1}E${episode + 1}`;

/** As of which episode a card is, and the way to another one without leaving it. */
export function AsOf({ card, onOpen, onProgress }: AsOfProps) {
  const [isOpen, setOpen] = useState(false);
  const { asOf, episodes } = card;
  const text = asOf === NOT_STARTED ? t('asOfNotStarted') : t('asOf', asOf);
  if (!isOpen)
    return (
      <button
        type="button"
        class="as-of"
        onClick={() => {
          setOpen(true);
          onOpen();
        }}
      >
        <span>{text}</span> <span class="change">{t('change')}</span> <Pencil size={12} aria-hidden="true" />
      </button>
    );
  return (
    <label class="as-of-pick">
      <span>{t('watchedThrough')}</span>
      <select ref={focus} value={asOf} onChange={(event) => onProgress(event.currentTarget.value as EpisodeCode)}>
        <option value={NOT_STARTED}>{t('notStarted')}</option>
        {episodes.map((titles, s) => (
          <optgroup key={s} label={t('seasonNumber', s + 1)}>
            {titles.map((title, e) => {
              const code = codeAt(s, e);
              return (
                <option key={code} value={code}>
                  {[code, title].join(' ').trim()}
                </option>
              );
            })}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
