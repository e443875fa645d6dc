import type { CDPSession } from 'playwright-core';

const SAMPLE_MICROSECONDS = 500;

/** How much of a page's main thread Sofar's code took while something ran, beside all the time that passed. Milliseconds. */
export async function sofarTime(session: CDPSession, run: () => Promise<unknown>): Promise<{ ours: number; all: number }> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.send('Profiler.start');
  const started = Date.now();
  await run();
  const all = Date.now() - started;
  const { profile } = await session.send('Profiler.stop');
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  // Parents come before their children.
  const isOurs = new Map<number, boolean>();
  for (const { id, callFrame } of profile.nodes) isOurs.set(id, callFrame.url.startsWith('chrome-extension:') || isOurs.get(parents.get(id) ?? -1) === true);
  const { samples = [], timeDeltas = [] } = profile;
  return { ours: samples.reduce((sum, sample, i) => sum + (isOurs.get(sample) ? (timeDeltas[i] ?? 0) : 0), 0) / 1000, all };
}
