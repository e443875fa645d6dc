import { isUpper } from '../text/characters.ts';
import { nameWords } from '../text/gazetteer.ts';
import { findHits, type Hit, type NameBook, type Owner } from './nameBook.ts';
import type { BlockText, PageInfo } from './pageText.ts';
import type { ShowIndex } from './showIndex.ts';

/** Words beside which even a common title ("Lost", "Wednesday") is the title of a show. */
const TV_WORDS =
  /\b(seasons?|episodes?|eps?|recaps?|cast|finale|premiere|showrunner|trailer|teaser|netflix|hbo|max|amc|abc|apple tv\+?|prime video|hulu|spoilers?|tv|series|rewatch|s\d{1,2}(e\d{1,3})?)\b/i;

/** How much a page must show, in the points below, to be about a show that neither title nor address names. */
const PAGE_POINTS = 3.5;
/** What a page about a named show must show besides, where the title is a common word. */
const COMMON_TITLE_POINTS = 1;
/** The same for a block or section on a page about something else. */
const SECTION_POINTS = 2.5;
/** Points for one distinct thing found. A short name alone (Nick, Will) may be anybody. */
const POINTS = { title: 1.5, scope: 1, full: 1, actor: 0.7, maker: 0.6, short: 0.15 };
const MAX_SHORT_POINTS = 0.9;
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

const isDistinctTitle = (title: string): boolean => nameWords(title).length === 1 && title.length >= 8;

/** Does the hit stand for the show's title here? */
function isTitleHit(text: string, hit: Hit, show: ShowIndex): boolean {
  const written = text.slice(hit.start, hit.end);
  const known = show.titles.find((title) => nameWords(title).join() === nameWords(written).join());
  // A title run together, or the name of its readers, has no other meaning.
  if (!known) return true;
  // Abbreviations and one long word ("heartstopper") may be typed in lower case; a phrase may not.
  if (isDistinctTitle(known) && !show.titleIsCommon) return true;
  if (known.length <= 5 && known === known.toUpperCase()) return written === written.toUpperCase();
  if (!isWrittenAsName(text, hit, known)) return false;
  return !show.titleIsCommon || nameWords(known).length > 1 || TV_WORDS.test(text);
}

/** Gathers what speaks for one show, each distinct thing once. */
class Points {
  #sum = 0;
  #short = 0;
  readonly #seen = new Set<string>();

  add(owner: Owner, show: ShowIndex, text: string, hit: Hit): void {
    if (owner.as === 'title') this.#once('title', isTitleHit(text, hit, show) ? POINTS.title : 0);
    else if (owner.as === 'scope') this.#addScopeWord(show.scopeWords.find((word) => nameWords(word).join() === nameWords(text.slice(hit.start, hit.end)).join()), text, hit);
    else if (owner.as === 'entity') {
      const name = show.names[owner.name];
      const entity = show.entities[owner.entity];
      if (!name || !entity || name.common || name.ambiguous) return;
      if (entity.kind === 'maker' || entity.kind === 'actor') this.#once(`e${owner.entity}`, entity.kind === 'maker' ? POINTS.maker : POINTS.actor);
      else if (nameWords(name.text).length > 1 && isWrittenAsName(text, hit, name.text)) this.#once(`e${owner.entity}`, POINTS.full);
      else if (!this.#seen.has(`s${owner.entity}`) && this.#short < MAX_SHORT_POINTS) {
        this.#seen.add(`s${owner.entity}`);
        this.#short += POINTS.short;
      }
    }
  }

  #addScopeWord(word: string | undefined, text: string, hit: Hit): void {
    // A pair of first names ("Nick and Charlie") is found on this show's pages, and on those of every sports club.
    if (!word || / (and|&) /i.test(word)) return;
    if (isWrittenAsName(text, hit, word)) this.#once(`scope ${hit.name}`, POINTS.scope);
    else if (nameWords(word).length === 1 && word.length >= MIN_LOWER_CASE_UNITS) this.#once(`scope ${hit.name}`, POINTS.scope * LOWER_CASE_SHARE);
  }

  #once(key: string, points: number): void {
    if (points === 0 || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#sum += points;
  }

  /** The show's title was among it. */
  get hasTitle(): boolean {
    return this.#seen.has('title');
  }

  get total(): number {
    return this.#sum + this.#short;
  }
}

