import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { findShows } from '../lib/model/findShows.ts';
import type { ShowSummary } from '../lib/model/showSummary.ts';
import { ShowSearch } from './ShowSearch.tsx';

export interface ShowChipsProps {
  shows: readonly ShowSummary[];
  isPicked: (show: string) => boolean;
  onToggle: (show: string, picked: boolean) => void;
}

/** All shows as chips that can be picked, and a search among them. */
export function ShowChips({ shows, isPicked, onToggle }: ShowChipsProps) {
  const [query, setQuery] = useState('');
  const found = findShows(shows, query);
  return (
    <div class="show-chips">
      <ShowSearch typed={query} isInVain={found.length === 0} onType={setQuery} />
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
