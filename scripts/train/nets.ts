import { packNet } from '../../lib/spoilers/netWeights.ts';
import type { StoryModel } from '../../lib/spoilers/story.ts';
import { minimise, randomNumbers } from './logistic.ts';

interface Options {
  nets: number;
  units: number;
  l2: number;
  rounds: number;
  rate: number;
}

/** A draw from the normal distribution (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mean and inverse deviation of each feature. */
function standards(rows: readonly (readonly number[])[]): { mean: number[]; scale: number[] } {
  const size = rows[0]?.length ?? 0;
  const mean = Array.from({ length: size }, (_, f) => rows.reduce((sum, row) => sum + (row[f] as number), 0) / rows.length);
  const scale = mean.map((m, f) => 1 / Math.max(0.05, Math.sqrt(rows.reduce((sum, row) => sum + ((row[f] as number) - m) ** 2, 0) / rows.length)));
  return { mean, scale };
}

function fitNet(rows: readonly Float64Array[], targets: readonly number[], options: Options, seed: number): string {
  const size = rows[0]?.length ?? 0;
  const { units, l2 } = options;
  const random = randomNumbers(seed);
  const width = size + 1;
  const outputAt = units * width;
  const start = Array.from({ length: outputAt + units + 1 }, (_, i) => {
    if (i === outputAt + units || (i < outputAt && i % width === size)) return 0;
    return normal(random) / Math.sqrt(i < outputAt ? size : units);
  });
  const active = new Float64Array(units);
  const weights = minimise(
    start,
    (w, gradient) => {
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r] as Float64Array;
        let sum = w[outputAt + units] as number;
        for (let u = 0; u < units; u++) {
          const base = u * width;
          let unit = w[base + size] as number;
          for (let f = 0; f < size; f++) unit += (row[f] as number) * (w[base + f] as number);
          active[u] = Math.tanh(unit);
          sum += (active[u] as number) * (w[outputAt + u] as number);
        }
        const error = (1 / (1 + Math.exp(-sum)) - (targets[r] as number)) / rows.length;
        gradient[outputAt + units] = (gradient[outputAt + units] as number) + error;
        for (let u = 0; u < units; u++) {
          const base = u * width;
          const a = active[u] as number;
          gradient[outputAt + u] = (gradient[outputAt + u] as number) + error * a;
          const back = error * (w[outputAt + u] as number) * (1 - a * a);
          for (let f = 0; f < size; f++) gradient[base + f] = (gradient[base + f] as number) + back * (row[f] as number);
          gradient[base + size] = (gradient[base + size] as number) + back;
        }
      }
      for (let i = 0; i < outputAt + units; i++) gradient[i] = (gradient[i] as number) + l2 * (w[i] as number);
    },
    { rounds: options.rounds, rate: options.rate },
  );
  return packNet(weights);
}

/** Fits several small networks to the same examples, each begun from its own random numbers; repeatable. */
export function fitNets(rows: readonly (readonly number[])[], targets: readonly number[], options: Options): StoryModel {
  const { mean, scale } = standards(rows);
  const standard = rows.map((row) => Float64Array.from(row, (value, f) => (value - (mean[f] as number)) * (scale[f] as number)));
  return {
    mean: mean.map((value) => Number(value.toFixed(3))),
    scale: scale.map((value) => Number(value.toFixed(3))),
    units: options.units,
    nets: Array.from({ length: options.nets }, (_, n) => fitNet(standard, targets, options, n + 1)),
  };
}
