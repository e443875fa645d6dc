import { ChevronLeft, Pin, PinOff, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatDay, t } from '../lib/i18n.ts';
import type { Card } from '../lib/model/card.ts';
import { type EpisodeCode, NOT_STARTED } from '../lib/model/episodes.ts';
import { AsOf } from './AsOf.tsx';

export interface HoverCardProps {
  card: Card;
  pinned: boolean;
  canGoBack: boolean;
  onPin: (pinned: boolean) => void;
  onBack: () => void;
  onClose: () => void;
  onGo: (entity: string, show: string) => void;
  onProgress: (code: EpisodeCode) => void;
}

/** So many facts stand on a card at first. */
const FIRST_FACTS = 3;
const MORE_FACTS = 8;

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join('');

/** The hover card: an entity as of the viewer's progress. */
export function HoverCard(props: HoverCardProps) {
  const { card } = props;
  return (
    <article class="card" aria-labelledby="card-name">
      <header class="card-head">
        {props.canGoBack && (
          <button type="button" class="icon" onClick={props.onBack} aria-label={t('back')}>
            <ChevronLeft size={16} />
          </button>
        )}
        <span class={`avatar kind-${card.kind}`} aria-hidden="true">
          {card.unmet ? '?' : card.episode ? card.episode.code.replace('S', '').replace('E', '·') : initials(card.name)}
        </span>
        <div class="card-title">
          <h2 id="card-name">{card.unmet ? t('notMet') : card.name}</h2>
          <p class="card-role">{card.unmet ? t('notMetHint') : card.role || card.showTitle}</p>
        </div>
        <button
          type="button"
          class="icon"
          aria-pressed={props.pinned}
          onClick={() => props.onPin(!props.pinned)}
          aria-label={props.pinned ? t('unpin') : t('pin')}
        >
          {props.pinned ? <PinOff size={16} /> : <Pin size={16} />}
        </button>
        <button type="button" class="icon" onClick={props.onClose} aria-label={t('close')}>
          <X size={16} />
        </button>
      </header>
      {!card.unmet && <CardBody {...props} />}
      <footer class="card-foot">
        <span class="show-name">{card.showTitle}</span>
        {card.tracked && <AsOf card={card} onOpen={() => props.onPin(true)} onProgress={props.onProgress} />}
      </footer>
    </article>
  );
}

function CardBody({ card, onGo, onProgress }: HoverCardProps) {
  const parts = Map.groupBy(card.plays, (part) => part.show === card.show);
  const meta = [card.playedBy.length > 0 && t('playedBy', card.playedBy.join(', ')), card.firstSeen && t('firstSeen', card.firstSeen)].filter(Boolean);
  if (card.episode) {
    const { code, airs, watched, titleHidden } = card.episode;
    // Noon: the day is the same in the viewer's own time.
    const day = new Date(`${airs}T12:00`);
    const isPast = day.getTime() <= Date.now();
    return (
      <div class="card-body">
        <p class="card-meta">{[code, t(isPast ? 'aired' : 'airs', formatDay(airs)), watched ? t('watched') : t('notWatched')].join(' · ')}</p>
        {titleHidden && <p>{t('titleHidden')}</p>}
        {!watched && (
          <button type="button" class="main" onClick={() => onProgress(code)}>
            {t('watchedUpToHere')}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="card-body">
      {meta.length > 0 && <p class="card-meta">{meta.join(' · ')}</p>}
      {card.deadSince && <p class="card-status">{t('deadSince', card.deadSince)}</p>}
      {[true, false].map((isHere) => {
        const plays = parts.get(isHere);
        return (
          plays && (
            <>
              {!isHere && <h3>{t('alsoIn')}</h3>}
              <ul class="links">
                {plays.map((part) => (
                  <li key={part.show + part.entity}>
                    <button type="button" class="chip" onClick={() => onGo(part.entity, part.show)}>
                      {part.name} <small>{part.showTitle}</small>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )
        );
      })}
      {!card.tracked && (
        <>
          <h3>{t('premise')}</h3>
          <p>{card.premise}</p>
          <button type="button" class="main" onClick={() => onProgress(NOT_STARTED)}>
            {t('track')}
          </button>
        </>
      )}
      {card.tracked && card.kind !== 'actor' && <Facts card={card} />}
      {card.links.length > 0 && (
        <ul class="links" aria-label={t('related')}>
          {card.links.map((link) => (
            <li key={link.entity}>
              <button type="button" class="chip" onClick={() => onGo(link.entity, card.show)}>
                {link.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Facts({ card }: { card: Card }) {
  const [count, setCount] = useState(FIRST_FACTS);
  if (card.facts.length === 0) return <p class="quiet">{t('nothingKnown')}</p>;
  return (
    <>
      <h3>{t('knownSoFar')}</h3>
      <ol class="facts">
        {card.facts.slice(0, count).map((fact) => (
          <li key={fact.text}>
            <span class="code">{fact.code}</span>
            <span>{fact.text}</span>
          </li>
        ))}
      </ol>
      {card.facts.length > count && (
        <button type="button" class="link" onClick={() => setCount(count + MORE_FACTS)}>
          {t('showMore')}
        </button>
      )}
    </>
  );
}
