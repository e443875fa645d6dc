import { base64ToBytes, bytesToBase64 } from '../text/base64.ts';

/** Steps of a weight to 1: thousandths, in 16 bits. */
const STEPS_TO_ONE = 1000;
const MAX_STEPS = 32_767;

/** Rounds weights to thousandths and packs them, two bytes each. Those beyond ±32.767 are cut off there. */
export function packNet(weights: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(2 * weights.length));
  for (let i = 0; i < weights.length; i++) {
    const steps = Math.round((weights[i] as number) * STEPS_TO_ONE);
    view.setInt16(2 * i, Math.max(-MAX_STEPS, Math.min(MAX_STEPS, steps)), true);
  }
  return bytesToBase64(new Uint8Array(view.buffer));
}

/** The weights that packNet packed, rounded. */
export function unpackNet(packed: string): Float64Array {
  const bytes = base64ToBytes(packed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.length >> 1 }, (_, i) => view.getInt16(2 * i, true) / STEPS_TO_ONE);
}
