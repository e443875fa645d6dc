import { isUpper } from '../text/characters.ts';
import { type Cue, findCues } from './cues.ts';
import { findHits, type NameBook } from './nameBook.ts';
import type { PageInfo } from './pageText.ts';
import { urlWords } from './scope.ts';
import type { PreparedShow } from './sentenceReading.ts';

const strongest = (cues: readonly Cue[]): Cue | undefined => cues.find((cue) => cue.grain !== 'season') ?? cues[0];
const atOrdinal = (ordinal: number): Cue => ({ from: ordinal, to: ordinal, grain: 'episode', start: 0, end: 0 });

/** The ordinal of the episode whose title a heading, cell or page title calls, or 0. */
function titledEpisodeIn(text: string, book: NameBook, show: number): number {
  for (const hit of findHits(book, text)) {
    const quoted = /["“‘'«]/.test(text[hit.start - 1] ?? '') || (hit.start === 0 && hit.end >= text.length);
    const isPhrase = /\s/.test(text.slice(hit.start, hit.end).trim());
    if (!isUpper(text.charCodeAt(hit.start)) || !(quoted || isPhrase)) continue;
    for (const owner of book.ownersOf(hit.name)) if (owner.show === show && owner.as === 'episode') return owner.ordinal;
  }
  return 0;
}

/** The episode or season that a whole page is about, by its title first, then by its address. */
export function findPageCue(show: PreparedShow, page: PageInfo, book: NameBook, showNumber: number): Cue | undefined {
  const own = strongest(findCues(page.title, show.order)) ?? strongest(findCues(urlWords(page.url), show.order));
  if (own && own.grain !== 'season') return own;
  const titled = titledEpisodeIn(page.title, book, showNumber);
  return titled && (!own || (titled >= own.from && titled <= own.to)) ? atOrdinal(titled) : own;
}

/** A row or item that begins with a bare number ("3", "4. “Fifty-One”") under a season's heading names an episode of it. */
const LEADING_NUMBER = /^\s*#?(\d{1,3})(?:[.:)]|\s*$|\s+["“‘'])/;

/** The episode or season that a heading, a table cell or a list item names. */
export function findLineCue(show: PreparedShow, text: string, season: number | undefined, book: NameBook, showNumber: number): Cue | undefined {
  const cue = strongest(findCues(text, show.order, season));
  if (cue && cue.grain !== 'season') return cue;
  const titled = titledEpisodeIn(text, book, showNumber);
  if (titled) return atOrdinal(titled);
  const number = Number(LEADING_NUMBER.exec(text)?.[1] ?? 0);
  const range = season === undefined ? undefined : show.order.season(season);
  return range && number >= 1 && number <= range.last - range.first + 1 ? atOrdinal(range.first + number - 1) : cue;
}
