import { browser } from 'wxt/browser';
import { readCard } from '../../lib/dataset/cardGateway.ts';
import { Database } from '../../lib/dataset/database.ts';
import { shippedPacks } from '../../lib/dataset/seeding.ts';
import type { KeyValueStore } from '../../lib/dataset/snapshot.ts';
import { onMessage } from '../../lib/messages.ts';
import { withCorrection, withoutCorrection } from '../../lib/model/correction.ts';
import { readViewer, updateViewer, watchViewer, withoutShow, withProgress, withShow } from '../../lib/progress/viewerStore.ts';
import { answerDataMessages } from './answerDataMessages.ts';
import { Badge } from './badge.ts';
import { DataKeeper } from './dataKeeper.ts';
import { openWelcome } from './openWelcome.ts';

/**
 * The composition root of the background.
 * 1. Answer messages and keep the badge. 2. Seed the dataset. 3. Keep the snapshot in step with the tracked shows.
 * Listeners come first: a woken service worker must have them before it gives way.
 */
export function startBackground(): void {
  const badge = new Badge();
  const data = new DataKeeper({
    database: new Database(),
    store: browser.storage.local as unknown as KeyValueStore,
    areas: [browser.storage.local, browser.storage.session],
    packs: shippedPacks((path) => browser.runtime.getURL(path as never)),
  });
  void data.follow();

  onMessage('listShows', async () => {
    await data.ready();
    return data.reader.listShows();
  });
  onMessage('getCard', async ({ data: { show, entity } }) => {
    await data.ready();
    return readCard(data.reader, await readViewer(), show, entity);
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
  answerDataMessages(data);
  onMessage('reportHidden', ({ data, sender }) => badge.count(sender.tab?.id, sender.frameId ?? 0, data.hidden));
  watchViewer((viewer) => {
    void data.follow();
    badge.setEnabled(viewer.enabled);
  });
  openWelcome();
  browser.tabs.onRemoved.addListener((tab) => badge.forget(tab));
}
