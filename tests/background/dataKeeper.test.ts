import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DataKeeper } from '../../entrypoints/background/dataKeeper.ts';
import { Database } from '../../lib/dataset/database.ts';
import type { PackSource } from '../../lib/dataset/seeding.ts';
import { NEW_VIEWER } from '../../lib/model/viewer.ts';
import { readViewer, updateViewer, withProgress } from '../../lib/progress/viewerStore.ts';
import { saltmarsh } from '../support/packs.ts';

const packs: PackSource = {
  list: async () => [{ id: 'saltmarsh-lane', version: 1 }],
  read: async () => JSON.stringify(saltmarsh()),
};
let database: Database;
let count = 0;

function keep(source: PackSource = packs): DataKeeper {
  database = new Database(`keeper-${count++}`);
  return new DataKeeper({ database, store: browser.storage.local as never, areas: [browser.storage.local, browser.storage.session], packs: source });
}

const stored = async () => Object.keys(await fakeBrowser.storage.local.get(null)).sort();
const titles = async (keeper: DataKeeper) => (await keeper.reader.listShows()).map(({ title }) => title);

afterEach(() => database.delete());

describe('the keeper of the data', () => {
  it('seeds, and writes what pages read for the tracked shows', async () => {
    await updateViewer((viewer) => withProgress(viewer, 'saltmarsh-lane', 'S1E2', 1));
    const keeper = keep();
    await keeper.ready();
    expect(await titles(keeper)).toEqual(['Saltmarsh Lane']);
    expect(await stored()).toEqual(expect.arrayContaining(['documents:saltmarsh-lane', 'names', 'viewer']));
  });

  it('sets up again after a failure', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const list = vi.fn(packs.list).mockRejectedValueOnce(new Error('cannot be read'));
    const keeper = keep({ ...packs, list });
    await expect(keeper.ready()).rejects.toThrow('cannot be read');
    expect(errors).toHaveBeenCalled();
    await keeper.ready();
    expect(await titles(keeper)).toEqual(['Saltmarsh Lane']);
  });

  it('erases everything, and is then as after the installation', async () => {
    await updateViewer((viewer) => ({ ...withProgress(viewer, 'saltmarsh-lane', 'S1E2', 1), sitesOff: ['a.example'] }));
    const keeper = keep();
    await keeper.ready();
    await database.shows.put({ ...(await database.shows.toArray())[0], id: 'stray' } as never);
    await fakeBrowser.storage.local.set({ stray: 1 });
    await fakeBrowser.storage.session.set({ stray: 1 });
    await keeper.erase();
    expect(await readViewer()).toEqual(NEW_VIEWER);
    expect(await titles(keeper)).toEqual(['Saltmarsh Lane']);
    expect(await stored()).toEqual([]);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('lets whoever asks during the erasing wait for the new data', async () => {
    const keeper = keep();
    await keeper.ready();
    const erasing = keeper.erase();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    await keeper.ready();
    expect(await titles(keeper)).toEqual(['Saltmarsh Lane']);
    await erasing;
  });

  it('tells of a failure after the erasing, and is whole again with the next one who asks', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const read = vi.fn(packs.read);
    const keeper = keep({ ...packs, read });
    await keeper.ready();
    read.mockRejectedValueOnce(new Error('cannot be read'));
    await expect(keeper.erase()).rejects.toThrow('cannot be read');
    await keeper.ready();
    expect(await titles(keeper)).toEqual(['Saltmarsh Lane']);
  });
});
