import { Eye, EyeOff } from 'lucide-preact';
import { t } from '../lib/i18n.ts';
import type { PageStatus } from '../lib/model/pageStatus.ts';

export interface ThisPageProps {
  status: PageStatus | undefined;
  titleOf: (show: string) => string;
  onRevealAll: (revealed: boolean) => void;
}

/** So many entries of what is hidden are listed. */
const MOST_LISTED = 5;

/** What Sofar found on the page of the active tab. */
export function ThisPage({ status, titleOf, onRevealAll }: ThisPageProps) {
  if (!status) return <p class="quiet">{t('pageNotReached')}</p>;
  const total = status.hidden.length;
  const places = Map.groupBy(status.hidden, (hidden) => `${hidden.show} ${hidden.revealedIn}`);
  if (!status.active || (status.shows.length === 0 && !status.revealed)) return <p class="quiet">{t('noShowHere')}</p>;
  return (
    <div class="this-page">
      <p class="count" aria-live="polite">
        {total > 0 ? t('hiddenCount', total) : t('nothingHidden')}
      </p>
      <ul class="places">
        {[...places].slice(0, MOST_LISTED).map(([key, entries]) => (
          <li key={key}>
            <span>{t('hiddenFrom', titleOf(entries[0]?.show ?? ''), entries[0]?.revealedIn ?? '')}</span>
            <span class="quiet">{entries.length}</span>
          </li>
        ))}
      </ul>
      {(total > 0 || status.revealed) && (
        <button type="button" class="second" onClick={() => onRevealAll(!status.revealed)}>
          {status.revealed ? <EyeOff size={16} /> : <Eye size={16} />}
          {status.revealed ? t('hideAgain') : t('revealAll')}
        </button>
      )}
    </div>
  );
}
