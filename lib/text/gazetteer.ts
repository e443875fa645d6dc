import { fold, IGNORED, isApostrophe, isDash, isSpace, isUnspaced, SEPARATOR } from './characters.ts';

/**
 * Finds names in text: a hash table over first words, then the remaining words of the longest name.
 * Every word of the text is hashed once while it is read, and nearly all are turned away by one bit, so the
 * time is linear in the text and hardly depends on how many names there are. No pattern is built from data.
 */
export interface Gazetteer {
  /** How many names were compiled. */
  readonly size: number;
  /**
   * All names in `text`, leftmost and longest first, without overlaps.
   * @param visit gets start and end in UTF-16 units and the name's index in the compiled list.
   */
  find(text: string, visit: (start: number, end: number, nameIndex: number) => void): void;
}

/** Between two words of a name: at most so many units of space, dash, apostrophe or full stop. */
const MAX_JOINER_UNITS = 3;
/** Bits of the first-word filter per name: one word in sixteen passes by chance. */
const FILTER_BITS_PER_NAME = 16;
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, HASH_PRIME);
/** Spreads FNV's weak low bits before the hash is cut down to a table's size. */
const spread = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

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

/** Ends the word that begins at `at`: its end, without trailing ignored units counted apart. */
function wordEnd(text: string, at: number): number {
  if (isUnspaced(text.charCodeAt(at))) return at + 1;
  let i = at + 1;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (fold(unit) === SEPARATOR || isUnspaced(unit)) break;
    i++;
  }
  return i;
}

function wordIs(text: string, start: number, end: number, word: string): boolean {
  let w = 0;
  for (let i = start; i < end; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded === IGNORED) continue;
    if (folded !== word.charCodeAt(w++)) return false;
  }
  return w === word.length;
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

/** End of a name's remaining words after its first one ended at `end`, or -1. */
function matchRest(text: string, end: number, words: readonly string[]): number {
  let at = end;
  for (let w = 1; w < words.length; w++) {
    const start = nextWordStart(text, at);
    if (start < 0) return -1;
    at = wordEnd(text, start);
    if (!wordIs(text, start, at, words[w] as string)) return -1;
  }
  return at;
}

/** The names that begin with one word: the word alone, and longer ones by the first unit of their second word. */
interface Bucket {
  single: number;
  longer: Map<number, number[]>;
}

function toBucket(names: readonly number[], words: readonly (readonly string[])[]): Bucket {
  const bucket: Bucket = { single: -1, longer: new Map() };
  const wordsOf = (name: number) => words[name] as readonly string[];
  for (const name of [...names].sort((a, b) => wordsOf(b).length - wordsOf(a).length || a - b)) {
    const second = wordsOf(name)[1];
    if (second === undefined) {
      if (bucket.single < 0) bucket.single = name;
      continue;
    }
    const unit = second.charCodeAt(0);
    const list = bucket.longer.get(unit);
    if (list) list.push(name);
    else bucket.longer.set(unit, [name]);
  }
  return bucket;
}

/**
 * Compiles names for matching. Case, accents, dashes and apostrophes do not matter; of names that fold to the
 * same words the first one is found.
 */
export function compileGazetteer(names: readonly string[]): Gazetteer {
  const words = names.map(nameWords);
  const byFirst = new Map<string, number[]>();
  words.forEach((w, i) => {
    const first = w[0];
    if (first === undefined) return;
    const bucket = byFirst.get(first);
    if (bucket) bucket.push(i);
    else byFirst.set(first, [i]);
  });
  const firsts = [...byFirst.keys()];
  const buckets = [...byFirst.values()].map((names) => toBucket(names, words));

  const size = 1 << Math.max(6, Math.ceil(Math.log2(firsts.length * 4 + 1)));
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  const filterBits = 1 << Math.max(10, Math.ceil(Math.log2(firsts.length * FILTER_BITS_PER_NAME + 1)));
  const filter = new Int32Array(filterBits >>> 5);
  firsts.forEach((first, i) => {
    let hash = HASH_SEED;
    for (let c = 0; c < first.length; c++) hash = hashUnit(hash, first.charCodeAt(c));
    const h = spread(hash);
    const bit = h & (filterBits - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
    let slot = h & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = i;
  });

  /** The longest name that begins with the word start..end: its index and end, or undefined. */
  const matchAt = (text: string, start: number, end: number, h: number): { name: number; end: number } | undefined => {
    for (let slot = h & mask; slots[slot] !== -1; slot = (slot + 1) & mask) {
      const first = slots[slot] as number;
      if (!wordIs(text, start, end, firsts[first] as string)) continue;
      const bucket = buckets[first] as Bucket;
      const next = bucket.longer.size > 0 ? nextWordStart(text, end) : -1;
      if (next >= 0)
        for (const name of bucket.longer.get(fold(text.charCodeAt(next))) ?? []) {
          const nameEnd = matchRest(text, end, words[name] as string[]);
          if (nameEnd >= 0) return { name, end: nameEnd };
        }
      return bucket.single < 0 ? undefined : { name: bucket.single, end };
    }
    return undefined;
  };

  return {
    size: names.length,
    find(text, visit) {
      if (firsts.length === 0) return;
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
        const h = spread(hash);
        const bit = h & (filterBits - 1);
        if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
        const match = matchAt(text, start, i, h);
        if (!match) continue;
        visit(start, match.end, match.name);
        i = match.end;
      }
    },
  };
}
