import type { Card, CardFact, CardLink } from '../model/card.ts';
import { type EpisodeCode, type EpisodeOrder, episodeId, NOT_STARTED } from '../model/episodes.ts';
import type { PackEntity, PackFact, PackShow } from '../model/packSchema.ts';

/** What a card is made from. Facts are those about the entity, with the ordinal that reveals each. */
export interface CardSource {
  show: PackShow;
  order: EpisodeOrder;
  entities: readonly PackEntity[];
  facts: readonly { revealedIn: number; fact: PackFact }[];
  /** The viewer's progress as an ordinal; undefined where the show is not tracked. */
  progress: number | undefined;
}

/** Types of fact that tie two people together, and so lead from one card to another. */
const TIES = new Set(['marriage', 'couple', 'break-up', 'parent', 'sibling', 'alliance', 'betrayal', 'kill']);
const MAX_LINKS = 6;
/** Whom the poster shows is there from the first episode on, unless their pack says otherwise. */
const FIRST_EPISODE: EpisodeCode = 'S1E1';

/** The name under which an entity may be shown at a progress: the safest, or the latest that takes its place. */
export function displayName(entity: PackEntity, order: EpisodeOrder, progress: number): string {
  const known = entity.names.filter((name) => order.ordinalOf(name.revealedIn ?? entity.revealedIn) <= progress);
  return (known.findLast((name) => name.display) ?? known[0] ?? entity.names[0])?.text ?? entity.id;
}

function emptyCard(source: CardSource, entity: string, name: string): Card {
  return {
    show: source.show.id,
    showTitle: source.show.title,
    entity,
    kind: 'character',
    name,
    role: '',
    unmet: false,
    playedBy: [],
    plays: [],
    firstSeen: undefined,
    deadSince: undefined,
    facts: [],
    links: [],
    asOf: source.order.codeOf(source.progress ?? 0),
    episodes: [],
    tracked: source.progress !== undefined,
    premise: source.show.premise,
  };
}

/**
 * The card of an entity as of the viewer's progress. Nothing that is revealed later is in it: no fact, no role, no
 * name, no actor of a part that has not begun.
 * @returns undefined where the show has no such entity.
 */
export function buildCard(source: CardSource, entityId: string): Card | undefined {
  const entity = source.entities.find((candidate) => candidate.id === entityId);
  if (!entity) return undefined;
  const { order } = source;
  const progress = source.progress ?? 0;
  const ordinal = (code: EpisodeCode) => order.ordinalOf(code);
  const card = { ...emptyCard(source, entityId, displayName(entity, order, progress)), kind: entity.kind };
  if (ordinal(entity.revealedIn) > progress) return { ...card, name: '', unmet: true };
  const firstSeen = entity.firstSeen ?? (entity.revealedIn === NOT_STARTED && entity.kind === 'character' ? FIRST_EPISODE : entity.revealedIn);
  return {
    ...card,
    role: entity.roles.findLast((role) => ordinal(role.revealedIn) <= progress)?.text ?? '',
    playedBy: (entity.playedBy ?? []).filter((part) => !part.from || ordinal(part.from) <= Math.max(1, progress)).map((part) => part.actor),
    firstSeen: ordinal(firstSeen) > 0 && ordinal(firstSeen) <= progress ? firstSeen : undefined,
    deadSince: deathOf(source, entityId, progress),
    facts: factsOf(source, progress),
    links: linksOf(source, entityId, progress),
  };
}

/** Newest first; of one episode, the weightiest first. */
function factsOf(source: CardSource, progress: number): CardFact[] {
  return source.facts
    .filter(({ revealedIn }) => revealedIn <= progress)
    .map((row, i) => ({ ...row, i }))
    .sort((a, b) => b.revealedIn - a.revealedIn || b.fact.severity - a.fact.severity || a.i - b.i)
    .map(({ revealedIn, fact }) => ({ text: fact.text, code: source.order.codeOf(revealedIn) }));
}

/** The episode since which somebody is known to be dead, unless they came back, or it is only thought so. */
function deathOf(source: CardSource, entityId: string, progress: number): EpisodeCode | undefined {
  let dead: number | undefined;
  const known = source.facts.filter(({ revealedIn }) => revealedIn <= progress).sort((a, b) => a.revealedIn - b.revealedIn);
  for (const { revealedIn, fact } of known) {
    const isOver = fact.until !== undefined && source.order.ordinalOf(fact.until) <= progress;
    const dies = (fact.type === 'death' && fact.who.includes(entityId)) || (fact.type === 'kill' && (fact.with?.includes(entityId) ?? false));
    if (dies && !isOver && fact.confidence !== 'low') dead ??= revealedIn;
    else if (fact.type === 'return' && fact.who.includes(entityId)) dead = undefined;
  }
  return dead === undefined ? undefined : source.order.codeOf(dead);
}

/** The titles of all episodes by season, without those that would tell something. */
export function safeTitles(
  progress: number | undefined,
  seasons: readonly { episodes: readonly { title: string; titleTells?: boolean | undefined }[] }[],
): string[][] {
  let ordinal = 0;
  return seasons.map(({ episodes }) => episodes.map(({ title, titleTells }) => (++ordinal > (progress ?? 0) && titleTells ? '' : title)));
}

/** People tied to the entity by what is known and still true, the latest tie first. */
function linksOf(source: CardSource, entityId: string, progress: number): CardLink[] {
  const links = new Map<string, CardLink>();
  const byId = new Map(source.entities.map((entity) => [entity.id, entity]));
  const known = source.facts.filter(({ revealedIn }) => revealedIn <= progress).sort((a, b) => b.revealedIn - a.revealedIn);
  for (const { fact } of known) {
    if (!TIES.has(fact.type) || (fact.until && source.order.ordinalOf(fact.until) <= progress)) continue;
    for (const id of [...fact.who, ...(fact.with ?? [])]) {
      const other = byId.get(id);
      if (id === entityId || !other || links.has(id) || source.order.ordinalOf(other.revealedIn) > progress) continue;
      links.set(id, { entity: id, name: displayName(other, source.order, progress), relation: fact.type });
    }
  }
  return [...links.values()].slice(0, MAX_LINKS);
}

/** Whom an actor plays in one show, as far as its viewer has met them. */
export interface Part {
  show: PackShow;
  order: EpisodeOrder;
  entity: PackEntity;
  progress: number | undefined;
}

/** The card of an actor, as seen from one show. */
export function buildActorCard(source: CardSource, actor: { id: string; name: string }, parts: readonly Part[]): Card {
  const plays = parts
    .filter(({ entity, order, progress }) => {
      const known = progress ?? 0;
      const from = entity.playedBy?.find((part) => part.actor === actor.name)?.from;
      return order.ordinalOf(entity.revealedIn) <= known && (!from || order.ordinalOf(from) <= Math.max(1, known));
    })
    .map(({ show, entity, order, progress }) => ({ entity: entity.id, name: displayName(entity, order, progress ?? 0), show: show.id, showTitle: show.title }));
  return { ...emptyCard(source, actor.id, actor.name), kind: 'actor', plays };
}

/** The card of an episode. Its title is held back while it tells something and is not watched. */
export function buildEpisodeCard(source: CardSource, code: EpisodeCode, episode: { title: string; airs: string; titleTells?: boolean | undefined }): Card {
  const watched = source.order.ordinalOf(code) <= (source.progress ?? 0);
  const titleHidden = !watched && episode.titleTells === true;
  return {
    ...emptyCard(source, episodeId(code), titleHidden ? code : episode.title),
    kind: 'episode',
    episode: { code, airs: episode.airs, watched, titleHidden },
  };
}
