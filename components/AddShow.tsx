import { Plus, Search } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';

export interface AddShowProps {
  shows: readonly ShowSummary[];
  onAdd: (show: string) => void;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Search and list of the shows that are not tracked yet. */
export function AddShow({ shows, onAdd }: AddShowProps) {
  const [query, setQuery] = useState('');
  const found = shows.filter((show) => [show.title, ...show.otherTitles].some((title) => fold(title).includes(fold(query.trim()))));
  return (
    <div class="add-show">
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
      {found.length === 0 && <p class="quiet">{t('noShowFound')}</p>}
      <ul>
        {found.map((show) => (
          <li key={show.id}>
            <button type="button" class="add" onClick={() => onAdd(show.id)}>
              <span class="show-title">{show.title}</span>
              <span class="quiet">{[show.years, show.network].join(' · ')}</span>
              <Plus size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
