import { DWELL_MS, GRACE_MS, type HoverAction, type HoverState, hoverReducer, IDLE } from './hoverMachine.ts';

type Timers = { set: (run: () => void, ms: number) => number; clear: (id: number) => void };
const browserTimers: Timers = { set: (run, ms) => setTimeout(run, ms) as unknown as number, clear: (id) => clearTimeout(id) };

/** Runs the hover machine: keeps its state, starts and stops its two timers, and tells of changes. */
export class HoverController {
  #state: HoverState = IDLE;
  #timer: number | undefined;
  readonly #changed: (state: HoverState, before: HoverState) => void;
  readonly #timers: Timers;

  constructor(changed: (state: HoverState, before: HoverState) => void, timers: Timers = browserTimers) {
    this.#changed = changed;
    this.#timers = timers;
  }

  get state(): HoverState {
    return this.#state;
  }

  send(action: HoverAction): void {
    const before = this.#state;
    const state = hoverReducer(before, action);
    if (state === before) return;
    this.#state = state;
    if (this.#timer !== undefined) this.#timers.clear(this.#timer);
    const { token } = state;
    if (state.at === 'dwelling') this.#timer = this.#timers.set(() => this.send({ type: 'dwelled', token }), DWELL_MS);
    else if (state.at === 'leaving') this.#timer = this.#timers.set(() => this.send({ type: 'graced', token }), GRACE_MS);
    else this.#timer = undefined;
    this.#changed(state, before);
  }
}
