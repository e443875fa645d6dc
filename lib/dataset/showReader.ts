import { EpisodeOrder } from '../model/episodes.ts';
import type { Pack, PackEntity, PackFact } from '../model/packSchema.ts';
import type { ShowSummary } from '../model/showSummary.ts';
import { chaptersOf, type Database, type ShowRow } from './database.ts';
import { fromRows } from './packRows.ts';

/** What a card is made of. */
export interface EntitySource {
  show: ShowRow;
  order: EpisodeOrder;
  /** The viewer's progress as an ordinal; undefined where the show is not tracked. */
  progress: number | undefined;
  entities: PackEntity[];
  facts: { revealedIn: number; fact: PackFact }[];
}

/** All that is read from the database. */
export class ShowReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every show, by title. */
  async listShows(): Promise<ShowSummary[]> {
    const rows = await this.#database.shows.toArray();
    return rows.map(summaryOf).sort((a, b) => a.title.localeCompare(b.title));
  }

  /** The whole pack of a show, or undefined where there is none. */
  async readPack(show: string): Promise<Pack | undefined> {
    return this.#database.transaction('r', this.#database.shows, this.#database.casts, this.#database.chapters, async () => {
      const row = await this.#database.shows.get(show);
      if (!row) return undefined;
      const [cast, chapters] = await Promise.all([this.#database.casts.get(show), chaptersOf(this.#database, show).toArray()]);
      return cast && fromRows(row, cast, chapters);
    });
  }

  /**
   * What a card about an entity is made of: its show, all people of the show, and the facts about it
   * that the viewer's progress has revealed.
   */
  async readEntity(show: string, entity: string, progressIn: (order: EpisodeOrder) => number | undefined): Promise<EntitySource | undefined> {
    const row = await this.#database.shows.get(show);
    if (!row) return undefined;
    const order = orderOf(row);
    const progress = progressIn(order);
    const [cast, chapters] = await Promise.all([this.#database.casts.get(show), chaptersOf(this.#database, show, progress ?? 0).toArray()]);
    const facts = chapters.flatMap(({ ordinal, facts: all }) =>
      all.filter((fact) => fact.who.includes(entity) || fact.with?.includes(entity) || fact.where === entity).map((fact) => ({ revealedIn: ordinal, fact })),
    );
    return { show: row, order, progress, entities: cast?.entities ?? [], facts };
  }

  /** In which of our shows somebody plays, and whom. */
  async readParts(actor: string): Promise<{ show: ShowRow; entity: PackEntity }[]> {
    const [rows, casts] = await Promise.all([this.#database.shows.toArray(), this.#database.casts.toArray()]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return casts.flatMap(({ show: id, entities }) => {
      const show = byId.get(id);
      return show ? entities.filter((entity) => entity.playedBy?.some((part) => part.actor === actor)).map((entity) => ({ show, entity })) : [];
    });
  }
}

export function orderOf(row: ShowRow): EpisodeOrder {
  return new EpisodeOrder(row.seasons.map((season) => season.episodes.length));
}

function summaryOf(row: ShowRow): ShowSummary {
  const episodes = row.seasons.flatMap((season) => season.episodes);
  return {
    id: row.id,
    title: row.show.title,
    otherTitles: row.show.otherTitles,
    years: row.show.years,
    network: row.show.network,
    premise: row.show.premise,
    seasonLengths: row.seasons.map((season) => season.episodes.length),
    episodeTitles: episodes.map((episode) => episode.title),
    tellingTitles: episodes.flatMap((episode, i) => (episode.titleTells ? [i + 1] : [])),
    version: row.version,
    licence: row.show.licence,
    sources: Object.values(row.show.sources).map(({ title, url }) => ({ title, url })),
    bytes: row.bytes,
    factCount: row.factCount,
    entityCount: row.entityCount,
  };
}
