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

/** Everybody and everything with a name in a show: cards need all of them at once, for their links. */
export interface CastRow {
  show: string;
  entities: PackEntity[];
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
  casts!: Table<CastRow, string>;
  chapters!: Table<ChapterRow, [string, number]>;

  constructor(name = 'sofar') {
    super(name);
    this.version(1).stores({
      shows: 'id',
      casts: 'show',
      chapters: '[show+ordinal]',
    });
  }
}

/** The chapters of a show, up to an ordinal. */
export function chaptersOf(database: Database, show: string, upTo: number = Number.POSITIVE_INFINITY): Collection<ChapterRow, [string, number]> {
  return database.chapters.where('[show+ordinal]').between([show, Dexie.minKey], [show, upTo], true, true);
}
