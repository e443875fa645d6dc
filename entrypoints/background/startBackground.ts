import { browser } from 'wxt/browser';
import { readCard } from '../../lib/dataset/cardGateway.ts';
import { Database } from '../../lib/dataset/database.ts';
import { shippedPacks } from '../../lib/dataset/seeding.ts';
import type { KeyValueStore } from '../../lib/dataset/snapshot.ts';
import { onMessage, sendMessage } from '../../lib/messages.ts';
import { withCorrection, withoutCorrection } from '../../lib/model/correction.ts';
import { readViewer, updateViewer, watchViewer, withoutShow, withProgress, withShow } from '../../lib/progress/viewerStore.ts';
import { answerDataMessages } from './answerDataMessages.ts';
import { DataKeeper } from './dataKeeper.ts';
import { openWelcome } from './openWelcome.ts';
import { passCommandsOn, reach } from './pageCommands.ts';
import { openReadingDesk } from './readingDesk.ts';
import { ToolbarButton } from './toolbarButton.ts';

/**
 * The composition root of the background.
 * 1. Answer messages and keep the toolbar button. 2. Seed the dataset. 3. Keep the snapshot in step with the tracked shows.
 * Listeners come first: a woken service worker must have them before it gives way.
 */
export function startBackground(): void {
  const button = new ToolbarButton();
  const showState = async () => button.show(await readViewer());
  const store = browser.storage.local as unknown as KeyValueStore;
  const data = new DataKeeper({
    database: new Database(),
    store,
    areas: [browser.storage.local, browser.storage.session],
    packs: shippedPacks((path) => browser.runtime.getURL(path as never)),
  });
  void data.follow();

  openReadingDesk(store);
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
  onMessage('reportHidden', ({ data, sender }) => {
    if (sender.tab?.id !== undefined) button.count(sender.tab.id, sender.frameId ?? 0, data.hidden);
  });
  onMessage('revealAll', ({ data, sender }) => {
    if (sender.tab?.id !== undefined) reach(sendMessage('revealAll', data, sender.tab.id));
  });
  passCommandsOn();
  onMessage('pauseEnded', showState);
  watchViewer((viewer) => {
    button.show(viewer);
    void data.follow();
  });
  openWelcome();
  browser.tabs.onRemoved.addListener((tab) => button.forget(tab));
  // Wakes the background when the browser starts: the button does not remember that Sofar is off or paused.
  browser.runtime.onStartup.addListener(() => void showState());
  void showState();
}
