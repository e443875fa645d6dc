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
  for (let o = 0; o < values.length; o++) total += values[o] as number;
  const share = 1 / total;
  if (total > 0 && Number.isFinite(share)) for (let o = 0; o < values.length; o++) values[o] = (values[o] as number) * share;
  else values.fill(1 / values.length);
}

/** A sentence that is so surely no story has no evidence of its own. */
const LEAST_TRUST = 0.02;

/** Log-scores as probabilities, flattened by how far they are to be trusted. */
function temper(scores: Float32Array, trust: number, probabilities: Float32Array): void {
  if (trust < LEAST_TRUST) {
    probabilities.fill(1 / probabilities.length);
    return;
  }
  let max = Number.NEGATIVE_INFINITY;
  for (let o = 0; o < scores.length; o++) if ((scores[o] as number) > max) max = scores[o] as number;
  for (let o = 0; o < scores.length; o++) probabilities[o] = Math.exp(trust * ((scores[o] as number) - max));
  normalise(probabilities);
}

function multiply(values: Float32Array, by: Float32Array): void {
  for (let o = 0; o < values.length; o++) values[o] = (values[o] as number) * (by[o] as number);
}

/**
 * Forward-backward smoothing (Rabiner 1989, "A tutorial on hidden Markov models") over the sentences of a section.
 * @param scores per sentence: the log-score of each ordinal by its own evidence. Overwritten with the probability of each
 *   ordinal after smoothing.
 * @param trust per sentence, 0 to 1: how far its own evidence counts. A sentence that tells no story has little to say.
 * @param steps per sentence: the step from the sentence before it; the first is not read.
 */
export function smoothPositions(scores: readonly Float32Array[], trust: readonly number[], steps: readonly Step[]): void {
  const count = scores.length;
  if (count === 0) return;
  const size = (scores[0] as Float32Array).length;
  const own = new Float32Array(count * size);
  const ownOf = (i: number) => own.subarray(i * size, (i + 1) * size);
  const scratch = new Float32Array(size);
  for (let i = 0; i < count; i++) {
    const here = scores[i] as Float32Array;
    const evidence = ownOf(i);
    temper(here, trust[i] as number, evidence);
    here.set(evidence);
    if (i === 0) continue;
    spread(scores[i - 1] as Float32Array, steps[i] as Step, false, scratch);
    multiply(here, scratch);
    normalise(here);
  }
  const message = new Float32Array(size).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const here = scores[i] as Float32Array;
    multiply(here, message);
    normalise(here);
    if (i === 0) continue;
    const evidence = ownOf(i);
    multiply(evidence, message);
    normalise(evidence);
    spread(evidence, steps[i] as Step, true, message);
  }
}
