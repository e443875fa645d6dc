/** A sparse example: indices of the features that it has (each counted once a mention), its target and its weight. */
export interface SparseExample {
  features: readonly number[];
  target: 0 | 1;
  weight: number;
}

/** Repeatable random numbers (mulberry32): a training run gives the same weights every time. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

/**
 * Logistic regression on hashed features by AdaGrad; a sum is divided by the square root of its number of features,
 * as `narrativeLogit` does. L2 keeps rare features small. Weights are the mean of those after each epoch of the second
 * half: the last examples count no more than others.
 */
export function fitSparse(
  examples: SparseExample[],
  size: number,
  options: { epochs: number; rate: number; l2: number; seed?: number },
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  let bias = 0;
  let biasSquare = 1e-6;
  const random = randomNumbers(options.seed ?? 1);
  const order = [...examples];
  const mean = new Float64Array(size);
  const settled = Math.ceil(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const { features, target, weight } of order) {
      const norm = 1 / Math.sqrt(features.length);
      let sum = bias;
      for (const f of features) sum += (weights[f] as number) * norm;
      const error = (1 / (1 + Math.exp(-sum)) - target) * weight;
      for (const f of features) {
        const gradient = error * norm + options.l2 * (weights[f] as number);
        squares[f] = (squares[f] as number) + gradient * gradient;
        weights[f] = (weights[f] as number) - (options.rate * gradient) / Math.sqrt(squares[f] as number);
      }
      biasSquare += error * error;
      bias -= (options.rate * error) / Math.sqrt(biasSquare);
    }
    if (epoch >= options.epochs - settled) for (let f = 0; f < size; f++) mean[f] = (mean[f] as number) + (weights[f] as number) / settled;
  }
  return { weights: mean, bias };
}

/** Minimises a smooth function by Adam on full batches. `step` adds the gradient at `weights` into `gradient`. */
export function minimise(
  start: readonly number[],
  step: (weights: Float64Array, gradient: Float64Array) => void,
  options: { rounds: number; rate: number },
): number[] {
  const weights = Float64Array.from(start);
  const m = new Float64Array(weights.length);
  const v = new Float64Array(weights.length);
  for (let round = 1; round <= options.rounds; round++) {
    const gradient = new Float64Array(weights.length);
    step(weights, gradient);
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] as number;
      m[i] = 0.9 * (m[i] as number) + 0.1 * g;
      v[i] = 0.999 * (v[i] as number) + 0.001 * g * g;
      const rate = options.rate * (1 - round / (options.rounds + 1));
      weights[i] = (weights[i] as number) - (rate * ((m[i] as number) / (1 - 0.9 ** round))) / (Math.sqrt((v[i] as number) / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return [...weights];
}
