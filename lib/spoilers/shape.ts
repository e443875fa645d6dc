/**
 * How a sentence looks, whatever it says: bylines, counts and user names stand between the sentences of a page, and
 * chat is written otherwise than a recap.
 */
export interface Shape {
  /** How it ends: without a mark as headings, lines of lists and chat do. */
  end: 'full' | 'question' | 'exclamation' | 'trailing' | 'open';
  /** Begins with a small letter. */
  beginsSmall: boolean;
  /** One word, written as names of users are. */
  isHandle: boolean;
  /** Marks that set parts of a line apart. */
  separators: number;
  /** Share of its units that are digits. */
  digits: number;
}

const TRAILING = /(?:\.\.\.|…)["”’')\]]*$/u;
const FULL = /\.["”’')\]]*$/u;
const QUESTION = /\?[!?]*["”’')\]]*$/u;
const EXCLAMATION = /!["”’')\]]*$/u;
const SEPARATORS = /[·•|›»→–—]/gu;
const DIGITS = /\d/g;
/** A word with a line or a digit inside, a small one with a capital inside, or a name that is set before what its owner says. */
const HANDLE = /^(?:@|u\/)?[\w.-]*(?:[a-z]_|_[a-z]|[a-z]\d|\d[a-z]|[a-z][A-Z])[\w.-]*:?$|^(?:@|u\/)[\w.-]+:?$|^[a-z][\w.-]+:$/u;
/** Longer ones are none. */
const MAX_HANDLE_UNITS = 40;

function endOf(text: string): Shape['end'] {
  if (QUESTION.test(text)) return 'question';
  if (EXCLAMATION.test(text)) return 'exclamation';
  if (TRAILING.test(text)) return 'trailing';
  return FULL.test(text) ? 'full' : 'open';
}

/** The shape of a sentence. */
export function shapeOf(sentence: string): Shape {
  const text = sentence.trim();
  const first = text.charAt(0);
  return {
    end: endOf(text.slice(-MAX_HANDLE_UNITS)),
    beginsSmall: first !== first.toUpperCase(),
    isHandle: text.length <= MAX_HANDLE_UNITS && HANDLE.test(text),
    separators: text.match(SEPARATORS)?.length ?? 0,
    digits: text.length ? (text.match(DIGITS)?.length ?? 0) / text.length : 0,
  };
}
