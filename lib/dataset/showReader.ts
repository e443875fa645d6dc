import { EpisodeOrder } from '../model/episodes.ts';
import type { Pack } from '../model/packSchema.ts';
import type { ShowSummary } from '../model/showSummary.ts';
import type { Database, EntityRow, FactRow, ShowRow } from './database.ts';
import { aboutKey, fromRows } from './packRows.ts';

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
    return this.#database.transaction('r', this.#database.shows, this.#database.entities, this.#database.facts, async () => {
      const row = await this.#database.shows.get(show);
      if (!row) return undefined;
      const [entities, facts] = await Promise.all([
        this.#database.entities.where('show').equals(show).toArray(),
        this.#database.facts.where('show').equals(show).toArray(),
      ]);
      return fromRows(row, entities, facts);
    });
  }

  /** What a card about an entity is made of: its show, all people of the show, and the facts about it. */
  async readEntity(show: string, entity: string): Promise<{ show: ShowRow; order: EpisodeOrder; entities: EntityRow[]; facts: FactRow[] } | undefined> {
    const row = await this.#database.shows.get(show);
    if (!row) return undefined;
    const [entities, facts] = await Promise.all([
      this.#database.entities.where('show').equals(show).toArray(),
      this.#database.facts.where('about').equals(aboutKey(show, entity)).toArray(),
    ]);
    return { show: row, order: orderOf(row), entities, facts };
  }

  /** In which of our shows somebody plays, and whom. */
  async readParts(actor: string): Promise<{ show: ShowRow; entity: EntityRow }[]> {
    const rows = new Map((await this.#database.shows.toArray()).map((row) => [row.id, row]));
    const parts = await this.#database.entities.filter((row) => row.entity.playedBy?.some((part) => part.actor === actor) ?? false).toArray();
    return parts.flatMap((entity) => {
      const show = rows.get(entity.show);
      return show ? [{ show, entity }] : [];
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
