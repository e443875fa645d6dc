/** Work gives way after so many milliseconds: a frame of 60 Hz has 16, the page needs its share, and the last step of a slice takes some more. */
const SLICE_MS = 5;

type YieldingScheduler = { yield?: () => Promise<void>; postTask?: (run: () => void, options: { priority: 'background' }) => Promise<void> };

/** Gives way to the page: scheduler.yield where there is one, else a message task, which no timer clamp delays. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}

/** The same, also to all that has no hurry: answers to what we have asked are not among what comes first. */
function giveWayToAll(): Promise<unknown> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  return scheduler?.postTask ? scheduler.postTask(() => undefined, { priority: 'background' }) : new Promise((resolve) => setTimeout(resolve));
}

/** A stretch of time to work in. */
export class Slice {
  #end: number;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#end = now() + SLICE_MS;
  }

  get isOver(): boolean {
    return this.#now() >= this.#end;
  }

  /** Gives way and begins anew. @param awaited what is to come first, if anything is. */
  async next(awaited?: Promise<unknown>): Promise<void> {
    await (awaited ? Promise.race([awaited, giveWayToAll()]) : giveWay());
    this.#end = this.#now() + SLICE_MS;
  }
}
