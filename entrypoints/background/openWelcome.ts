import { browser } from 'wxt/browser';

/** Opens the welcome page once Sofar is installed, and never on an update. */
export function openWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs
      .create({ url: browser.runtime.getURL('/welcome.html') })
      .catch((error: unknown) => console.warn('Sofar could not open its welcome page; it is linked in the settings.', error));
  });
}
