import { browser } from 'wxt/browser';
import { onMessage } from '../../lib/messages.ts';
import { makeBackup, parseBackup } from '../../lib/model/backup.ts';
import { fitToShows } from '../../lib/model/viewerChanges.ts';
import { readViewer, updateViewer } from '../../lib/progress/viewerStore.ts';
import type { DataKeeper } from './dataKeeper.ts';

/** Answers the messages about all that is stored: backup, restoring, erasing. Sofar's own pages may ask, content scripts may not. */
export function answerDataMessages(data: DataKeeper): void {
  onMessage('getBackup', async ({ sender }) => {
    onlyForOwnPages(sender);
    return makeBackup(await readViewer(), Date.now());
  });
  onMessage('restoreBackup', async ({ data: backup, sender }) => {
    onlyForOwnPages(sender);
    await data.ready();
    const { viewer } = parseBackup(backup);
    const shows = await data.reader.listShows();
    await updateViewer(() => fitToShows(viewer, shows));
  });
  onMessage('eraseEverything', async ({ sender }) => {
    onlyForOwnPages(sender);
    await data.erase();
  });
}

function onlyForOwnPages(sender: { url?: string | undefined }): void {
  if (!sender.url?.startsWith(browser.runtime.getURL('/'))) throw new Error('Only the settings of Sofar may ask for this.');
}
