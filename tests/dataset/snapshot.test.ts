import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { documentsKey, type KeyValueStore, NAMES_KEY, openStoredNames, readIndexes, splitIndex, writeSnapshot } from '../../lib/dataset/snapshot.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { type CompiledBook, findHits, openNameBook } from '../../lib/spoilers/nameBook.ts';
import type { ShowIndex } from '../../lib/spoilers/showIndex.ts';
import { otherPack, saltmarsh } from '../support/packs.ts';

const lane = compileShow(saltmarsh());
const gull = compileShow(otherPack({ id: 'gull-rock', title: 'Gull Rock', people: [{ id: 'rolf', names: [{ text: 'Rolf Tarn', kind: 'full' }] }] }));
const indices = new Map<string, ShowIndex>([lane, gull].map((index) => [index.id, index]));
const versions = new Map([...indices.values()].map(({ id, version }) => [id, version]));
const compile = vi.fn(async (show: string) => indices.get(show));
const store = browser.storage.local as unknown as KeyValueStore;

const read = async (key: string) => (await store.get([key]))[key];
const tracked = async () => openStoredNames(await read(NAMES_KEY))?.shows.map(({ id }) => id);

beforeEach(() => {
  compile.mockReset().mockImplementation(async (show) => indices.get(show));
});

describe('the snapshot', () => {
  it('holds names at once and documents apart', async () => {
    await writeSnapshot(store, ['saltmarsh-lane'], versions, compile);
    const stored = openStoredNames(await read(NAMES_KEY));
    expect(stored?.shows).toEqual([splitIndex(lane).names]);
    expect(findHits(openNameBook(stored?.shows ?? [], stored?.book as CompiledBook), 'Then Mara Quill left.')).toHaveLength(1);
    expect(await read(documentsKey('saltmarsh-lane'))).toBe(JSON.stringify(lane.documents));
    expect(JSON.stringify(await read(NAMES_KEY))).not.toContain('postings');
  });

  it('gives whole indexes back, without a show whose documents are missing', async () => {
    await writeSnapshot(store, ['gull-rock', 'saltmarsh-lane'], versions, compile);
    expect(await readIndexes(store)).toEqual([gull, lane]);
    await store.remove([documentsKey('gull-rock')]);
    expect(await readIndexes(store)).toEqual([lane]);
  });

  it('does not read what another version of Sofar wrote', async () => {
    await store.set({ [NAMES_KEY]: [splitIndex(lane).names] });
    expect(await readIndexes(store)).toEqual([]);
    await writeSnapshot(store, ['saltmarsh-lane'], versions, compile);
    expect(await tracked()).toEqual(['saltmarsh-lane']);
  });

  it('puts an index together again', async () => {
    const { names, documents } = splitIndex(lane);
    expect({ ...names, documents }).toEqual(lane);
  });

  it('holds the tracked shows, in their order', async () => {
    await writeSnapshot(store, ['gull-rock', 'saltmarsh-lane'], versions, compile);
    expect(await tracked()).toEqual(['gull-rock', 'saltmarsh-lane']);
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], versions, compile);
    expect(await tracked()).toEqual(['saltmarsh-lane', 'gull-rock']);
  });

  it('compiles nothing and writes nothing where all is there', async () => {
    await writeSnapshot(store, ['saltmarsh-lane'], versions, compile);
    compile.mockClear();
    const set = vi.fn(store.set.bind(store));
    await writeSnapshot({ get: store.get.bind(store), remove: store.remove.bind(store), set }, ['saltmarsh-lane'], versions, compile);
    expect(compile).not.toHaveBeenCalled();
    expect(set).not.toHaveBeenCalled();
  });

  it('compiles a show again whose version rose, and only that', async () => {
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], versions, compile);
    compile.mockClear();
    const risen = { ...lane, version: 2, documents: { ...lane.documents, terms: ['new'] } };
    compile.mockImplementation(async () => risen);
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], new Map([...versions, ['saltmarsh-lane', 2]]), compile);
    expect(compile.mock.calls).toEqual([['saltmarsh-lane']]);
    expect(await read(documentsKey('saltmarsh-lane'))).toBe(JSON.stringify(risen.documents));
    expect(await tracked()).toEqual(['saltmarsh-lane', 'gull-rock']);
  });

  it('forgets names and documents of what is no longer tracked', async () => {
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], versions, compile);
    await writeSnapshot(store, ['gull-rock'], versions, compile);
    expect(await tracked()).toEqual(['gull-rock']);
    expect(await read(documentsKey('saltmarsh-lane'))).toBeUndefined();
    expect(await read(documentsKey('gull-rock'))).toBeDefined();
    await writeSnapshot(store, [], versions, compile);
    expect(await tracked()).toEqual([]);
  });

  it('leaves out a show that the dataset does not have', async () => {
    await writeSnapshot(store, ['unknown', 'gull-rock'], versions, compile);
    expect(await tracked()).toEqual(['gull-rock']);
  });

  it('forgets a tracked show that the dataset has lost, documents too', async () => {
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], versions, compile);
    compile.mockImplementation(async () => undefined);
    await writeSnapshot(store, ['saltmarsh-lane', 'gull-rock'], new Map([['gull-rock', 1]]), compile);
    expect(await tracked()).toEqual(['gull-rock']);
    expect(await read(documentsKey('saltmarsh-lane'))).toBeUndefined();
  });

  it('writes documents before the names that lead to them', async () => {
    const order: string[] = [];
    const set = async (values: Record<string, unknown>) => {
      order.push(...Object.keys(values));
    };
    await writeSnapshot({ get: async () => ({}), remove: async () => undefined, set }, ['saltmarsh-lane', 'gull-rock'], versions, compile);
    expect(order).toEqual([documentsKey('saltmarsh-lane'), documentsKey('gull-rock'), NAMES_KEY]);
  });

  it('leaves the viewer alone', async () => {
    await store.set({ viewer: { enabled: false } });
    await writeSnapshot(store, ['saltmarsh-lane'], versions, compile);
    await writeSnapshot(store, [], versions, compile);
    expect(await read('viewer')).toEqual({ enabled: false });
  });
});
