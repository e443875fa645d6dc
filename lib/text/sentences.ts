import { isApostrophe, isDash, isSpace, isUpper } from './characters.ts';

/** A stretch of text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Shortened words whose full stop does not end a sentence. Lower case, without the stop. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr st sr jr prof rev gen col capt cpt lt sgt det sen gov rep hon pres vs etc eg ie approx feat ft no vol ' +
    'ep eps pt ch fig inc ltd co corp dept est al messrs mme mlle jan feb mar apr jun jul aug sep sept oct nov dec aka ca cf'
  ).split(' '),
);
/** Of these, the ones that may also end a sentence ("Inc.", "etc."): they do before an upper-case word. */
const MAY_END = new Set(['etc', 'inc', 'ltd', 'co', 'corp', 'al', 'no', 'jr', 'sr', 'est', 'vol']);
/** `no`, `ep`, `pt`… are short for something only before a number. */
const BEFORE_NUMBER = new Set(['no', 'ep', 'eps', 'pt', 'ch', 'fig', 'vol']);

/** A line end separates, whatever stands around it. */
const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x2028 || unit === 0x2029;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => /\p{L}/u.test(String.fromCharCode(unit));
const isEndMark = (unit: number): boolean => unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || unit === 0x203d;
/** 。！？ end a sentence without a space behind them. */
const isWideEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
/** Closing quotes and brackets that belong to the sentence they close. */
const isCloser = (unit: number): boolean =>
  unit === 0x22 || unit === 0x29 || unit === 0x5d || unit === 0x201d || unit === 0xbb || unit === 0x27 || unit === 0x2019 || unit === 0x300d;
const isOpener = (unit: number): boolean =>
  unit === 0x22 || unit === 0x28 || unit === 0x5b || unit === 0x201c || unit === 0xab || unit === 0x27 || unit === 0x2018 || unit === 0x300c;

/** One or more bracketed marks: "[3]", "[note 2][4]". */
const FOOTNOTE = /^(?:\[[^[\]]{1,12}\])+/;
/** An ellipsis of spaced full stops. */
const SPACED_STOPS = /^(?: \.)+/;

/** The number of a list's item at the beginning of a line, looked for so far back. */
const ITEM_NUMBER = /\n\s*\d{1,3}$/;
const ITEM_UNITS = 8;

/** The letters directly before `end`, lower case: what a full stop may abbreviate. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

/** Whether the single full stop at `at` ends a sentence; `next` is the first unit of what follows. */
function stopEnds(text: string, at: number, next: number): boolean {
  const word = wordBefore(text, at);
  // "1. Nick": the number of an item, at its very beginning.
  if (word === '' && ITEM_NUMBER.test(at < ITEM_UNITS ? `\n${text.slice(0, at)}` : text.slice(at - ITEM_UNITS, at))) return false;
  // "e.g. the", "a.k.a. the", "9 p.m. on": a stop right before its last letter.
  if (word.length === 1 && text.charCodeAt(at - 2) === 0x2e && !isUpper(text.charCodeAt(next))) return false;
  const nextUnit = text.charCodeAt(next);
  if (word.length === 1 && isUpper(text.charCodeAt(at - 1))) {
    // Initials ("J. J. Abrams", "U.S. television") and "Helly R." go on; the pronoun I does not abbreviate.
    return word === 'i' && isUpper(nextUnit);
  }
  if (!ABBREVIATIONS.has(word)) return true;
  if (BEFORE_NUMBER.has(word)) return !isDigit(nextUnit);
  return MAY_END.has(word) && isUpper(nextUnit);
}

