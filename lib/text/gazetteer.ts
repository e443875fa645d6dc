import { base64ToInts, intsToBase64 } from './base64.ts';
import { fold, IGNORED, isApostrophe, isDash, isSpace, isUnspaced, SEPARATOR } from './characters.ts';

/**
 * Finds names in text. Every word of the text is hashed once while it is read, and nearly all are turned away by one
 * bit; from a first word of some name a hash table of word sequences leads on to the longest name. The time is linear
 * in the text and hardly depends on how many names there are. No pattern is built from data.
 */
export interface Gazetteer {
  /**
   * All names in `text`, leftmost and longest first, without overlaps.
   * @param visit gets start and end in UTF-16 units and the name's index in the compiled list.
   */
  find(text: string, visit: (start: number, end: number, nameIndex: number) => void): void;
}

/** A compiled gazetteer as plain data: strings only, so that it can be stored, and opened in no time. */
export interface CompiledNames {
  /** The folded words of all names, one space between words, one line end after each name. */
  pool: string;
  /** Int32 in base64: where each name begins in the pool. Names without a word have the place of the next one. */
  starts: string;
  /** Int32 in base64, two a slot: hash of a word sequence, and what it is: 0 for an empty slot, else twice the name plus one, plus 1 where longer names begin so. */
  slots: string;
  /** Int32 in base64: one bit for each hash of a first word. */
  filter: string;
}

/** Between two words of a name: at most so many units of space, dash, apostrophe or full stop. */
const MAX_JOINER_UNITS = 3;
/** Bits of the first-word filter per name: one word in sixteen passes by chance. */
const FILTER_BITS_PER_NAME = 16;
const SLOT_INTS = 2;
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;
const SPACE = 0x20;

const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, HASH_PRIME);
/** Spreads FNV's weak low bits before the hash is cut down to a table's size. */
const spread = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;
/** The hash of a word sequence: of all words but the last, and of the last. */
const hashSequence = (before: number, word: number): number => Math.imul(before ^ (word >>> 3), 0x9e3779b1) ^ word;

const isJoiner = (unit: number): boolean => isSpace(unit) || isDash(unit) || isApostrophe(unit) || unit === 0x2e;

/** The folded words of a name: "Jaqen H’ghar" is jaqen, h, ghar. */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    const folded = fold(unit);
    if (folded === IGNORED) continue;
    const unspaced = isUnspaced(unit);
    if ((folded === SEPARATOR || unspaced) && word) {
      words.push(word);
      word = '';
    }
    if (unspaced) words.push(String.fromCharCode(folded));
    else if (folded !== SEPARATOR) word += String.fromCharCode(folded);
  }
  if (word) words.push(word);
  return words;
}

/** A slot of the hash table while it is built. */
interface Sequence {
  hash: number;
  name: number;
  isBeginning: boolean;
}

