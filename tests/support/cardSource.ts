import type { CardSource } from '../../lib/cards/buildCard.ts';
import { EpisodeOrder } from '../../lib/model/episodes.ts';
import type { Pack, PackFact } from '../../lib/model/packSchema.ts';

/** Everybody whom a fact is about. */
export function aboutFact(fact: PackFact): string[] {
  return [...fact.who, ...(fact.with ?? []), ...(fact.where ? [fact.where] : [])];
}

/** What the card of an entity is made from, as the dataset would read it. */
export function cardSource(pack: Pack, entity: string, progress: number | undefined): CardSource {
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const facts = pack.seasons.flatMap((season) =>
    season.episodes.flatMap((episode) => episode.facts.map((fact) => ({ revealedIn: order.ordinalOf(episode.code), fact }))),
  );
  return { show: pack.show, order, entities: pack.entities, facts: facts.filter(({ fact }) => aboutFact(fact).includes(entity)), progress };
}
