import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browser/findBrowser.ts';
import { type OpenedFirefox, openFirefox } from '../../../scripts/browser/openFirefox.ts';
import type { CaseBrowser, CasePage, OpenOptions } from './caseBrowser.ts';
import { type FrameReading, readFrame } from './readFrame.ts';

/** A frame's world of the tests' own. Puppeteer has it, and does not say so in its types. */
type WithRealm = { isolatedRealm: () => { evaluate: <A extends unknown[], R>(run: (...args: A) => R, ...args: A) => Promise<R> } };

const readOne = (frame: Frame, withDom: boolean): Promise<FrameReading> => (frame as never as WithRealm).isolatedRealm().evaluate(readFrame, withDom);

async function openPage(browser: Browser, url: string, { print }: OpenOptions): Promise<CasePage> {
  const page = await browser.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error instanceof Error ? error.message : error}`));
  if (print) await page.emulateMediaType('print');
  await page.goto(url);
  return {
    messages,
    read: (withDom) => Promise.all(page.frames().map((frame) => readOne(frame, withDom))),
    run: async (what, argument) => (await page.evaluate(what as (argument: string) => unknown, argument)) as never,
    close: () => page.close(),
  };
}

/** Sends one of Sofar's messages from its popup. */
const send = (popup: Page, type: string, data: object) =>
  popup.evaluate(
    (messageType, messageData) =>
      (globalThis as never as { browser: { runtime: { sendMessage(message: object): Promise<unknown> } } }).browser.runtime.sendMessage({
        id: 1,
        type: messageType,
        data: messageData,
        timestamp: Date.now(),
      }),
    type,
    data,
  );

/** Firefox with Sofar, and a show tracked. */
export async function openFirefoxWithSofar(show: string, watched: string): Promise<CaseBrowser> {
  const { browser, close } = await openTrackingFirefox(show, watched);
  return { open: (url, options) => openPage(browser, url, options), close };
}

/** The same, to do with as one likes. */
export async function openTrackingFirefox(show: string, watched: string): Promise<OpenedFirefox> {
  const opened = await openFirefox();
  const popup = await opened.openOwn('popup.html', '.add-show');
  await send(popup, 'setProgress', { show, watched });
  await popup.waitForFunction(
    async (id) => {
      const { storage } = (globalThis as never as { browser: { storage: { local: { get(key: string): Promise<{ names?: { shows: { id: string }[] } }> } } } })
        .browser;
      return (await storage.local.get('names')).names?.shows.some((entry) => entry.id === id);
    },
    {},
    show,
  );
  return opened;
}

/** The same Firefox without Sofar. */
export async function openPlainFirefox(): Promise<CaseBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  });
  return { open: (url, options) => openPage(browser, url, options), close: () => browser.close() };
}
