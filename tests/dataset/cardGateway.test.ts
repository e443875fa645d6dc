import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from '../../lib/dataset/cardGateway.ts';
import { Database } from '../../lib/dataset/database.ts';
import { putPack } from '../../lib/dataset/seeding.ts';
import { ShowReader } from '../../lib/dataset/showReader.ts';
import type { EpisodeCode } from '../../lib/model/episodes.ts';
import { parsePack } from '../../lib/model/packSchema.ts';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { saltmarsh, saltmarshInput } from '../support/packs.ts';

const database = new Database('cards');
const reader = new ShowReader(database);

/** Another show with one actor in common. */
function gullRock() {
  const input = saltmarshInput();
  input.show = { ...input.show, id: 'gull-rock', title: 'Gull Rock' };
  input.entities = [
    { id: 'ida', kind: 'character', names: [{ text: 'Ida Moor', kind: 'full' }], revealedIn: 'S1E2', weight: 1, roles: [], playedBy: [{ actor: 'Ines Falk' }] },
  ];
  input.seasons = [
    { season: 1, source: 'own', episodes: ['S1E1', 'S1E2'].map((code) => ({ code: code as EpisodeCode, title: code, airs: '2020-01-01', facts: [] })) },
  ];
  return parsePack(input);
}

const viewer = (shows: Record<string, EpisodeCode>): Viewer => ({
  ...NEW_VIEWER,
  shows: Object.fromEntries(Object.entries(shows).map(([show, watched]) => [show, { watched, changedAt: 1 }])),
});
const card = (id: string, shows: Record<string, EpisodeCode> = {}, show = 'saltmarsh-lane') => readCard(reader, viewer(shows), show, id);

beforeAll(async () => {
  await putPack(database, saltmarsh(), 'shipped', 1);
  await putPack(database, gullRock(), 'shipped', 1);
});

afterAll(async () => {
  await database.delete();
});

describe('the card of somebody', () => {
  it('is as of the viewer’s progress', async () => {
    expect(await card('mara', { 'saltmarsh-lane': 'S1E2' })).toMatchObject({
      name: 'Mara Quill',
      asOf: 'S1E2',
      tracked: true,
      facts: [{ code: 'S1E2' }, { code: 'S1E2' }, { code: 'S1E1' }],
    });
    expect((await card('mara', { 'saltmarsh-lane': 'S0E0' }))?.facts).toEqual([]);
  });

  it('has facts of places too', async () => {
    expect((await card('lantern-house', { 'saltmarsh-lane': 'S1E1' }))?.facts).toHaveLength(1);
  });

  it('is of the premise for a show that is not tracked', async () => {
    expect(await card('mara')).toMatchObject({ tracked: false, facts: [] });
  });

  it('does not go by the progress of another show', async () => {
    expect((await card('odile', { 'gull-rock': 'S1E2', 'saltmarsh-lane': 'S1E1' }))?.unmet).toBe(true);
  });

  it('goes to the end where the pack has lost the episode that was watched', async () => {
    expect((await card('odile', { 'saltmarsh-lane': 'S9E9' }))?.asOf).toBe('S2E4');
  });

  it.each(['nobody', '', 'saltmarsh-lane/mara', '__proto__'])('is none for %j', async (id) => {
    expect(await card(id, { 'saltmarsh-lane': 'S2E4' })).toBeUndefined();
  });

  it('is none of an unknown show', async () => {
    expect(await card('mara', {}, 'unknown')).toBeUndefined();
  });
});

describe('the card of an actor', () => {
  it('names parts in all shows, each as far as its viewer is', async () => {
    const plays = async (shows: Record<string, EpisodeCode>) => (await card('actor:ines-falk', shows))?.plays.map(({ name, show }) => `${name} in ${show}`);
    expect(await plays({})).toEqual(['Mara Quill in saltmarsh-lane']);
    expect((await plays({ 'saltmarsh-lane': 'S1E1' }))?.sort()).toEqual(['Mara Quill in saltmarsh-lane', 'Will Penrose in saltmarsh-lane']);
    expect((await plays({ 'saltmarsh-lane': 'S1E1', 'gull-rock': 'S1E2' }))?.sort()).toEqual([
      'Ida Moor in gull-rock',
      'Mara Quill in saltmarsh-lane',
      'Will Penrose in saltmarsh-lane',
    ]);
  });

  it('bears the actor’s name', async () => {
    expect(await card('actor:rhea-stroud')).toMatchObject({ kind: 'actor', name: 'Rhea Stroud', plays: [] });
  });

  it('is none of somebody who does not play in the show', async () => {
    expect(await card('actor:nobody')).toBeUndefined();
  });
});

describe('the card of an episode', () => {
  it('tells its title, date and whether it is watched', async () => {
    expect(await card('episode:S1E2', { 'saltmarsh-lane': 'S1E2' })).toMatchObject({
      kind: 'episode',
      name: 'High Tide',
      episode: { code: 'S1E2', airs: '2021-03-08', watched: true },
    });
  });

  it('holds back a title that tells something', async () => {
    expect(await card('episode:S2E1', { 'saltmarsh-lane': 'S1E2' })).toMatchObject({ name: 'S2E1', episode: { titleHidden: true } });
  });

  it.each(['episode:S9E9', 'episode:S0E0', 'episode:', 'episode:pilot', 'episode:S1E1 '])('is none for %j', async (id) => {
    expect(await card(id, { 'saltmarsh-lane': 'S1E2' })).toBeUndefined();
  });
});

describe('the list of shows', () => {
  it('tells no fact', async () => {
    const [gull, lane] = await reader.listShows();
    expect([gull?.title, lane?.title]).toEqual(['Gull Rock', 'Saltmarsh Lane']);
    expect(lane).toMatchObject({ seasonLengths: [3, 4], tellingTitles: [4, 6], factCount: 9, entityCount: 5, sources: [{ title: 'Our own notes' }] });
    expect(JSON.stringify(lane)).not.toMatch(/Tobin|Odile|drowns|kiss/);
  });
});
