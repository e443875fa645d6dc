import type { Database } from '../../lib/dataset/database.ts';
import { type PackSource, seed } from '../../lib/dataset/seeding.ts';
import { ShowReader } from '../../lib/dataset/showReader.ts';
import { type KeyValueStore, writeSnapshot } from '../../lib/dataset/snapshot.ts';
import { activeShows, NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { readViewer, updateViewer } from '../../lib/progress/viewerStore.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { untilGood } from './untilGood.ts';

/** Seeds the dataset, keeps the snapshot in step with the tracked shows, and begins anew when everything is erased. One thing after the other. */
export class DataKeeper {
  readonly reader: ShowReader;
  readonly #database: Database;
  readonly #store: KeyValueStore;
  readonly #areas: readonly { clear(): Promise<void> }[];
  readonly #packs: PackSource;
  #syncing: Promise<void> = Promise.resolve();
  #ready = this.#onceSetUp(Promise.resolve());

  /** @param input.areas all storage that is emptied when everything is erased, `store` among it. */
  constructor(input: { database: Database; store: KeyValueStore; areas: readonly { clear(): Promise<void> }[]; packs: PackSource }) {
    this.#database = input.database;
    this.#store = input.store;
    this.#areas = input.areas;
    this.#packs = input.packs;
    this.reader = new ShowReader(input.database);
  }

  /** Fulfilled once the data is there. Where setting it up failed, asking tries again. */
  ready(): Promise<void> {
    return this.#ready();
  }

  /** Brings everything up to what is stored, at the start and after a change. Never fails: a failure is reported, and the next message tries again. */
  async follow(): Promise<void> {
    await this.ready().then(
      () => this.sync(),
      () => undefined,
    );
  }

  /** Writes what pages read, for the viewer as stored when its turn comes. */
  sync(): Promise<void> {
    return this.#inTurn(async () => this.#write(await readViewer())).catch((error: unknown) => console.error('Sofar could not write what pages read.', error));
  }

  /** Forgets everything; Sofar is as after its installation then. */
  async erase(): Promise<void> {
    // The viewer first, and through its queue: pages let go, and no change that was under way brings the old one back.
    await updateViewer(() => structuredClone(NEW_VIEWER));
    const wiped = this.#inTurn(async () => {
      await this.#database.delete({ disableAutoOpen: false });
      for (const area of this.#areas) await area.clear();
    });
    // Whoever asks for data meanwhile waits for the new one; where wiping fails, the caller is told, and the old one is still good.
    this.#ready = this.#onceSetUp(wiped.catch(() => undefined));
    await wiped;
    await this.ready();
  }

  #onceSetUp(before: Promise<void>): () => Promise<void> {
    return untilGood(
      async () => {
        await before;
        await seed(this.#database, this.#packs);
        await this.sync();
      },
      (error) => console.error('Sofar could not set up its data.', error),
    );
  }

  async #write(viewer: Viewer): Promise<void> {
    const versions = new Map((await this.reader.listShows()).map((show) => [show.id, show.version]));
    await writeSnapshot(this.#store, activeShows(viewer).sort(), versions, async (show) => {
      const pack = await this.reader.readPack(show);
      return pack && compileShow(pack);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#syncing.then(work);
    // Whoever asked is told of a failure; the next one in the queue is not.
    this.#syncing = next.catch(() => undefined);
    return next;
  }
}
