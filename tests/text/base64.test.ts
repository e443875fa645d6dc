import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64 } from '../../lib/text/base64.ts';

describe('base64', () => {
  it('gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect([...base64ToBytes(bytesToBase64(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it('is what other programs write', () => {
    expect(bytesToBase64(Uint8Array.of(0, 255, 128, 1))).toBe(Buffer.from([0, 255, 128, 1]).toString('base64'));
  });

  it.each(['*', 'a', 'ab=c'])('refuses %j', (text) => expect(() => base64ToBytes(text)).toThrow());
});