/** Whether a sentence may begin with what stands at `at`, behind `mark` (a run of several marks counts as emphatic). */
function mayBegin(text: string, at: number, mark: number, isEmphatic = false): boolean {
  let i = at;
  while (i < text.length && !isLineEnd(text.charCodeAt(i)) && (isOpener(text.charCodeAt(i)) || isDash(text.charCodeAt(i)) || isSpace(text.charCodeAt(i)))) i++;
  if (i >= text.length || isLineEnd(text.charCodeAt(i))) return true;
  const unit = text.charCodeAt(i);
  const lower = isLetter(unit) && !isUpper(unit) && String.fromCharCode(unit).toUpperCase() !== String.fromCharCode(unit);
  // "Wait … what", "“Really?” he asks" go on in lower case. Chats that use no capitals end their sentences all the same.
  return !lower || mark === 0x2e || (isEmphatic && mark !== 0x2026);
}

/** A line of data, as lists of videos and episodes have it: "3:41 · 2.1M views", "6 Aug 2018 · 51 min". It is a sentence of its own. */
const DATA_START = /(?<=\s)\d{1,2}:\d{2}(?::\d{2})?(?= [·•])/g;
const DATA_END = /[·•] [\d.,]+ ?[KMB]?\+? ?(?:views|mins?|minutes|comments|likes|replies|upvotes|points|(?:year|month|week|day|hour)s? ago)(?=\s)/gi;

/** Adds text[start..end) without the spaces around it, unless it is all spaces. */
function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to > from) spans.push({ start: from, end: to });
}

/** Cuts a sentence where a line of data begins or ends in it. */
function cutData(text: string, span: Span): Span[] {
  const sentence = text.slice(span.start, span.end);
  if (!/[·•]/.test(sentence)) return [span];
  const cuts = [
    ...[...sentence.matchAll(DATA_START)].map((match) => match.index),
    ...[...sentence.matchAll(DATA_END)].map((match) => match.index + match[0].length),
  ];
  const spans: Span[] = [];
  let start = span.start;
  for (const cut of [...cuts.sort((a, b) => a - b).map((at) => span.start + at), span.end]) {
    pushTrimmed(spans, text, start, cut);
    start = cut;
  }
  return spans;
}

/**
 * Splits the text of one block into sentences. Spaces around a sentence belong to none; a line end always
 * separates. Runs of marks ("?!", "...") count as one.
 * @returns spans in order, not overlapping; none for text without anything visible.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    pushTrimmed(spans, text, start, end);
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isLineEnd(unit)) {
      push(i);
      continue;
    }
    if (isWideEnd(unit)) {
      let end = i + 1;
      while (end < text.length && isCloser(text.charCodeAt(end))) end++;
      push(end);
      i = end - 1;
      continue;
    }
    if (!isEndMark(unit)) continue;
    let end = i + 1;
    while (end < text.length && isEndMark(text.charCodeAt(end))) end++;
    const spaced = unit === 0x2e ? SPACED_STOPS.exec(text.slice(end, end + 20)) : null;
    if (spaced) {
      i = end + spaced[0].length - 1;
      continue;
    }
    const run = end - i;
    // Footnotes of an encyclopedia stand behind the stop: "He left.[3]"
    const note = FOOTNOTE.exec(text.slice(end, end + 60));
    if (note) end += note[0].length;
    while (
      end < text.length &&
      isCloser(text.charCodeAt(end)) &&
      !(isApostrophe(text.charCodeAt(end)) && !isSpace(text.charCodeAt(end + 1)) && end + 1 < text.length)
    )
      end++;
    if (end >= text.length) break;
    if (!isSpace(text.charCodeAt(end))) {
      i = end - 1;
      continue;
    }
    let next = end;
    while (next < text.length && isSpace(text.charCodeAt(next)) && text.charCodeAt(next) !== 0x0a) next++;
    const last = text.charCodeAt(i + run - 1);
    const ends =
      next >= text.length ||
      text.charCodeAt(next) === 0x0a ||
      (run === 1 && unit === 0x2e
        ? stopEnds(text, i, next) && mayBegin(text, next, 0x2e)
        : mayBegin(text, next, last === 0x2e ? 0x2026 : last, run > 1 && end === i + run));
    if (ends) push(end);
    i = end - 1;
  }
  push(text.length);
  return spans.flatMap((span) => cutData(text, span));
}
