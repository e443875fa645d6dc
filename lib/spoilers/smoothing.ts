/**
 * How the story's time moves from one sentence to the next: mostly it stays, often it goes on a little, sometimes it
 * goes back, and now and then it jumps anywhere.
 */
export interface Step {
  stay: number;
  forward: number;
  back: number;
  jump: number;
}

/** How far a step forward or back goes: each further episode is this much less likely. */
const DECAY = 0.6;

/** Spreads `from` by one step into `to` (both count + 1 long); `reversed` swaps forward and back. */
function spread(from: Float32Array, step: Step, reversed: boolean, to: Float32Array): void {
  const n = from.length;
  const forward = reversed ? step.back : step.forward;
  const back = reversed ? step.forward : step.back;
  let total = 0;
  for (let o = 0; o < n; o++) total += from[o] as number;
  const base = (step.jump * total) / n;
  let carried = 0;
  for (let o = 0; o < n; o++) {
    to[o] = base + step.stay * (from[o] as number) + forward * carried;
    carried = DECAY * carried + (1 - DECAY) * (from[o] as number);
  }
  carried = 0;
  for (let o = n - 1; o >= 0; o--) {
    to[o] = (to[o] as number) + back * carried;
    carried = DECAY * carried + (1 - DECAY) * (from[o] as number);
  }
}

function normalise(values: Float32Array): void {
  let total = 0;
  for (const value of values) total += value;
  for (let o = 0; o < values.length; o++) values[o] = total > 0 ? (values[o] as number) / total : 1 / values.length;
}

/**
 * Forward-backward smoothing (Rabiner 1989, "A tutorial on hidden Markov models") over the sentences of a section.
 * @param emissions per sentence: the probability of each ordinal by its own evidence; normalised.
 * @param trust per sentence, 0 to 1: how far its own evidence counts. A sentence that tells no story has little to say.
 * @param steps per sentence: the step from the sentence before it; the first is not read.
 * @returns the smoothed distribution of each sentence.
 */
export function smoothPositions(emissions: readonly Float32Array[], trust: readonly number[], steps: readonly Step[]): Float32Array[] {
  const count = emissions.length;
  if (count === 0) return [];
  const size = (emissions[0] as Float32Array).length;
  const tempered = emissions.map((emission, i) => {
    const power = trust[i] as number;
    return power >= 1 ? emission : emission.map((value) => value ** power);
  });
  const forward = tempered.map((emission) => Float32Array.from(emission));
  const scratch = new Float32Array(size);
  for (let i = 0; i < count; i++) {
    const here = forward[i] as Float32Array;
    if (i > 0) {
      spread(forward[i - 1] as Float32Array, steps[i] as Step, false, scratch);
      for (let o = 0; o < size; o++) here[o] = (here[o] as number) * (scratch[o] as number);
    }
    normalise(here);
  }
  let message = new Float32Array(size).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const here = forward[i] as Float32Array;
    const next = new Float32Array(size);
    const weighed = message.map((value, o) => value * ((tempered[i] as Float32Array)[o] as number));
    normalise(weighed);
    if (i > 0) spread(weighed, steps[i] as Step, true, next);
    for (let o = 0; o < size; o++) here[o] = (here[o] as number) * (message[o] as number);
    normalise(here);
    message = next;
  }
  return forward;
}
