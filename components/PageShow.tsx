import { formatList, formatNumber, t, tCount } from '../lib/i18n.ts';
import { parseEpisodeCode } from '../lib/model/episodes.ts';
import type { PageStatus } from '../lib/model/pageStatus.ts';

type Hidden = PageStatus['hidden'][number];

export interface PageShowProps {
  title: string;
  show: PageStatus['shows'][number];
  /** Its hidden sentences. */
  hidden: readonly Hidden[];
}

/** So many episodes are named, the nearest ones. */
const MOST_NAMED = 5;

/** In the order in which the viewer comes to the episodes. */
function inOrder(a: Hidden, b: Hidden): number {
  const [first, second] = [parseEpisodeCode(a.revealedIn), parseEpisodeCode(b.revealedIn)];
  return first.season - second.season || first.number - second.number;
}

/** A show that a page speaks of: how many names, how much is hidden, and which episodes that belongs to. */
export function PageShow({ title, show, hidden }: PageShowProps) {
  const episodes = [...Map.groupBy(hidden.toSorted(inOrder), ({ revealedIn }) => revealedIn)].map(([code, all]) =>
    all.length === 1 ? code : `${code}\u00a0(${formatNumber(all.length)})`,
  );
  const named = episodes.length === MOST_NAMED + 1 ? episodes : episodes.slice(0, MOST_NAMED);
  return (
    <li>
      <div class="place-line">
        <span class="show-title">{title}</span>
        <span class="quiet">{[tCount('nameCount', show.names), show.hidden > 0 && tCount('hiddenCount', show.hidden)].filter(Boolean).join(' · ')}</span>
      </div>
      {named.length > 0 && <p class="quiet">{t('hiddenEpisodes', formatList(named.length < episodes.length ? [...named, '…'] : named))}</p>}
    </li>
  );
}
