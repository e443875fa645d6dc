import Dexie, { type Table } from 'dexie';
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

export interface FactRow {
  key?: number;
  show: string;
  /** The ordinal that reveals it. */
  revealedIn: number;
  /** `show/entity` of everybody in it: what a card is looked up by. */
  about: string[];
  fact: PackFact;
}

/** The one database of Sofar. It belongs to the extension's own origin; no page reaches it. */
export class Database extends Dexie {
  shows!: Table<ShowRow, string>;
  entities!: Table<EntityRow, [string, string]>;
  facts!: Table<FactRow, number>;

  constructor(name = 'sofar') {
    super(name);
    this.version(1).stores({
      shows: 'id',
      entities: '[show+id], show',
      facts: '++key, show, *about',
    });
  }
}
