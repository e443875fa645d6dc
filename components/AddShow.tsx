import { ChevronDown, ChevronUp, Plus } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import { findShows } from '../lib/model/findShows.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { ShowSearch } from './ShowSearch.tsx';

export interface AddShowProps {
  shows: readonly ShowSummary[];
  /** Lists nothing before a search or a click asks for it. */
  isFolded?: boolean;
  onAdd: (show: string) => void;
}

/** Search and list of the shows that are not tracked yet. */
export function AddShow({ shows, isFolded = false, onAdd }: AddShowProps) {
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const found = findShows(shows, query);
  const isListed = !isFolded || isOpen || query.trim() !== '';
  return (
    <div class="add-show">
      <ShowSearch typed={query} isInVain={found.length === 0} onType={setQuery} />
      {isFolded && query.trim() === '' && (
        <button type="button" class="link" aria-expanded={isOpen} aria-controls={list} onClick={() => setOpen(!isOpen)}>
          {t('listShows')} {isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
        </button>
      )}
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
