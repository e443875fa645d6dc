import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/browser/findBrowser.ts';
import { openChromium } from '../../../scripts/browser/openChromium.ts';
import { trackShow } from '../../../scripts/browser/trackShow.ts';
import type { CaseBrowser, CasePage, OpenOptions } from './caseBrowser.ts';
import { type FrameReading, readFrame } from './readFrame.ts';

interface FrameTree {
  frame: { id: string };
  childFrames?: FrameTree[];
}

const idsOf = (tree: FrameTree): string[] => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(idsOf)];

/** The page's own session, and one for each frame that runs in another process. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const sessions = [await page.context().newCDPSession(page)];
  for (const frame of page.frames().slice(1))
    try {
      sessions.push(await page.context().newCDPSession(frame));
    } catch (error) {
      if (!/separate CDP session|detached/.test(String(error))) throw error;
    }
  return sessions;
}

async function readAll(page: Page, withDom: boolean): Promise<FrameReading[]> {
  const readings: FrameReading[] = [];
  for (const session of await sessionsOf(page)) {
    const { frameTree } = await session.send('Page.getFrameTree');
    for (const frameId of idsOf(frameTree)) {
      const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'reader' });
      const answer = await session.send('Runtime.evaluate', { contextId: executionContextId, expression: `(${readFrame})(${withDom})`, returnByValue: true });
      if (answer.exceptionDetails) throw new Error(`a frame could not be read: ${JSON.stringify(answer.exceptionDetails)}`);
      readings.push(answer.result.value as FrameReading);
    }
    await session.detach();
  }
  return readings;
}

async function openPage(context: BrowserContext, url: string, { print, until = 'load' }: OpenOptions): Promise<CasePage> {
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  if (print) await page.emulateMedia({ media: 'print' });
  await page.goto(url, { waitUntil: until });
  return {
    messages,
    read: (withDom) => readAll(page, withDom),
    run: async (what, argument) => (await page.evaluate(what as (argument: string) => unknown, argument)) as never,
    close: () => page.close(),
  };
}

/** Chromium with Sofar, and a show tracked. */
export async function openChromiumWithSofar(show: string, watched: string): Promise<CaseBrowser> {
  const opened = await openChromium();
  await trackShow(opened, show, watched);
  return { open: (url, options) => openPage(opened.context, url, options), close: opened.close };
}

/** The same Chromium without Sofar. */
export async function openPlainChromium(): Promise<CaseBrowser> {
  const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'en-GB' });
  return { open: (url, options) => openPage(context, url, options), close: () => browser.close() };
}
