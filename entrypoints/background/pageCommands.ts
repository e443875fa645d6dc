import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';

/** The commands of the manifest: the viewer can give each a key in the browser's own settings. */
const STEP_FORWARD = 'step-forward';
const STEP_BACK = 'step-back';
const TOGGLE_REVEALED = 'toggle-revealed';

const HIDE_SELECTION = 'hide-selection';

/** Passes what is chosen by key or in the context menu on to the page that it is meant for. */
export function passCommandsOn(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) reach(passCommand(command, tab.id));
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId !== HIDE_SELECTION || tab?.id === undefined || !selectionText) return;
    reach(sendMessage('hideSelection', { text: selectionText }, { tabId: tab.id, frameId: frameId ?? 0 }));
  });
  browser.runtime.onInstalled.addListener(() => void offerMenu());
  browser.runtime.onStartup.addListener(() => void offerMenu());
}

async function passCommand(command: string, tab: number): Promise<void> {
  if (command === STEP_FORWARD) await sendMessage('stepThroughMarks', { direction: 1 }, tab);
  else if (command === STEP_BACK) await sendMessage('stepThroughMarks', { direction: -1 }, tab);
  else if (command === TOGGLE_REVEALED) await sendMessage('toggleRevealed', undefined, tab);
}

/** Browsers keep menus of some versions and lose those of others: it is made anew. */
async function offerMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: HIDE_SELECTION, title: t('hideThis'), contexts: ['selection'] });
}

/** Pages of the browser itself, and those open since before Sofar was installed, have nobody who answers. */
export function reach(sent: Promise<unknown>): void {
  sent.catch((error: unknown) => console.info('Sofar does not run on this page, or has nothing to answer there.', error));
}