function hashWord(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Compiles names for matching. Case, accents, dashes and apostrophes do not matter; of names that fold to the
 * same words the first one is found.
 */
export function compileNames(names: readonly string[]): CompiledNames {
  const words = names.map(nameWords);
  // Two sequences with one hash share a slot: what is found is compared with the pool, so that the second of them is
  // missed, one time in some thousand million.
  const sequences = new Map<number, Sequence>();
  const firsts = new Set<number>();
  words.forEach((sequence, name) => {
    let hash = 0;
    sequence.forEach((word, w) => {
      hash = w === 0 ? hashWord(word) : hashSequence(hash, hashWord(word));
      if (w === 0) firsts.add(hash);
      const known = sequences.get(hash) ?? { hash, name: -1, isBeginning: false };
      sequences.set(hash, known);
      if (w < sequence.length - 1) known.isBeginning = true;
      else if (known.name < 0) known.name = name;
    });
  });
  const size = 1 << Math.max(4, Math.ceil(Math.log2(sequences.size * 2 + 1)));
  const slots = new Int32Array(size * SLOT_INTS);
  for (const { hash, name, isBeginning } of sequences.values()) {
    let slot = spread(hash) & (size - 1);
    while (slots[slot * SLOT_INTS + 1] !== 0) slot = (slot + 1) & (size - 1);
    slots.set([hash, (name + 1) * 2 + +isBeginning], slot * SLOT_INTS);
  }
  const bits = 1 << Math.max(10, Math.ceil(Math.log2(firsts.size * FILTER_BITS_PER_NAME + 1)));
  const filter = new Int32Array(bits >>> 5);
  for (const first of firsts) {
    const bit = spread(first) & (bits - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  let pool = '';
  const starts = Int32Array.from(words, (sequence) => {
    const at = pool.length;
    if (sequence.length) pool += `${sequence.join(' ')}\n`;
    return at;
  });
  return { pool, starts: intsToBase64(starts), slots: intsToBase64(slots), filter: intsToBase64(filter) };
}

/** Whether text[start..end) has the words that begin at `at` in the pool, and no more. */
function isName(text: string, start: number, end: number, pool: string, at: number): boolean {
  let p = at;
  let isBroken = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const folded = fold(unit);
    if (folded === IGNORED) continue;
    if (folded === SEPARATOR) {
      isBroken = true;
      continue;
    }
    const unspaced = isUnspaced(unit);
    if ((isBroken || unspaced) && p > at && pool.charCodeAt(p++) !== SPACE) return false;
    if (pool.charCodeAt(p++) !== folded) return false;
    isBroken = unspaced;
  }
  return pool.charCodeAt(p) === 0x0a;
}

/** Where the next word of a name may begin after one that ended at `end`, or -1. */
function nextWordStart(text: string, end: number): number {
  const limit = Math.min(text.length, end + MAX_JOINER_UNITS);
  let start = end;
  while (start < limit && isJoiner(text.charCodeAt(start))) start++;
  if (start >= text.length || fold(text.charCodeAt(start)) <= IGNORED) return -1;
  // Without anything between them, words touch only where a script without spaces is on one side.
  return start === end && !isUnspaced(text.charCodeAt(start)) && !isUnspaced(text.charCodeAt(end - 1)) ? -1 : start;
}

/** Opens compiled names. */
export function openNames(compiled: CompiledNames): Gazetteer {
  const { pool } = compiled;
  const starts = base64ToInts(compiled.starts);
  const slots = base64ToInts(compiled.slots);
  const filter = base64ToInts(compiled.filter);
  const mask = slots.length / SLOT_INTS - 1;
  const bitMask = filter.length * 32 - 1;

  /** What a sequence is, as in `slots`. */
  const meaningOf = (hash: number): number => {
    for (let slot = spread(hash) & mask; slots[slot * SLOT_INTS + 1] !== 0; slot = (slot + 1) & mask)
      if (slots[slot * SLOT_INTS] === hash) return slots[slot * SLOT_INTS + 1] as number;
    return 0;
  };

  /** Goes on from a first word that ended at `end`, as far as some name does. @returns end and index of the longest, or undefined. */
  const longest = (text: string, start: number, end: number, first: number): { name: number; end: number } | undefined => {
    let best: { name: number; end: number } | undefined;
    let hash = first;
    let at = end;
    for (;;) {
      const meaning = meaningOf(hash);
      if (meaning === 0) return best;
      const name = (meaning >> 1) - 1;
      if (name >= 0 && isName(text, start, at, pool, starts[name] as number)) best = { name, end: at };
      if ((meaning & 1) === 0) return best;
      const next = nextWordStart(text, at);
      if (next < 0) return best;
      let word = hashUnit(HASH_SEED, fold(text.charCodeAt(next)));
      at = next + 1;
      if (!isUnspaced(text.charCodeAt(next)))
        for (; at < text.length; at++) {
          const unit = text.charCodeAt(at);
          const folded = fold(unit);
          if (folded === SEPARATOR || isUnspaced(unit)) break;
          if (folded !== IGNORED) word = hashUnit(word, folded);
        }
      hash = hashSequence(hash, word);
    }
  };

  return {
    find(text, visit) {
      if (pool === '') return;
      const length = text.length;
      let i = 0;
      while (i < length) {
        let unit = text.charCodeAt(i);
        let folded = fold(unit);
        if (folded <= IGNORED) {
          i++;
          continue;
        }
        const start = i;
        let hash = hashUnit(HASH_SEED, folded);
        i++;
        if (!isUnspaced(unit)) {
          while (i < length) {
            unit = text.charCodeAt(i);
            folded = fold(unit);
            if (folded === SEPARATOR || (unit >= 0x3005 && isUnspaced(unit))) break;
            if (folded !== IGNORED) hash = hashUnit(hash, folded);
            i++;
          }
        }
        const bit = spread(hash) & bitMask;
        if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
        const match = longest(text, start, i, hash);
        if (!match) continue;
        visit(start, match.end, match.name);
        i = match.end;
      }
    },
  };
}

/** Compiles names and opens them at once. */
export const compileGazetteer = (names: readonly string[]): Gazetteer => openNames(compileNames(names));
