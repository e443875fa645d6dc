import type { CDPSession } from 'playwright-core';

/** An event of the browser's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** On the thread's own clock: what it waited for the processor is not in it. */
  tdur?: number;
  args?: { beginData?: { url?: string } };
}

/** What runs JavaScript. Those that come one in another are counted once. */
const SCRIPT_EVENTS = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
  'v8.compile',
]);
/** What the browser does to draw a page. */
const DRAWING_EVENTS = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize']);
const CATEGORIES = ['devtools.timeline', 'v8.execute'];

/** What a page's main thread did, in milliseconds on its own clock. */
export interface ThreadTime {
  /** It ran JavaScript, loading and promises included: the browser's own metric leaves out whatever goes on after a promise. */
  script: number;
  /** The longest stretch of that without a break. */
  longest: number;
  /** It styled the page, laid it out and painted it. */
  drawing: number;
}

/**
 * Traces the main thread of a page from its navigation on. On pages without scripts of their own all script time is the
 * extension's.
 * @returns what ends the measuring.
 */
export async function tracePage(session: CDPSession, url: string): Promise<() => Promise<ThreadTime>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as never as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return threadTime(events, url);
  };
}

function threadTime(events: readonly TraceEvent[], url: string): ThreadTime {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === url);
  if (!parsed) throw new Error(`The trace has nothing of ${url}: the page did not load while it was taken.`);
  const onThread = events.filter((event) => event.ph === 'X' && threadOf(event) === threadOf(parsed)).sort((a, b) => a.ts - b.ts);
  const time: ThreadTime = { script: 0, longest: 0, drawing: 0 };
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur } of onThread) {
    if (DRAWING_EVENTS.has(name)) time.drawing += tdur / 1000;
    if (!SCRIPT_EVENTS.has(name) || ts < end) continue;
    end = ts + dur;
    time.script += tdur / 1000;
    time.longest = Math.max(time.longest, tdur / 1000);
  }
  return time;
}
