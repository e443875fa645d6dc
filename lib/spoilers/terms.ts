import { stemmer } from 'stemmer';
import { fold, IGNORED, isApostrophe, SEPARATOR } from '../text/characters.ts';
import { CONCEPTS, STOP_WORDS } from './lexicon.ts';

/** A word of a text: its folded form and its place in UTF-16 units. */
export interface Word {
  form: string;
  start: number;
  end: number;
}

/** Words longer than this many units are no words (keys, addresses); they are cut there. */
const MAX_WORD_UNITS = 40;
const SMALL_S = 0x73;
/** A longer piece of a text keeps the whole text in memory with it, in V8: words that are remembered must not. */
const MAX_COPIED_UNITS = 12;
/** Distinct words remembered with their stem, before the memory is emptied: some 4 MB at the most. */
const MAX_REMEMBERED = 20_000;

/** The folded words of text[start..end]. "don’t" is one word, dont; "Nick’s" is nick. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let i = start;
  while (i < end) {
    if (fold(text.charCodeAt(i)) <= IGNORED) {
      i++;
      continue;
    }
    const from = i;
    // Most words stand in the text as they are folded: they need not be put together.
    let isAsWritten = true;
    let close = -1;
    for (; i < end; i++) {
      const unit = text.charCodeAt(i);
      const folded = fold(unit);
      if (folded !== SEPARATOR) {
        isAsWritten &&= folded === unit;
        continue;
      }
      if (!isApostrophe(unit) || i + 1 >= end || fold(text.charCodeAt(i + 1)) <= IGNORED) break;
      const isPossessive = fold(text.charCodeAt(i + 1)) === SMALL_S && (i + 2 >= end || fold(text.charCodeAt(i + 2)) === SEPARATOR);
      if (isPossessive) {
        close = i;
        i += 2;
        break;
      }
      isAsWritten = false;
    }
    if (close < 0) close = i;
    words.push({ form: isAsWritten && close - from <= MAX_COPIED_UNITS ? text.slice(from, close) : foldedForm(text, from, close), start: from, end: close });
  }
  return words;
}

function foldedForm(text: string, start: number, end: number): string {
  let form = '';
  for (let i = start; i < end && form.length < MAX_WORD_UNITS; i++) {
    const folded = fold(text.charCodeAt(i));
    if (folded > IGNORED) form += String.fromCharCode(folded);
  }
  return form;
}

const concepts = new Map<string, string[]>();
for (const [concept, forms] of Object.entries(CONCEPTS)) {
  for (const form of new Set(forms.split(' ').map((f) => stemmer(f.replace('-', ''))))) {
    concepts.set(form, [...(concepts.get(form) ?? []), `#${concept}`]);
  }
}

const remembered = new Map<string, readonly string[]>();

/** The terms that a word stands for: its stem and the concepts of it; none for a word that says nothing. */
export function termsOfWord(form: string): readonly string[] {
  let terms = remembered.get(form);
  if (terms) return terms;
  if (STOP_WORDS.has(form)) terms = [];
  else {
    const stem = stemmer(form);
    terms = [stem, ...(concepts.get(stem) ?? [])];
  }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(form, terms);
  return terms;
}
