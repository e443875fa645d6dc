/** Bytes as base64 text, the form in which they fit into JSON and extension storage. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

type Decoder = { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/**
 * The bytes of base64 text.
 * @throws DOMException (InvalidCharacterError) or SyntaxError where it is none.
 */
export function base64ToBytes(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as Decoder;
  if (fromBase64) return fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** 32-bit numbers as base64 text. */
export const intsToBase64 = (ints: Int32Array<ArrayBuffer>): string => bytesToBase64(new Uint8Array(ints.buffer));

/** The numbers of such text. @throws as base64ToBytes. */
export const base64ToInts = (text: string): Int32Array<ArrayBuffer> => new Int32Array(base64ToBytes(text).buffer);
