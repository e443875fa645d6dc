import { EpisodeOrder } from '../model/episodes.ts';
import type { Pack } from '../model/packSchema.ts';
import type { CastRow, ChapterRow, ShowRow } from './database.ts';

/** A checked pack as rows. */
export function toRows(pack: Pack, origin: ShowRow['origin'], bytes: number): { show: ShowRow; cast: CastRow; chapters: ChapterRow[] } {
  const { id } = pack.show;
  const order = new EpisodeOrder(pack.seasons.map((season) => season.episodes.length));
  const chapters = pack.seasons.flatMap((season) =>
    season.episodes.map(({ code, facts }): ChapterRow => ({ show: id, ordinal: order.ordinalOf(code), facts })),
  );
  return {
    show: {
      id,
      version: pack.show.version,
      show: pack.show,
      seasons: pack.seasons.map(({ source, episodes }) => ({ source, episodes: episodes.map(({ title, airs, titleTells }) => ({ title, airs, titleTells })) })),
      bytes,
      factCount: chapters.reduce((sum, { facts }) => sum + facts.length, 0),
      entityCount: pack.entities.length,
      origin,
    },
    cast: { show: id, entities: pack.entities },
    chapters,
  };
}

/** The pack that rows were made of. */
export function fromRows(show: ShowRow, cast: CastRow, chapters: readonly ChapterRow[]): Pack {
  const order = new EpisodeOrder(show.seasons.map((season) => season.episodes.length));
  const factsOf = new Map(chapters.map(({ ordinal, facts }) => [ordinal, facts]));
  return {
    format: 1,
    show: show.show,
    entities: cast.entities,
    seasons: show.seasons.map(({ source, episodes }, s) => ({
      season: s + 1,
      source,
      episodes: episodes.map((episode, e) => {
        const code = order.codeOf((order.season(s + 1)?.first ?? 1) + e);
        return { ...episode, code, facts: factsOf.get(order.ordinalOf(code)) ?? [] };
      }),
    })),
  };
}
