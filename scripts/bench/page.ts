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
const ROUNDS = 3;
const MARK_JS = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');
/** mark.js marks so many names; on the giant page it is given so much of it, and its time is scaled up. */
const MARKED_NAMES = 100;
const GIANT_SHARE = 10;

/** A sampled profile, as the browser's profiler gives it. */
interface Profile {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  /** Microseconds. */
  timeDeltas?: number[];
}

interface Measured {
  /** Milliseconds of Sofar's code on the page's main thread, all in all and the longest at a stretch. */
  total: number;
  longest: number;
}

const SAMPLE_MICROSECONDS = 200;

/** Sofar's time in a profile: samples with its code anywhere on the stack, however it was called. */
function measure({ nodes, samples = [], timeDeltas = [] }: Profile): Measured {
  const isOurs = new Map<number, boolean>();
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  for (const node of nodes) isOurs.set(node.id, node.callFrame.url.startsWith('chrome-extension:') || isOurs.get(parents.get(node.id) ?? -1) === true);
  let total = 0;
  let longest = 0;
  let run = 0;
  samples.forEach((sample, i) => {
    run = isOurs.get(sample) ? run + (timeDeltas[i] ?? 0) : 0;
    if (run > 0) total += timeDeltas[i] ?? 0;
    longest = Math.max(longest, run);
  });
  return { total: total / 1000, longest: longest / 1000 };
}

async function profiled(session: CDPSession, run: () => Promise<void>): Promise<Profile> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.send('Profiler.start');
  await run();
  const { profile } = await session.send('Profiler.stop');
  return profile;
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
    const profile = await profiled(session, async () => {
      await page.goto(url, { waitUntil: 'commit' });
      times = await decided(page);
    });
    runs.push({ ...measure(profile), ...times });
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
    of('viewport').toFixed(0),
    of('all').toFixed(0),
    mark.toFixed(0),
    `${(mark / of('total')).toFixed(1)}×`,
  ];
}

/** @param only letters of the pages to measure; all where there are none. */
export async function benchPage(only: readonly string[]): Promise<void> {
  const pack = loadPack(SHOW);
  const names = pack.entities.flatMap((entity) => entity.names.map((name) => name.text)).slice(0, MARKED_NAMES);
  const pages = benchPages(pack);
  const server = await servePages((path) => pages[Number(path.slice(1))]?.html);
  const browser = await openChromium();
  await trackShow(browser, SHOW, 'S3E5');
  console.log(
    ['page', 'size', 'floor ms', 'Sofar ms', 'beside floor', 'longest slice', 'viewport at ms', 'all at ms', 'mark.js ms', 'mark.js beside Sofar'].join(' | '),
  );
  for (const [i, bench] of pages.entries())
    if (only.length === 0 || only.includes(bench.name[1] ?? '')) console.log((await measurePage(browser, server.url(`/${i}`), bench, names)).join(' | '));
  await browser.close();
  await server.close();
}
