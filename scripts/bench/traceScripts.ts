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
  args?: { data?: { url?: string } };
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
const CATEGORIES = ['devtools.timeline', 'v8.execute'];

export interface ScriptTime {
  /** All of it, in milliseconds. */
  total: number;
  /** The longest stretch of it without a break, in milliseconds. */
  longest: number;
}

/**
 * How long the threads that run an extension's content script run JavaScript, on their own clocks, loading and promises
 * included: the browser's own metric of script time leaves out whatever goes on after a promise. On pages without scripts of
 * their own that is all the extension's.
 * @returns what ends the measuring.
 */
export async function traceScripts(session: CDPSession): Promise<() => Promise<ScriptTime>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as never as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return scriptTime(events);
  };
}

function scriptTime(events: readonly TraceEvent[]): ScriptTime {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = new Set(events.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:')).map(threadOf));
  const ends = new Map<string, number>();
  const time: ScriptTime = { total: 0, longest: 0 };
  const runs = events.filter((event) => event.ph === 'X' && SCRIPT_EVENTS.has(event.name) && threads.has(threadOf(event))).sort((a, b) => a.ts - b.ts);
  for (const run of runs) {
    const { ts, dur = 0, tdur = dur } = run;
    if (ts < (ends.get(threadOf(run)) ?? 0)) continue;
    ends.set(threadOf(run), ts + dur);
    time.total += tdur / 1000;
    time.longest = Math.max(time.longest, tdur / 1000);
  }
  return time;
}
