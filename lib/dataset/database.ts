import Dexie, { type Collection, type Table } from 'dexie';
import type { PackEntity, PackFact, PackShow } from '../model/packSchema.ts';

/** A show without its people and facts. Written last: where it stands, its show is whole. */
export interface ShowRow {
  id: string;
  version: number;
  show: PackShow;
  seasons: { source: string; episodes: { title: string; airs: string; titleTells?: boolean | undefined }[] }[];
  bytes: number;
  factCount: number;
  entityCount: number;
  /** Came with Sofar, or was added by the viewer from a catalogue or a file. */
  origin: 'shipped' | 'added';
}

export interface EntityRow {
  show: string;
  /** Its place in the pack. */
  order: number;
  entity: PackEntity;
  id: string;
}

/** The facts that one episode reveals: what lies beyond a viewer's episode is not even read for their cards. */
export interface ChapterRow {
  show: string;
  /** From 1. */
  ordinal: number;
  facts: PackFact[];
}

/** The one database of Sofar. It belongs to the extension's own origin; no page reaches it. */
export class Database extends Dexie {
  shows!: Table<ShowRow, string>;
  entities!: Table<EntityRow, [string, string]>;
  chapters!: Table<ChapterRow, [string, number]>;

  constructor(name = 'sofar') {
    super(name);
    this.version(1).stores({
      shows: 'id',
      entities: '[show+id]',
      chapters: '[show+ordinal]',
    });
  }
}

/** All entities of a show. */
export function entitiesOf(database: Database, show: string): Collection<EntityRow, [string, string]> {
  return database.entities.where('[show+id]').between([show, Dexie.minKey], [show, Dexie.maxKey]);
}

/** The chapters of a show, up to an ordinal. */
export function chaptersOf(database: Database, show: string, upTo: number = Number.POSITIVE_INFINITY): Collection<ChapterRow, [string, number]> {
  return database.chapters.where('[show+ordinal]').between([show, Dexie.minKey], [show, upTo], true, true);
}
