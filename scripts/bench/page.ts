import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser/findBrowser.ts';
import { openChromium } from '../browser/openChromium.ts';
import { servePages } from '../browser/servePages.ts';
import { trackShow } from '../browser/trackShow.ts';
import { median } from '../median.ts';
import { loadPack } from '../packs/loadPacks.ts';
import { type BenchPage, benchPages } from './benchPages.ts';
import { type ThreadTime, tracePage } from './tracePage.ts';

/**
 * `npm run bench -- page [a b c d]`: what Sofar costs on four pages in real Chromium, beside the floor and beside mark.js, in
 * one run. The pages have no scripts of their own: all script time of the main thread, on the thread's own clock, is Sofar's,
 * the loading of its content script included. Tracing it makes it longer, if anything.
 */

const SHOW = 'game-of-thrones';
const ROUNDS = 3;
const MARK_JS = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');
/** mark.js marks so many names. On the two large pages it needs minutes: there it gets a tenth of them, and its time is scaled up. */
const MARKED_NAMES = 100;
const LARGE_SHARE = 10;
/** It is asked so often whether a page is read, in milliseconds. */
const LOOK_MS = 100;
const MAX_WAIT_MS = 120_000;

interface Frames {
  /** Milliseconds from navigation until the first frame with text in the viewport, covered or not; -1 before it. */
  text: number;
  /** The same until the first frame in which that text is decided: nothing there is covered or unread any longer. */
  decided: number;
}

/** Runs in the page from its start, in a round whose script time is not measured: looks at every frame until the viewport is decided. */
function watchViewport(): void {
  const frames: Frames = { text: -1, decided: -1 };
  (globalThis as never as { frames: Frames }).frames = frames;
  const rectOf = (node: Node) => (node.nodeType === 1 ? (node as Element) : node.parentElement)?.getBoundingClientRect();
  const isSeen = (node: Node) => {
    const rect = rectOf(node);
    return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
  };
  const look = () => {
    if (frames.text < 0) {
      const first = document.body && document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT).nextNode();
      if (first && isSeen(first)) frames.text = performance.now();
    }
    const isCovered = () => getComputedStyle(document.documentElement).opacity === '0' || CSS.highlights.size === 0;
    const isSpace = (node: Node | null | undefined) => node?.nodeType === 3 && !(node as Text).data.trim();
    // A cover may begin between two children of what is as long as the page, far below the screen, or with the space before one.
    const edge = (node: Node, child: number, beside: 'nextSibling' | 'previousSibling') => {
      const at = node.nodeType === 1 ? node.childNodes[child] : undefined;
      return (isSpace(at) && at?.[beside]) || at || node;
    };
    const first = ({ startContainer, startOffset }: AbstractRange) => edge(startContainer, startOffset, 'nextSibling');
    const last = ({ endContainer, endOffset }: AbstractRange) => edge(endContainer, endOffset - 1, 'previousSibling');
    const isUnread = () =>
      [...(CSS.highlights.get('hl-c') ?? [])].some(
        (range) => (rectOf(first(range))?.top ?? Number.POSITIVE_INFINITY) < innerHeight && (rectOf(last(range))?.bottom ?? 0) > 0,
      );
    if (frames.text >= 0 && !isCovered() && !isUnread()) frames.decided = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Whether all of the page is there and read. */
const isRead = (page: Page) => page.evaluate(() => document.readyState === 'complete' && CSS.highlights.size > 0 && !CSS.highlights.get('hl-c')?.size);

/** Milliseconds from the viewport's first text until it is decided, and from navigation until all is; -1 where it was not within the time. */
async function untilRead(page: Page): Promise<{ viewport: number; all: number }> {
  for (const started = Date.now(); Date.now() - started < MAX_WAIT_MS; await page.waitForTimeout(LOOK_MS)) {
    if (!(await isRead(page))) continue;
    const { text, decided, now } = await page.evaluate(() => ({ ...(globalThis as never as { frames: Frames }).frames, now: performance.now() }));
    return { viewport: decided < 0 ? -1 : decided - text, all: now };
  }
  return { viewport: -1, all: -1 };
}

/** One pass of a TreeWalker that reads every text node: nothing that reads a page can cost less. */
const floor = (page: Page) =>
  page.evaluate(() => {
    const started = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let units = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) units += (node as Text).data.length;
    return { ms: performance.now() - started, units, elements: document.getElementsByTagName('*').length };
  });

async function markJs(page: Page, names: readonly string[], share: number): Promise<number> {
  await page.addScriptTag({ content: readFileSync(MARK_JS, 'utf8') });
  return page.evaluate(
    ([words, part]) => {
      const { Mark } = globalThis as never as { Mark: new (root: Element) => { mark(words: string[], options: object): void } };
      const started = performance.now();
      new Mark(document.body).mark(words.slice(0, words.length / part), { separateWordSearch: false, accuracy: 'exactly' });
      return (performance.now() - started) * part;
    },
    [[...names], share] as const,
  );
}

