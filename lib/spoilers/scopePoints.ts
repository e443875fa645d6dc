import { isUpper } from '../text/characters.ts';
import { nameWords } from '../text/gazetteer.ts';
import type { Hit, Owner } from './nameBook.ts';
import type { ShowNames } from './showIndex.ts';

/** Words beside which even a common title ("Lost", "Wednesday") is the title of a show. */
export const TV_WORDS =
  /\b(seasons?|episodes?|eps?|recaps?|cast|finale|premiere|showrunner|trailer|teaser|netflix|hbo|max|amc|abc|apple tv\+?|prime video|hulu|spoilers?|tv|series|rewatch|s\d{1,2}(e\d{1,3})?)\b/i;

/** Words of talk about something watched. Several different ones on a page make it talk about a show, whichever. */
export const TALK_WORDS =
  /\b(episodes?|finale|re-?watch(?:ing|ed)?|bing(?:e|ed|ing)|spoilers?|showrunner|netflix|hbo|amc|apple tv|hulu|tv|on ?screen|actors?|actress(?:es)?|scenes?|characters?|cast|first[- ]time watcher|pilot|recap|fandom|s\d{1,2}e?\d*|season (?:\d|one|two|three|four|five|six))\b/gi;
/** So many different words of talk make a page talk about a show. */
export const MIN_TALK_WORDS = 3;
/** A page that has not talked of a show in so many UTF-16 units does not: looking on would cost more than names do. */
export const MAX_TALK_UNITS = 100_000;

/** How much a page must show, in the points below, to be about a show that neither title nor address names. */
export const PAGE_POINTS = 3.5;
/** What a page must show besides its title, where that may be a word like any other. */
export const COMMON_TITLE_POINTS = 1.6;
/** The same for a block or section on a page about something else. */
export const SECTION_POINTS = 2.5;
/** Points for one distinct thing found. A short name alone (Nick, Will) may be anybody. */
export const POINTS = { title: 1.5, scope: 1, full: 1, actor: 0.7, maker: 0.6, short: 0.15, common: 0.1 };
const MAX_SHORT_POINTS = 0.9;
/** On a page that talks about a show, short names are worth twice as much, and less is enough. */
const TALK_FACTOR = 2;
export const TALK_PAGE_POINTS = 2.3;
/** A distinctive word typed in lower case, as in chats. */
const LOWER_CASE_SHARE = 0.7;
/** Scope words of one word count in lower case from so many units on. */
const MIN_LOWER_CASE_UNITS = 5;

/** Whether a hit has the capitals of the name, word by word: "Stranger Things" is the show, "Stranger things have grown" is not. */
export function isWrittenAsName(text: string, hit: Hit, name: string): boolean {
  const written = text.slice(hit.start, hit.end).split(WORD_BREAK);
  return name.split(WORD_BREAK).every((word, i) => !isUpper(word.charCodeAt(0)) || isUpper((written[i] ?? '').charCodeAt(0)));
}

const WORD_BREAK = /[\s\u2010-\u2015-]+/;

/** An episode's title counts where it stands in quotes, or is several words with capitals. */
export function isEpisodeTitleWritten(text: string, hit: Hit): boolean {
  const before = text.charCodeAt(hit.start - 1);
  const quoted = before === 0x22 || before === 0x201c || before === 0x2018 || before === 0x27 || before === 0xab;
  const words = text.slice(hit.start, hit.end).split(/\s+/);
  const capitals = words.filter((word) => isUpper(word.charCodeAt(0))).length;
  return (quoted && hit.end - hit.start > 1) || (words.length > 2 && capitals >= 2 && isUpper(text.charCodeAt(hit.start)));
}

/** One long word that means nothing else. */
export const isDistinctTitle = (title: string): boolean => nameWords(title).length === 1 && title.length >= 8;

/** Does the hit stand for the show's title here? */
export function isTitleHit(text: string, hit: Hit, title: string | undefined, show: ShowNames): boolean {
  if (title === undefined) return true;
  // Abbreviations and one long word ("heartstopper") may be typed in lower case; a phrase may not.
  if (isDistinctTitle(title) && !show.titleIsCommon) return true;
  if (title.length <= 5 && title === title.toUpperCase()) return text.slice(hit.start, hit.end) === title;
  if (!isWrittenAsName(text, hit, title)) return false;
  return !show.titleIsCommon || /\s/.test(title) || TV_WORDS.test(text);
}

/** Gathers what speaks for one show, each distinct thing once. */
export class Points {
  #sum = 0;
  #short = 0;
  readonly #seen = new Set<string | number>();

  /** @returns true once nothing more can come of this name for this show, however it is written. */
  add(owner: Owner, show: ShowNames, text: string, hit: Hit): boolean {
    if (owner.as === 'episode') return true;
    if (owner.as === 'entity') return this.#addEntity(owner.name, owner.entity, show, text, hit);
    if (owner.as === 'title') return this.#once('title', isTitleHit(text, hit, owner.text, show) ? POINTS.title : 0);
    return this.#once(`scope ${hit.name}`, scopeWordPoints(owner, text, hit));
  }

  #addEntity(nameIndex: number, entityIndex: number, show: ShowNames, text: string, hit: Hit): boolean {
    const name = show.names[nameIndex] as ShowNames['names'][number];
    if (name.word || name.ambiguous || this.#seen.has(entityIndex)) return true;
    if (name.common) return this.#addShort(entityIndex, POINTS.common);
    const { kind } = show.entities[entityIndex] as ShowNames['entities'][number];
    if (kind === 'maker' || kind === 'actor') return this.#once(entityIndex, kind === 'maker' ? POINTS.maker : POINTS.actor);
    if (!/[\s-]/.test(name.text) || !/\p{Lu}/u.test(name.text)) return this.#addShort(entityIndex, POINTS.short);
    return this.#once(entityIndex, isWrittenAsName(text, hit, name.text) ? POINTS.full : 0);
  }

  #addShort(entityIndex: number, points: number): boolean {
    if (!this.#seen.has(-1 - entityIndex)) {
      this.#seen.add(-1 - entityIndex);
      this.#short += points;
    }
    return true;
  }

  #once(key: string | number, points: number): boolean {
    if (points > 0 && !this.#seen.has(key)) {
      this.#seen.add(key);
      this.#sum += points;
    }
    return this.#seen.has(key);
  }

  /** The show's title was among it. */
  get hasTitle(): boolean {
    return this.#seen.has('title');
  }

  /** Nothing speaks for the show. */
  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  /** Whether there are so many points. @param isTalk whether the page talks about a show; asked only where it matters. */
  reach(limit: number, isTalk: () => boolean): boolean {
    const short = Math.min(MAX_SHORT_POINTS, this.#short);
    return this.#sum + short >= limit || (this.#sum + TALK_FACTOR * short >= limit && isTalk());
  }
}

function scopeWordPoints(word: Owner & { as: 'scope' }, text: string, hit: Hit): number {
  if (isWrittenAsName(text, hit, word.text)) return POINTS.scope;
  return word.isOneWord && word.text.length >= MIN_LOWER_CASE_UNITS ? POINTS.scope * LOWER_CASE_SHARE : 0;
}
