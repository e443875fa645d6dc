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

const SEPARATORS = new Set('·•|›»→–—');
/** What may stand behind the mark that ends a sentence. */
const CLOSING = new Set('"”’\')]');
/** More of them are not looked behind. */
const MAX_CLOSING = 4;

/** A word with a line or a digit inside, a small one with a capital inside, or a name that is set before what its owner says. */
const HANDLE = /^(?:@|u\/)?[\w.-]*(?:[a-z]_|_[a-z]|[a-z]\d|\d[a-z]|[a-z][A-Z])[\w.-]*:?$|^(?:@|u\/)[\w.-]+:?$|^[a-z][\w.-]+:$/u;
/** Longer ones are none. */
const MAX_HANDLE_UNITS = 40;

/** @param text trimmed. */
function endOf(text: string): Shape['end'] {
  let at = text.length - 1;
  for (let steps = 0; steps < MAX_CLOSING && CLOSING.has(text.charAt(at)); steps++) at--;
  const mark = text.charAt(at);
  if (mark === '.') return text.endsWith('...', at + 1) ? 'trailing' : 'full';
  if (mark === '…') return 'trailing';
  if (mark === '?') return 'question';
  if (mark !== '!') return 'open';
  while (text.charAt(at) === '!' && at > 0) at--;
  return text.charAt(at) === '?' ? 'question' : 'exclamation';
}

/** The shape of a sentence. */
export function shapeOf(sentence: string): Shape {
  const text = sentence.trim();
  const first = text.charAt(0);
  let separators = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) digits++;
    else if ((unit === 0x7c || unit > 0x7f) && SEPARATORS.has(text.charAt(i))) separators++;
  }
  return {
    end: endOf(text),
    beginsSmall: first !== first.toUpperCase(),
    isHandle: text.length <= MAX_HANDLE_UNITS && HANDLE.test(text),
    separators,
    digits: text.length ? digits / text.length : 0,
  };
}
