import { browser } from 'wxt/browser';
import storedModel from '../../data/model/weights.json';
import { readCard } from '../../lib/dataset/cardGateway.ts';
import { Database } from '../../lib/dataset/database.ts';
import { seed, shippedPacks } from '../../lib/dataset/seeding.ts';
import { ShowReader } from '../../lib/dataset/showReader.ts';
import { type KeyValueStore, MODEL_KEY, writeSnapshot } from '../../lib/dataset/snapshot.ts';
import { onMessage, sendMessage } from '../../lib/messages.ts';
import { withCorrection, withoutCorrection } from '../../lib/model/correction.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { readViewer, updateViewer, watchViewer, withoutShow, withProgress, withShow } from '../../lib/progress/viewerStore.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { Badge } from './badge.ts';
import { passCommandsOn, reach } from './pageCommands.ts';

/**
 * The composition root of the background.
 * 1. Answer messages and keep the badge. 2. Seed the dataset. 3. Keep the snapshot in step with the tracked shows.
 * Listeners come first: a woken service worker must have them before it gives way.
 */
export function startBackground(): void {
  const database = new Database();
  const reader = new ShowReader(database);
  const badge = new Badge();
  const store = browser.storage.local as unknown as KeyValueStore;

  let syncing: Promise<void> = Promise.resolve();
  const sync = (viewer: Viewer): Promise<void> => {
    syncing = syncing
      .then(async () => {
        const versions = new Map((await reader.listShows()).map((show) => [show.id, show.version]));
        await writeSnapshot(store, Object.keys(viewer.shows).sort(), versions, async (show) => {
          const pack = await reader.readPack(show);
          return pack && compileShow(pack);
        });
      })
      .catch((error: unknown) => console.error('Sofar could not write what pages read.', error));
    return syncing;
  };
  const ready = (async () => {
    await store.set({ [MODEL_KEY]: storedModel });
    await seed(
      database,
      shippedPacks((path) => browser.runtime.getURL(path as never)),
    );
    await sync(await readViewer());
  })();
  ready.catch((error: unknown) => console.error('Sofar could not set up its data.', error));

  onMessage('listShows', async () => {
    await ready;
    return reader.listShows();
  });
  onMessage('getCard', async ({ data }) => {
    await ready;
    return readCard(reader, await readViewer(), data.show, data.entity);
  });
  onMessage('setProgress', async ({ data }) => {
    await updateViewer((viewer) => withProgress(viewer, data.show, data.watched));
  });
  onMessage('untrackShow', async ({ data }) => {
    await updateViewer((viewer) => withoutShow(viewer, data.show));
  });
  onMessage('changeShow', async ({ data: { show, ...change } }) => {
    await updateViewer((viewer) => withShow(viewer, show, change));
  });
  onMessage('putShow', async ({ data: { show, tracked } }) => {
    await updateViewer((viewer) => ({ ...viewer, shows: { ...viewer.shows, [show]: tracked } }));
  });
  onMessage('correct', async ({ data }) => {
    await updateViewer((viewer) => ({ ...viewer, corrections: withCorrection(viewer.corrections, data) }));
  });
  onMessage('takeBackCorrection', async ({ data }) => {
    await updateViewer((viewer) => ({ ...viewer, corrections: withoutCorrection(viewer.corrections, data) }));
  });
  onMessage('changeViewer', async ({ data }) => {
    await updateViewer((viewer) => ({ ...viewer, ...data }));
  });
  onMessage('reportHidden', ({ data, sender }) => badge.count(sender.tab?.id, sender.frameId ?? 0, data.hidden));
  onMessage('revealAll', ({ data, sender }) => {
    if (sender.tab?.id !== undefined) reach(sendMessage('revealAll', data, sender.tab.id));
  });
  passCommandsOn();
  watchViewer((viewer) => {
    void ready.then(() => sync(viewer));
    badge.setEnabled(viewer.enabled);
  });
  browser.tabs.onRemoved.addListener((tab) => badge.forget(tab));
}
