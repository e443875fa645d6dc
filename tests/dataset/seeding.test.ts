import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chaptersOf, Database } from '../../lib/dataset/database.ts';
import { type PackSource, putPack, removePack, seed, shippedPacks } from '../../lib/dataset/seeding.ts';
import { ShowReader } from '../../lib/dataset/showReader.ts';
import { PackError, parsePack } from '../../lib/model/packSchema.ts';
import { otherPack, saltmarsh, saltmarshInput } from '../support/packs.ts';

const lane = saltmarsh();
const gull = otherPack({ id: 'gull-rock', title: 'Gull Rock', people: [{ id: 'rolf', names: [{ text: 'Rolf Tarn', kind: 'full' }] }] });
const newLane = parsePack({ ...saltmarshInput(), show: { ...saltmarshInput().show, version: 2, premise: 'Another premise.' } });

/** Packs that are shipped, by what stands in their files; `reads` notes which were asked for. */
function source(packs: Record<string, { version: number; json: string }>): PackSource & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    list: async () => Object.entries(packs).map(([id, { version }]) => ({ id, version })),
    read: async (id) => {
      reads.push(id);
      return packs[id]?.json as string;
    },
  };
}
const shipped = (...packs: (typeof lane)[]) =>
  source(Object.fromEntries(packs.map((pack) => [pack.show.id, { version: pack.show.version, json: JSON.stringify(pack) }])));

let database: Database;
let reader: ShowReader;
let count = 0;

beforeEach(() => {
  database = new Database(`test-${++count}`);
  reader = new ShowReader(database);
});

afterEach(async () => {
  await database.delete();
});

const rowCounts = async () => [await database.shows.count(), await database.casts.count(), await database.chapters.count()];

describe('seeding', () => {
  it('fills an empty database', async () => {
    expect(await seed(database, shipped(lane, gull))).toEqual(['saltmarsh-lane', 'gull-rock']);
    expect(await reader.readPack('saltmarsh-lane')).toEqual(lane);
    expect((await reader.listShows()).map(({ id }) => id)).toEqual(['gull-rock', 'saltmarsh-lane']);
  });

  it('reads and writes nothing where all is there', async () => {
    await seed(database, shipped(lane, gull));
    const again = shipped(lane, gull);
    expect(await seed(database, again)).toEqual([]);
    expect(again.reads).toEqual([]);
  });

  it('goes on where one was cut off', async () => {
    const broken = source({
      'saltmarsh-lane': { version: 1, json: JSON.stringify(lane) },
      'gull-rock': { version: 1, json: JSON.stringify(gull).slice(0, -20) },
    });
    await expect(seed(database, broken)).rejects.toThrow(SyntaxError);
    expect((await reader.listShows()).map(({ id }) => id)).toEqual(['saltmarsh-lane']);
    const whole = shipped(lane, gull);
    expect(await seed(database, whole)).toEqual(['gull-rock']);
    expect(whole.reads).toEqual(['gull-rock']);
  });

  it('leaves no half of a show behind when it is cut off within one', async () => {
    database.chapters.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(putPack(database, lane, 'shipped', 1)).rejects.toThrow();
    expect(await database.casts.count()).toBe(0);
    expect(await database.shows.count()).toBe(0);
  });

  it('refuses a pack that is not valid, and keeps what was there', async () => {
    await seed(database, shipped(lane));
    const bad = source({ 'saltmarsh-lane': { version: 2, json: JSON.stringify({ ...newLane, entities: [{ id: '../x' }] }) } });
    await expect(seed(database, bad)).rejects.toThrow(PackError);
    expect(await reader.readPack('saltmarsh-lane')).toEqual(lane);
  });

  it('replaces a show whose version rose, and leaves the others alone', async () => {
    await seed(database, shipped(lane, gull));
    const before = await chaptersOf(database, 'gull-rock').toArray();
    const next = shipped(newLane, gull);
    expect(await seed(database, next)).toEqual(['saltmarsh-lane']);
    expect(next.reads).toEqual(['saltmarsh-lane']);
    expect(await reader.readPack('saltmarsh-lane')).toEqual(newLane);
    expect(await reader.readPack('gull-rock')).toEqual(gull);
    expect(await chaptersOf(database, 'gull-rock').toArray()).toEqual(before);
  });

  it('leaves no row of the old version behind', async () => {
    await seed(database, shipped(lane));
    const counts = await rowCounts();
    await seed(database, shipped(newLane));
    expect(await rowCounts()).toEqual(counts);
  });

  it('takes a show back to an older version where that is what is shipped', async () => {
    await seed(database, shipped(newLane));
    await seed(database, shipped(lane));
    expect(await reader.readPack('saltmarsh-lane')).toEqual(lane);
  });

  it('does not touch a show that the viewer added', async () => {
    await putPack(database, gull, 'added', 100);
    await seed(database, shipped(lane));
    expect(await reader.readPack('gull-rock')).toEqual(gull);
    expect((await database.shows.get('gull-rock'))?.origin).toBe('added');
  });

  it('survives two at once', async () => {
    await Promise.all([seed(database, shipped(lane, gull)), seed(database, shipped(lane, gull))]);
    expect(await reader.readPack('saltmarsh-lane')).toEqual(lane);
    expect(await reader.readPack('gull-rock')).toEqual(gull);
  });

  it('is still there when the database is opened again', async () => {
    await seed(database, shipped(lane));
    const again = new Database(database.name);
    expect(await new ShowReader(again).readPack('saltmarsh-lane')).toEqual(lane);
    again.close();
  });
});

describe('taking a show out', () => {
  it('takes out all of it, and nothing of another', async () => {
    await seed(database, shipped(lane, gull));
    await removePack(database, 'saltmarsh-lane');
    expect(await reader.readPack('saltmarsh-lane')).toBeUndefined();
    expect(await reader.readPack('gull-rock')).toEqual(gull);
    expect(await database.casts.where('show').equals('saltmarsh-lane').count()).toBe(0);
    expect(await chaptersOf(database, 'saltmarsh-lane').count()).toBe(0);
  });

  it('of a show that is not there does nothing', async () => {
    await seed(database, shipped(lane));
    const counts = await rowCounts();
    await removePack(database, 'unknown');
    expect(await rowCounts()).toEqual(counts);
  });
});

describe('the shipped packs', () => {
  const files: Record<string, string> = { 'ext:/packs/index.json': '[{"id":"lane","version":3}]', 'ext:/packs/lane.json': '{"format":1}' };
  const load = (async (url: string) => (url in files ? new Response(files[url]) : new Response('', { status: 404 }))) as unknown as typeof fetch;

  it('are read from the extension’s own files', async () => {
    const packs = shippedPacks((path) => `ext:${path}`, load);
    expect(await packs.list()).toEqual([{ id: 'lane', version: 3 }]);
    expect(await packs.read('lane')).toBe('{"format":1}');
  });

  it('say which file is missing', async () => {
    await expect(shippedPacks((path) => `ext:${path}`, load).read('other')).rejects.toThrow('/packs/other.json cannot be read (404)');
  });
});
