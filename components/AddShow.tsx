import { ChevronDown, ChevronUp, Plus, Search } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';

export interface AddShowProps {
  shows: readonly ShowSummary[];
  /** Lists nothing before a search or a click asks for it. */
  isFolded?: boolean;
  onAdd: (show: string) => void;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Search and list of the shows that are not tracked yet. */
export function AddShow({ shows, isFolded = false, onAdd }: AddShowProps) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const found = shows.filter((show) => [show.title, ...show.otherTitles].some((title) => fold(title).includes(fold(query.trim()))));
  const isListed = !isFolded || isOpen || query.trim() !== '';
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
      {isFolded && query.trim() === '' && (
        <button type="button" class="link" aria-expanded={isOpen} aria-controls={list} onClick={() => setOpen(!isOpen)}>
          {t('listShows')} {isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
        </button>
      )}
      <p class="quiet" role="status">
        {found.length === 0 && t('noShowFound')}
      </p>
      <ul id={list} hidden={!isListed}>
        {found.map((show) => (
          <li key={show.id}>
            <button
              type="button"
              class="add"
              onClick={() => {
                setQuery('');
                setOpen(false);
                onAdd(show.id);
              }}
            >
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
