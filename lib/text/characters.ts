/**
 * What a UTF-16 unit means to the matcher. Everything that reads page text goes through these
 * tables, so "José’s", "jose's" and "JOSE´S" are one word followed by a possessive everywhere.
 */

/** The folded unit of what is not part of a word: spaces, punctuation, symbols, halves of emoji. */
export const SEPARATOR = 0;
/** The folded unit of what is passed over inside a word: soft hyphens, joiners, combining accents. */
export const IGNORED = 1;

/** Latin, Greek and Cyrillic are folded by table; beyond, a unit folds to its lower case or itself. */
const TABLE_SIZE = 0x530;
/** A letter by Unicode, an apostrophe by use (OʼBrien). */
const MODIFIER_APOSTROPHE = 0x2bc;
const IGNORED_UNITS = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);
const LIGATURES: Record<string, string> = { ß: 's', æ: 'a', œ: 'o', ø: 'o', đ: 'd', ð: 'd', þ: 't', ł: 'l', ı: 'i' };
const WORD = /[\p{L}\p{N}]/u;

/** Dashes, quotes and spaces of every kind, and what is passed over. */
const isPunctuation = (unit: number): boolean => unit >= 0x2000 && unit <= 0x206f;

function foldSlowly(unit: number): number {
  // Nearly all that a page in English needs: patterns of all letters there are take the browser some milliseconds to make.
  if (unit < 0x80) return foldAscii(unit);
  if ((unit >= 0x300 && unit <= 0x36f) || IGNORED_UNITS.has(unit)) return IGNORED;
  if (isPunctuation(unit)) return SEPARATOR;
  const char = String.fromCharCode(unit);
  if (!WORD.test(char) || unit === MODIFIER_APOSTROPHE) return SEPARATOR;
  const lower = char.toLowerCase();
  // Beyond the alphabets with accents, taking characters apart would make different ones the same.
  const isAlphabet = lower.charCodeAt(0) < TABLE_SIZE || (unit >= 0x1e00 && unit <= 0x1fff);
  const base = isAlphabet ? lower.normalize('NFD').charAt(0) : lower;
  return (LIGATURES[base] ?? base).charCodeAt(0);
}

function foldAscii(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) ? unit : SEPARATOR;
}

/** No unit folds to a half of a pair: it stands for what was not asked for yet. */
const UNKNOWN = 0xd800;
/** Filled as units are met: folding all at once would cost every page a moment. */
const table = new Uint16Array(TABLE_SIZE).fill(UNKNOWN);
const beyond = new Map<number, number>();

function foldFirst(unit: number): number {
  const folded = foldSlowly(unit);
  if (unit < TABLE_SIZE) table[unit] = folded;
  else beyond.set(unit, folded);
  return folded;
}

/**
 * Folds one UTF-16 unit: case and accents are gone.
 * @returns SEPARATOR, IGNORED, or the folded unit of a letter or digit.
 */
export function fold(unit: number): number {
  if (unit >= TABLE_SIZE) return beyond.get(unit) ?? foldFirst(unit);
  const folded = table[unit] as number;
  return folded === UNKNOWN ? foldFirst(unit) : folded;
}

/** Apostrophes of every kind: typewriter, curly, modifier letter, prime, full width, acute, grave. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || unit === 0x2032 || unit === 0xff07 || unit === 0xb4 || unit === 0x60;
}

/** Hyphens and dashes of every kind, the soft hyphen apart. */
export function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe63 || unit === 0xff0d;
}

/** Spaces of every kind, line ends among them. */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** True for an upper-case letter. */
export function isUpper(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const char = String.fromCharCode(unit);
  return char !== char.toLowerCase();
}

/** Scripts written without spaces (kana, Han, Hangul syllables): there, a name may begin at any unit. */
export function isUnspaced(unit: number): boolean {
  return unit >= 0x3005 && (unit <= 0x3007 || (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3));
}
