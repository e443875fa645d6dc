import { Search } from 'lucide-preact';
import { t } from '../lib/i18n.ts';

export interface ShowSearchProps {
  typed: string;
  /** Nothing was found: says so. */
  isInVain: boolean;
  onType: (typed: string) => void;
}

/** The field that searches among shows. */
export function ShowSearch({ typed, isInVain, onType }: ShowSearchProps) {
  return (
    <>
      <label class="search">
        <Search size={16} />
        <input
          type="search"
          placeholder={t('searchShows')}
          aria-label={t('searchShows')}
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" role="status">
        {isInVain && t('noShowFound')}
      </p>
    </>
  );
}
