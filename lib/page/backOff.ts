/** Above this share of the main thread, over the last second, Sofar backs off. */
const MAX_SHARE = 0.25;
/** It goes on when its share has fallen to this. */
const CALM_SHARE = 0.1;
const WINDOW_MS = 1000;
/** The shortest and the longest rest, in milliseconds: what is gathered is taken after the longest, come what may. */
const MIN_REST_MS = 100;
const MAX_REST_MS = 1500;

/** How much of the main thread Sofar's own work takes, and when it has to rest. */
export class BackOff {
  readonly #now: () => number;
  /** When work ended and how long it took, in milliseconds, oldest first. */
  readonly #spans: { end: number; took: number }[] = [];
  #sum = 0;

  /** @param now a clock of milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Does something and notes how long it took. */
  measure<T>(work: () => T): T {
    const started = this.#now();
    try {
      return work();
    } finally {
      const end = this.#now();
      this.#spans.push({ end, took: end - started });
      this.#sum += end - started;
    }
  }

  /** The share of the last second that was spent on own work, from 0. */
  get share(): number {
    const from = this.#now() - WINDOW_MS;
    let old = 0;
    for (const { end, took } of this.#spans) {
      if (end > from) break;
      this.#sum -= took;
      old++;
    }
    if (old) this.#spans.splice(0, old);
    return Math.max(0, this.#sum) / WINDOW_MS;
  }

  get isOver(): boolean {
    return this.share > MAX_SHARE;
  }

  /** In how many milliseconds the share is low enough to go on, where nothing is done until then. */
  get restMs(): number {
    const calm = CALM_SHARE * WINDOW_MS;
    let left = this.share * WINDOW_MS;
    let at = this.#now();
    for (const { end, took } of this.#spans) {
      if (left <= calm) break;
      left -= took;
      at = end + WINDOW_MS;
    }
    return Math.min(MAX_REST_MS, Math.max(MIN_REST_MS, at - this.#now()));
  }
}