/** Address as words: "/recaps/stranger-things-s4e4" may name a show like a title does. */
export function urlWords(url: string): string {
  let path = url;
  try {
    const { pathname, search } = new URL(url);
    path = decodeURIComponent(pathname + search);
  } catch {
    // Not an address, or one with broken escapes: read it as it stands.
  }
  return path.replace(/[/_?=&+.-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}

/** How a title, address or main heading names the show: surely, perhaps (a common word), or not. */
type Naming = 0 | 1 | 2;

/**
 * Whether a page, and which of its sections, speak of one show. Grows with the page: blocks are noted as they come,
 * and what was once in scope stays so.
 */
export class ShowScope {
  readonly #book: NameBook;
  readonly #show: number;
  readonly #index: ShowIndex;
  readonly #points = new Points();
  #naming: Naming = 0;
  /** Another show that the page is named after, where there is one: then this one must be named too. */
  isRivalNamed: () => boolean = () => false;
  /** The highest rank of headings that name the show below the page's own: there, sections are per show. */
  #headedLevel = 7;

  constructor(book: NameBook, show: number, page: PageInfo) {
    this.#book = book;
    this.#show = show;
    this.#index = book.shows[show] as ShowIndex;
    this.notePage(page);
  }

  /** Notes a page's title and address; again when they change. */
  notePage(page: PageInfo): void {
    const titleHits = findHits(this.#book, page.title);
    this.#addPoints(this.#points, page.title, titleHits);
    this.#noteNaming(page.title, titleHits);
    const address = urlWords(page.url);
    for (const hit of findHits(this.#book, address)) {
      if (!this.#isTitle(hit)) continue;
      const words = nameWords(address.slice(hit.start, hit.end)).length;
      const distinct = !this.#index.titleIsCommon && (words > 1 || isDistinctTitle(address.slice(hit.start, hit.end)));
      this.#naming = Math.max(this.#naming, distinct || TV_WORDS.test(address) ? 2 : 1) as Naming;
    }
  }

  /** Notes one block with its hits. */
  noteBlock(block: BlockText, hits: readonly Hit[]): void {
    if (hits.length === 0) return;
    this.#addPoints(this.#points, block.text, hits);
    if (block.role !== 'heading') return;
    if (block.level === 1) this.#noteNaming(block.text, hits);
    else if (hits.some((hit) => this.#isTitle(hit))) this.#headedLevel = Math.min(this.#headedLevel, block.level);
  }

  /** True where title, address or main heading name the show beyond doubt. */
  get isNamed(): boolean {
    return this.#naming === 2 || (this.#naming === 1 && this.#points.total >= COMMON_TITLE_POINTS);
  }

  /** True where the page as a whole is about the show. */
  get coversPage(): boolean {
    if (this.isNamed) return true;
    return this.#points.total >= PAGE_POINTS && (this.#points.hasTitle || !this.isRivalNamed());
  }

  /** Whether a section (its heading first, where it has one) speaks of the show. */
  coversSection(blocks: readonly BlockText[], hits: readonly (readonly Hit[])[]): boolean {
    if (this.coversPage && this.#headedLevel === 7) return true;
    const points = new Points();
    blocks.forEach((block, b) => {
      this.#addPoints(points, block.text, hits[b] ?? []);
    });
    if (!this.coversPage) return points.total >= SECTION_POINTS && (points.hasTitle || !this.isRivalNamed());
    const heading = blocks[0];
    return heading?.role !== 'heading' || heading.level !== this.#headedLevel || points.total > 0;
  }

  #isTitle(hit: Hit): boolean {
    return (this.#book.owners[hit.name] as readonly Owner[]).some((owner) => owner.show === this.#show && owner.as === 'title');
  }

  #noteNaming(text: string, hits: readonly Hit[]): void {
    for (const hit of hits) {
      if (!this.#isTitle(hit)) continue;
      const naming = isTitleHit(text, hit, this.#index) ? 2 : isWrittenAsName(text, hit, this.#index.title) ? 1 : 0;
      this.#naming = Math.max(this.#naming, naming) as Naming;
    }
  }

  #addPoints(points: Points, text: string, hits: readonly Hit[]): void {
    for (const hit of hits)
      for (const owner of this.#book.owners[hit.name] as readonly Owner[])
        if (owner.show === this.#show) points.add(owner, this.#index, text, hit);
  }
}

/** The scopes of all shows of a book on one page. A show that the page is named after stands in the way of others that share its people. */
export function openScopes(book: NameBook, page: PageInfo): ShowScope[] {
  const scopes = book.shows.map((_, show) => new ShowScope(book, show, page));
  for (const scope of scopes) scope.isRivalNamed = () => scopes.some((other) => other !== scope && other.isNamed);
  return scopes;
}