/** JavaScript memory after a collection, in MB. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}

async function openMeasured(context: BrowserContext, url: string, script?: () => void): Promise<{ page: Page; session: CDPSession }> {
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url, { waitUntil: 'commit' });
  return { page, session };
}

/** A page that is only traced gets so much more time than one that is looked at, in milliseconds. */
const AFTER_MS = 1000;

async function threadTime(page: Page, url: string, ms: number): Promise<ThreadTime> {
  const session = await page.context().newCDPSession(page);
  const ended = await tracePage(session, url);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForTimeout(ms);
  const time = await ended();
  await session.detach();
  return time;
}

/** A round with Sofar: when it has read, and its memory; and two for its times, in which nobody looks: in a new tab, and in that once more. */
async function withSofar(context: BrowserContext, url: string) {
  const { page, session } = await openMeasured(context, url, watchViewport);
  const times = await untilRead(page);
  const heap = await heapOf(session);
  await page.close();
  const other = await context.newPage();
  const { script, longest, drawing } = await threadTime(other, url, times.all + AFTER_MS);
  const again = await threadTime(other, `${url}?again`, times.all + AFTER_MS);
  await other.close();
  return { ...times, script, longest, drawing, again: again.script, heap };
}

/** The same page without Sofar: its memory, the floor, and what the browser draws in as much time. */
async function withoutSofar(context: BrowserContext, url: string, ms: number) {
  const { page, session } = await openMeasured(context, url);
  await page.waitForLoadState('load');
  const heap = await heapOf(session);
  const base = await floor(page);
  await page.close();
  const other = await context.newPage();
  const { drawing } = await threadTime(other, url, ms);
  await other.close();
  return { heap, drawing, ...base };
}

async function measurePage(sofar: BrowserContext, plain: BrowserContext, url: string, bench: BenchPage, names: readonly string[]): Promise<string[]> {
  const runs: Awaited<ReturnType<typeof withSofar>>[] = [];
  const bases: Awaited<ReturnType<typeof withoutSofar>>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const run = await withSofar(sofar, url);
    runs.push(run);
    bases.push(await withoutSofar(plain, url, run.all + AFTER_MS));
  }
  const page = await plain.newPage();
  await page.goto(url);
  const mark = await markJs(page, names, /\((c|d)\)/.test(bench.name) ? LARGE_SHARE : 1);
  await page.close();
  const of = (key: keyof (typeof runs)[number]) => median(runs.map((run) => run[key]));
  const base = (key: keyof (typeof bases)[number]) => median(bases.map((run) => run[key]));
  const script = of('script');
  return [
    bench.name,
    `${base('elements')} elements, ${(base('units') / 1e6).toFixed(2)} M units`,
    base('ms').toFixed(1),
    script.toFixed(1),
    `${(script / base('ms')).toFixed(1)}×`,
    of('longest').toFixed(1),
    of('again').toFixed(1),
    of('drawing').toFixed(0),
    base('drawing').toFixed(0),
    of('viewport').toFixed(0),
    of('all').toFixed(0),
    (of('heap') - base('heap')).toFixed(1),
    mark.toFixed(0),
    `${(mark / script).toFixed(1)}×`,
  ];
}

/** @param only letters of the pages to measure; all where there are none. */
export async function benchPage(only: readonly string[]): Promise<void> {
  const pack = loadPack(SHOW);
  const names = pack.entities.flatMap((entity) => entity.names.map((name) => name.text)).slice(0, MARKED_NAMES);
  const pages = benchPages(pack);
  const server = await servePages((path) => pages[Number(/\d+/.exec(path)?.[0])]?.html);
  const browser = await openChromium();
  const plain = await chromium.launch({ executablePath: findBrowser('chromium') as string, args: ['--no-sandbox', '--headless=new'] });
  await trackShow(browser, SHOW, 'S3E5');
  console.log(
    'page | size | floor ms | Sofar ms | beside floor | longest slice ms | next in tab ms | drawing ms | without Sofar | viewport after ms | all at ms | memory MB | mark.js ms | beside Sofar',
  );
  const plainContext = await plain.newContext({ viewport: browser.context.pages()[0]?.viewportSize() ?? null });
  for (const [i, bench] of pages.entries())
    if (only.length === 0 || only.includes(bench.name[1] ?? ''))
      console.log((await measurePage(browser.context, plainContext, server.url(`/${i}`), bench, names)).join(' | '));
  await plain.close();
  await browser.close();
  await server.close();
}
