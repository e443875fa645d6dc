import { type Pack, parsePack } from '../model/packSchema.ts';
import { chaptersOf, type Database, type ShowRow } from './database.ts';
import { toRows } from './packRows.ts';

/** Where shipped packs come from: the extension's own files, or a test's. */
export interface PackSource {
  /** The packs were checked when the extension was built, and came in its own package: checking them again would take most of the time. */
  isChecked?: boolean;
  list(): Promise<{ id: string; version: number }[]>;
  /** The pack's JSON text. */
  read(id: string): Promise<string>;
}

/** The packs that the extension was built with. */
export function shippedPacks(urlOf: (path: string) => string, load: typeof fetch = fetch): PackSource {
  const read = async (path: string) => {
    const response = await load(urlOf(path));
    if (!response.ok) throw new Error(`${path} cannot be read (${response.status})`);
    return response.text();
  };
  return {
    isChecked: true,
    list: async () => JSON.parse(await read('/packs/index.json')) as { id: string; version: number }[],
    read: (id) => read(`/packs/${id}.json`),
  };
}

/**
 * Puts a pack into the database in place of what was there, all or nothing.
 */
export async function putPack(database: Database, pack: Pack, origin: ShowRow['origin'], bytes: number): Promise<void> {
  const rows = toRows(pack, origin, bytes);
  await database.transaction('rw', database.shows, database.casts, database.chapters, async () => {
    await removeRows(database, pack.show.id);
    await database.casts.put(rows.cast);
    await database.chapters.bulkAdd(rows.chapters);
    await database.shows.put(rows.show);
  });
}

async function removeRows(database: Database, show: string): Promise<void> {
  if (!(await database.shows.get(show))) return;
  await database.casts.delete(show);
  await chaptersOf(database, show).delete();
  await database.shows.delete(show);
}

/** Takes a show out of the database. */
export async function removePack(database: Database, show: string): Promise<void> {
  await database.transaction('rw', database.shows, database.casts, database.chapters, () => removeRows(database, show));
}

/**
 * Brings the database up to the shipped packs. Each show is one transaction, so that a seeding that was cut off
 * goes on where it stopped; a show that is there in its version is left alone.
 * @returns the ids of the shows that were put in.
 * @throws PackError or SyntaxError for a pack that is not valid; what was put in before stays.
 */
export async function seed(database: Database, source: PackSource): Promise<string[]> {
  const present = new Map((await database.shows.toArray()).map((row) => [row.id, row.version]));
  const wanted = (await source.list()).filter(({ id, version }) => present.get(id) !== version);
  const seeded: string[] = [];
  // All are asked for at once and put in one by one: reading the next one takes no time of its own.
  const reading = wanted.map(({ id }) => source.read(id));
  // Whoever awaits one below is told of its failure; until then it must not count as unhandled.
  for (const promise of reading) promise.catch(() => undefined);
  for (const [i, { id }] of wanted.entries()) {
    const json = await (reading[i] as Promise<string>);
    const value: unknown = JSON.parse(json);
    await putPack(database, source.isChecked ? (value as Pack) : parsePack(value), 'shipped', json.length);
    seeded.push(id);
  }
  return seeded;
}
