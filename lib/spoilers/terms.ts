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
/** Distinct words remembered with their stem, before the memory is emptied: some 4 MB at the most. */
const MAX_REMEMBERED = 20_000;

/** The folded words of text[start..end]. "don’t" is one word, dont; "Nick’s" is nick. */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let form = '';
  let from = start;
  const close = (at: number) => {
    if (form) words.push({ form, start: from, end: at });
    form = '';
  };
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const folded = fold(unit);
    if (folded === IGNORED) continue;
    if (folded !== SEPARATOR) {
      if (!form) from = i;
      if (form.length < MAX_WORD_UNITS) form += String.fromCharCode(folded);
      continue;
    }
    if (form && isApostrophe(unit) && i + 1 < end && fold(text.charCodeAt(i + 1)) > IGNORED) {
      const next = fold(text.charCodeAt(i + 1));
      const ends = i + 2 >= end || fold(text.charCodeAt(i + 2)) === SEPARATOR;
      if (!(ends && next === 0x73)) continue;
      close(i);
      i++;
      continue;
    }
    close(i);
  }
  close(end);
  return words;
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
