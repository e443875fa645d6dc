import { Check, Search } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';

export interface ShowChipsProps {
  shows: readonly ShowSummary[];
  isPicked: (show: string) => boolean;
  onToggle: (show: string, picked: boolean) => void;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All shows as chips that can be picked, and a search among them. */
export function ShowChips({ shows, isPicked, onToggle }: ShowChipsProps) {
  const [query, setQuery] = useState('');
  const wanted = fold(query.trim());
  const found = shows.filter((show) => [show.title, ...show.otherTitles].some((title) => fold(title).includes(wanted)));
  return (
    <div class="show-chips">
      <label class="search">
        <Search size={16} />
        <input
          type="search"
          placeholder={t('searchShows')}
          aria-label={t('searchShows')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" role="status">
        {found.length === 0 && t('noShowFound')}
      </p>
      <ul class="chips">
        {found.map((show) => {
          const picked = isPicked(show.id);
          return (
            <li key={show.id}>
              <button type="button" class="chip" aria-pressed={picked} onClick={() => onToggle(show.id, !picked)}>
                {picked && <Check size={16} />} {show.title}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
