import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import { type OpenedChromium, openChromium } from '../browser/openChromium.ts';
import { servePages } from '../browser/servePages.ts';
import { trackShow } from '../browser/trackShow.ts';
import { loadPack } from '../packs/loadPacks.ts';
import { type BenchPage, benchPages } from './benchPages.ts';

/** `npm run bench -- page`: what Sofar costs on four pages in real Chromium, beside the floor and beside mark.js, in one run. */

const SHOW = 'game-of-thrones';
const ROUNDS = 2;
const MARK_JS = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');
/** mark.js marks so many names; on the giant page it is given so much of it, and its time is scaled up. */
const MARKED_NAMES = 100;
const GIANT_SHARE = 10;

interface Trace {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  args?: { data?: { url?: string } };
}

interface Measured {
  /** Milliseconds of Sofar's scripts on the page's main thread, all in all and the longest at a stretch. */
  total: number;
  longest: number;
  /** The longest task of the page's main thread in which Sofar had a part. */
  longestTask: number;
}

/** Sofar's calls in a trace: outermost calls into the content script, and the tasks that held them. */
function measure(events: readonly Trace[]): Measured {
  const calls = events
    .filter((event) => event.name === 'FunctionCall' && event.ph === 'X' && event.args?.data?.url?.startsWith('chrome-extension:'))
    .sort((a, b) => a.ts - b.ts);
  let total = 0;
  let longest = 0;
  let end = 0;
  for (const { ts, dur = 0 } of calls) {
    if (ts < end) continue;
    end = ts + dur;
    total += dur;
    longest = Math.max(longest, dur);
  }
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X');
  const longestTask = Math.max(
    0,
    ...tasks
      .filter((task) => calls.some((call) => call.tid === task.tid && call.ts >= task.ts && call.ts < task.ts + (task.dur ?? 0) && (call.dur ?? 0) > 500))
      .map((task) => task.dur ?? 0),
  );
  return { total: total / 1000, longest: longest / 1000, longestTask: longestTask / 1000 };
}

async function traced(session: CDPSession, run: () => Promise<void>): Promise<Trace[]> {
  const events: Trace[] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value) events.push(event as Trace);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'] },
  } as never);
  await run();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Waits until nothing of the page is left unread, looking once a frame; tells when the viewport was. Milliseconds since navigation. */
function decided(page: Page): Promise<{ viewport: number; all: number }> {
  return page.evaluate(
    () =>
      new Promise<{ viewport: number; all: number }>((resolve) => {
        let viewport = -1;
        const look = () => {
          const unread = [...(CSS.highlights.get('hl-c') ?? [])];
          const seen = unread.slice(0, 200).some((range) => {
            const rect = range.startContainer.parentElement?.getBoundingClientRect();
            return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
          });
          if (viewport < 0 && !seen && CSS.highlights.size > 0) viewport = performance.now();
          if (unread.length === 0 && CSS.highlights.size > 0 && document.readyState === 'complete') resolve({ viewport, all: performance.now() });
          else if (performance.now() > 120_000) resolve({ viewport, all: -1 });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
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
      const { Mark } = globalThis as never as { Mark: new (root: Element[]) => { mark(words: string[], options: object): void } };
      const all = [...(document.querySelector('main') ?? document.body).children];
      const started = performance.now();
      new Mark(all.slice(0, Math.ceil(all.length / part))).mark([...words], { separateWordSearch: false, accuracy: 'exactly' });
      return (performance.now() - started) * part;
    },
    [names, share] as const,
  );
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measurePage(browser: OpenedChromium, url: string, bench: BenchPage, names: readonly string[]): Promise<string[]> {
  const runs: (Measured & { viewport: number; all: number })[] = [];
  let base = { ms: 0, units: 0, elements: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    let times = { viewport: 0, all: 0 };
    const events = await traced(session, async () => {
      await page.goto(url, { waitUntil: 'commit' });
      times = await decided(page);
    });
    runs.push({ ...measure(events), ...times });
    base = await floor(page);
    await page.close();
  }
  const page = await browser.context.newPage();
  await page.goto(url);
  const mark = await markJs(page, names, bench.name.startsWith('(d)') ? GIANT_SHARE : 1);
  await page.close();
  const of = (key: keyof (typeof runs)[number]) => median(runs.map((run) => run[key]));
  return [
    bench.name,
    `${base.elements} elements, ${(base.units / 1e6).toFixed(2)} M units`,
    base.ms.toFixed(1),
    of('total').toFixed(1),
    `${(of('total') / base.ms).toFixed(1)}×`,
    of('longest').toFixed(1),
    of('longestTask').toFixed(1),
    of('viewport').toFixed(0),
    of('all').toFixed(0),
    mark.toFixed(0),
    `${(mark / of('total')).toFixed(1)}×`,
  ];
}

export async function benchPage(): Promise<void> {
  const pack = loadPack(SHOW);
  const names = pack.entities.flatMap((entity) => entity.names.map((name) => name.text)).slice(0, MARKED_NAMES);
  const pages = benchPages(pack);
  const server = await servePages((path) => pages[Number(path.slice(1))]?.html);
  const browser = await openChromium();
  await trackShow(browser, SHOW, 'S3E5');
  console.log(
    [
      'page',
      'size',
      'floor ms',
      'Sofar ms',
      'beside floor',
      'longest slice',
      'longest task',
      'viewport at ms',
      'all at ms',
      'mark.js ms',
      'mark.js beside Sofar',
    ].join(' | '),
  );
  for (const [i, bench] of pages.entries()) console.log((await measurePage(browser, server.url(`/${i}`), bench, names)).join(' | '));
  await browser.close();
  await server.close();
}
