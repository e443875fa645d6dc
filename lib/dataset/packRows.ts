import { EpisodeOrder } from '../model/episodes.ts';
import type { Pack } from '../model/packSchema.ts';
import type { EntityRow, FactRow, ShowRow } from './database.ts';

/** The key under which facts about an entity are found. */
export const aboutKey = (show: string, entity: string): string => `${show}/${entity}`;

/** A checked pack as rows. */
export function toRows(pack: Pack, origin: ShowRow['origin'], bytes: number): { show: ShowRow; entities: EntityRow[]; facts: FactRow[] } {
  const { id } = pack.show;
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const facts = pack.seasons.flatMap((season) =>
    season.episodes.flatMap((episode) =>
      episode.facts.map(
        (fact): FactRow => ({
          show: id,
          revealedIn: order.ordinalOf(episode.code),
          about: [...new Set([...fact.who, ...(fact.with ?? []), ...(fact.where ? [fact.where] : [])])].map((entity) => aboutKey(id, entity)),
          fact,
        }),
      ),
    ),
  );
  return {
    show: {
      id,
      version: pack.show.version,
      show: pack.show,
      seasons: pack.seasons.map(({ source, episodes }) => ({ source, episodes: episodes.map(({ title, airs, titleTells }) => ({ title, airs, titleTells })) })),
      bytes,
      factCount: facts.length,
      entityCount: pack.entities.length,
      origin,
    },
    entities: pack.entities.map((entity, i) => ({ show: id, id: entity.id, order: i, entity })),
    facts,
  };
}

/** The pack that rows were made of. */
export function fromRows(show: ShowRow, entities: readonly EntityRow[], facts: readonly FactRow[]): Pack {
  const order = new EpisodeOrder(show.seasons.map((season) => season.episodes.length));
  const byOrdinal = Map.groupBy(
    [...facts].sort((a, b) => (a.key ?? 0) - (b.key ?? 0)),
    (row) => row.revealedIn,
  );
  return {
    format: 1,
    show: show.show,
    entities: [...entities].sort((a, b) => a.order - b.order).map((row) => row.entity),
    seasons: show.seasons.map(({ source, episodes }, s) => ({
      season: s + 1,
      source,
      episodes: episodes.map((episode, e) => {
        const code = order.codeOf((order.season(s + 1)?.first ?? 1) + e);
        return { ...episode, code, facts: (byOrdinal.get(order.ordinalOf(code)) ?? []).map((row) => row.fact) };
      }),
    })),
  };
}
