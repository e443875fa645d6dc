import { base64ToBytes, bytesToBase64 } from '../text/base64.ts';

/** Levels on either side of zero: 15 in all, four bits a weight. */
const LEVELS = 7;
/** Small weights are many and need finer steps than large ones: level l stands for (l ÷ 7) to this power. Chosen by cross-validation. */
const POWER = 1.5;

/** Rounds weights to 15 levels and packs two into a byte. @param largest the largest magnitude among them. */
export function packWeights(weights: ArrayLike<number>, largest: number): string {
  const bytes = new Uint8Array(Math.ceil(weights.length / 2));
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    const level = Math.round(LEVELS * Math.min(1, Math.abs(weight) / largest) ** (1 / POWER));
    const code = (weight < 0 ? -level : level) + LEVELS;
    bytes[i >> 1] = (bytes[i >> 1] as number) | (code << (4 * (i & 1)));
  }
  return bytesToBase64(bytes);
}

/** The weights that packWeights packed, rounded. */
export function unpackWeights(packed: string, count: number, largest: number): Float32Array {
  const bytes = base64ToBytes(packed);
  const values = Float32Array.from({ length: 16 }, (_, code) => {
    const level = code - LEVELS;
    return Math.sign(level) * largest * (Math.abs(level) / LEVELS) ** POWER;
  });
  const weights = new Float32Array(count);
  for (let i = 0; i < count; i++) weights[i] = values[((bytes[i >> 1] as number) >> (4 * (i & 1))) & 15] as number;
  return weights;
}
