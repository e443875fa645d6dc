import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from './findBrowser.ts';
import { waitInFirefox } from './waitInFirefox.ts';

/** Where `npm run build` leaves the extension for Firefox. */
export const FIREFOX_BUILD = new URL('../../.output/firefox-mv3', import.meta.url).pathname;

/** The extension's pages get this id in their address, so that tests can open them. */
const UUID = '6f1d9c1e-50fa-4a4e-9d0b-000000000001';
/** As in wxt.config.ts. */
const GECKO_ID = 'sofar@sofar.example';

export interface OpenedFirefox {
  browser: Browser;
  /** Opens a page of Sofar's own in a tab, and waits until it holds what is awaited (a CSS selector). */
  openOwn: (path: string, awaited: string) => Promise<Page>;
  close: () => Promise<void>;
}

/** A Firefox of its own profile in which Sofar is installed. */
export async function openFirefox(): Promise<OpenedFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    // Without it no test may open the extension's own pages.
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'intl.accept_languages': 'en-GB',
      'xpinstall.signatures.required': false,
    },
  });
  await browser.installExtension(FIREFOX_BUILD);
  await closeWelcome(browser);
  return { browser, openOwn: (path, awaited) => openOwn(browser, path, awaited), close: () => browser.close() };
}

async function openOwn(browser: Browser, path: string, awaited: string): Promise<Page> {
  const page = await browser.newPage();
  // Nobody can wait for the page to load: if it does not, what is awaited does not come.
  page.goto(`moz-extension://${UUID}/${path}`).catch(() => undefined);
  await waitInFirefox(page, awaited);
  return page;
}

/** The page opens once, soon after the installation. */
const WELCOME_MS = 10_000;

/** The welcome page would take the front from other tabs. */
async function closeWelcome(browser: Browser): Promise<void> {
  for (const end = Date.now() + WELCOME_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    for (const page of await browser.pages()) {
      if (!(await isWelcome(page))) continue;
      await waitInFirefox(page, 'h1');
      await page.close();
      return;
    }
  }
  throw new Error('the welcome page did not open after the installation');
}

/** Firefox does not tell the address of an extension's page: only the page itself knows. One that is just loading is asked again later. */
function isWelcome(page: Page): Promise<boolean> {
  return page.evaluate(() => location.pathname === '/welcome.html').catch(() => false);
}
