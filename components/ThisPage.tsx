import { Eye, EyeOff } from 'lucide-preact';
import { t } from '../lib/i18n.ts';
import { parseEpisodeCode } from '../lib/model/episodes.ts';
import type { PageStatus } from '../lib/model/pageStatus.ts';

export interface ThisPageProps {
  status: PageStatus | undefined;
  titleOf: (show: string) => string;
  onRevealAll: (revealed: boolean) => void;
}

/** So many entries of what is hidden are listed, the nearest ones; the others are counted together. */
const MOST_LISTED = 5;

type Hidden = PageStatus['hidden'][number];

/** By show, then in the order in which the viewer comes to the episodes. */
function inOrder(a: Hidden, b: Hidden): number {
  const [first, second] = [parseEpisodeCode(a.revealedIn), parseEpisodeCode(b.revealedIn)];
  return a.show.localeCompare(b.show) || first.season - second.season || first.number - second.number;
}

/** What Sofar found on the page of the active tab. */
export function ThisPage({ status, titleOf, onRevealAll }: ThisPageProps) {
  if (!status) return <p class="quiet">{t('pageNotReached')}</p>;
  const total = status.hidden.length;
  const places = [...Map.groupBy(status.hidden.toSorted(inOrder), (hidden) => `${hidden.show} ${hidden.revealedIn}`)];
  const listed = places.length === MOST_LISTED + 1 ? places : places.slice(0, MOST_LISTED);
  const others = places.slice(listed.length).flatMap(([, entries]) => entries).length;
  if (!status.active || (status.shows.length === 0 && !status.revealed)) return <p class="quiet">{t('noShowHere')}</p>;
  return (
    <div class="this-page">
      <div class="count-line">
        <p class={total > 0 ? 'count' : 'quiet'} aria-live="polite">
          {total > 0 ? t('hiddenCount', total) : t('nothingHidden')}
        </p>
        {(total > 0 || status.revealed) && (
          <button type="button" class="second" onClick={() => onRevealAll(!status.revealed)}>
            {status.revealed ? <EyeOff size={16} /> : <Eye size={16} />}
            {status.revealed ? t('hideAgain') : t('revealAll')}
          </button>
        )}
      </div>
      <ul class="places">
        {listed.map(([key, entries]) => (
          <li key={key}>
            <span>{t('hiddenFrom', titleOf(entries[0]?.show ?? ''), entries[0]?.revealedIn ?? '')}</span>
            <span class="quiet">{entries.length}</span>
          </li>
        ))}
        {others > 0 && (
          <li>
            <span>…</span>
            <span class="quiet">{others}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
