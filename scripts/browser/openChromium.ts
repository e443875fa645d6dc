import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

/** Where `npm run build` leaves the extension. */
export const CHROME_BUILD = new URL('../../.output/chrome-mv3', import.meta.url).pathname;

/** A Chromium of its own profile in which Sofar is installed. */
export interface OpenedChromium {
  context: BrowserContext;
  /** The extension's service worker. */
  worker: Worker;
  extensionUrl: (path: string) => string;
  close: () => Promise<void>;
}

/** Opens Chromium with the built extension. Its welcome page is closed again, unless it is wanted: it would take the front from other tabs. */
export async function openChromium(
  options: {
    headless?: boolean;
    dark?: boolean;
    touch?: boolean;
    args?: string[];
    build?: string;
    keepWelcome?: boolean;
    viewport?: { width: number; height: number };
  } = {},
): Promise<OpenedChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'sofar-chromium-'));
  const build = options.build ?? CHROME_BUILD;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1000, height: 800 }),
    colorScheme: options.dark ? 'dark' : 'light',
    hasTouch: options.touch ?? false,
    locale: 'en-GB',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  if (!options.keepWelcome) await closeWelcome(context);
  return {
    context,
    worker,
    extensionUrl: (path) => `chrome-extension://${id}/${path}`,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The page opens once, soon after the installation. */
const WELCOME_MS = 10_000;

async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  for (const end = Date.now() + WELCOME_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const page = context.pages().find(isWelcome);
    if (!page) continue;
    // Closed while it asks for its words, it leaves a process behind in which no page of the extension gets any.
    await page.getByRole('heading', { level: 1, name: 'Sofar' }).waitFor();
    await page.close();
    return;
  }
  throw new Error('the welcome page did not open after the installation');
}
