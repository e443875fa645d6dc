import { Eye, EyeOff } from 'lucide-preact';
import { formatMoment, formatUntil, t, tCount } from '../lib/i18n.ts';
import { pageSituation } from '../lib/model/pageSituation.ts';
import type { PageStatus } from '../lib/model/pageStatus.ts';
import type { Viewer } from '../lib/model/viewer.ts';
import { PageShow } from './PageShow.tsx';

export interface ThisPageProps {
  viewer: Viewer;
  /** Undefined where no page answers: the browser's own pages, stores, and pages older than the extension. */
  status: PageStatus | undefined;
  now: number;
  titleOf: (show: string) => string;
  onRevealAll: (revealed: boolean) => void;
}

const WORDS = {
  off: 'pageOff',
  unreached: 'pageNotReached',
  offHere: 'pageOffHere',
  notChosen: 'pageNotChosen',
  noneTracked: 'firstStep',
  noShow: 'noShowHere',
} as const;

/** What Sofar found on the page of the active tab, or why it found nothing. */
export function ThisPage({ viewer, status, now, titleOf, onRevealAll }: ThisPageProps) {
  const situation = pageSituation(viewer, status, now);
  if (situation === 'paused') return <p>{t('pagePaused', formatMoment(viewer.pausedUntil, now), formatUntil(viewer.pausedUntil, now))}</p>;
  if (situation !== 'counts') return <p class={situation === 'noneTracked' ? '' : 'quiet'}>{t(WORDS[situation])}</p>;
  if (!status) return null;
  const total = status.shows.reduce((sum, show) => sum + show.hidden, 0);
  return (
    <div class="this-page">
      <div class="count-line">
        <p class={total > 0 ? 'count' : 'quiet'} aria-live="polite">
          {total > 0 ? tCount('hiddenCount', total) : t(status.revealed ? 'allShown' : 'nothingHidden')}
        </p>
        {(total > 0 || status.revealed) && (
          <button type="button" class="second" onClick={() => onRevealAll(!status.revealed)}>
            {status.revealed ? <EyeOff size={16} /> : <Eye size={16} />}
            {status.revealed ? t('hideAgain') : t('revealAll')}
          </button>
        )}
      </div>
      {status.isBusy && <p class="quiet">{t('pageBusy')}</p>}
      <ul class="places">
        {status.shows.map((show) => (
          <PageShow key={show.id} title={titleOf(show.id)} show={show} hidden={status.hidden.filter((hidden) => hidden.show === show.id)} />
        ))}
      </ul>
    </div>
  );
}
