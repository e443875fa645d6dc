/** Work gives way after so many milliseconds: a frame of 60 Hz has 16, the page needs its share, and the last step of a slice takes some more. */
const SLICE_MS = 5;

type YieldingScheduler = { yield?: () => Promise<void> };

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

  /** Gives way and begins anew. */
  async next(): Promise<void> {
    await giveWay();
    this.#end = this.#now() + SLICE_MS;
  }
}
