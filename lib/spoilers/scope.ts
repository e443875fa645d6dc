import { nameWords } from '../text/gazetteer.ts';
import { findHits, type Hit, type NameBook, type Owner } from './nameBook.ts';
import type { BlockText, PageInfo } from './pageText.ts';
import {
  COMMON_TITLE_POINTS,
  isDistinctTitle,
  isTitleHit,
  isWrittenAsName,
  MAX_TALK_UNITS,
  MIN_TALK_WORDS,
  PAGE_POINTS,
  POINTS,
  Points,
  SECTION_POINTS,
  TALK_PAGE_POINTS,
  TALK_WORDS,
  TV_WORDS,
} from './scopePoints.ts';
import type { ShowNames } from './showIndex.ts';

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

/** How a title, address or main heading names the show: surely, perhaps (a common word, or a name of the show's world), or not. */
type Naming = 0 | 1 | 2;

/**
 * Whether a page, and which of its sections, speak of one show. Grows with the page: blocks are noted as they come,
 * and what was once in scope stays so.
 */
export class ShowScope {
  readonly #book: NameBook;
  readonly #show: number;
  readonly #index: ShowNames;
  readonly #points = new Points();
  #naming: Naming = 0;
  /** Another show that the page is named after, where there is one: then this one must be named too. */
  isRivalNamed: () => boolean = () => false;
  /** Whether the page talks about something watched. */
  isTalk: () => boolean = () => false;
  /** The highest rank of headings that name the show below the page's own: there, sections are per show. */
  #headedLevel = 7;

  constructor(book: NameBook, show: number, page: PageInfo) {
    this.#book = book;
    this.#show = show;
    this.#index = book.shows[show] as ShowNames;
    this.notePage(page);
  }

  /** Notes a page's title and address; again when they change. */
  notePage(page: PageInfo): void {
    const titleHits = findHits(this.#book, page.title);
    this.#addPoints(this.#points, page.title, titleHits);
    this.#noteNaming(page.title, titleHits);
    const address = urlWords(page.url);
    for (const hit of findHits(this.#book, address)) {
      if (this.#titleOf(hit) === null) {
        if (this.#isOfItsWorld(hit)) this.#naming = Math.max(this.#naming, 1) as Naming;
        continue;
      }
      const words = nameWords(address.slice(hit.start, hit.end)).length;
      const distinct = !this.#index.titleIsCommon && (words > 1 || isDistinctTitle(address.slice(hit.start, hit.end)));
      this.#naming = Math.max(this.#naming, distinct || TV_WORDS.test(address) ? 2 : 1) as Naming;
    }
  }

  /** Notes a name of this show's in a block. @returns true once nothing more can come of it. */
  noteName(owner: Owner, text: string, hit: Hit): boolean {
    return this.#points.add(owner, this.#index, text, hit);
  }

  /** Notes what a heading names. Its names are noted apart. */
  noteHeading(block: BlockText, hits: readonly Hit[]): void {
    if (block.level === 1) this.#noteNaming(block.text, hits);
    else if (hits.some((hit) => this.#titleOf(hit) !== null)) this.#headedLevel = Math.min(this.#headedLevel, block.level);
  }

  /** True where title, address or main heading name the show beyond doubt. */
  get isNamed(): boolean {
    if (this.#naming !== 1) return this.#naming === 2;
    return this.#points.reach(COMMON_TITLE_POINTS + (this.#points.hasTitle ? POINTS.title : 0), this.isTalk);
  }

  /** True where the page as a whole is about the show. */
  get coversPage(): boolean {
    if (this.isNamed) return true;
    if (!this.#points.reach(TALK_PAGE_POINTS, this.isTalk)) return false;
    if (!this.#points.reach(PAGE_POINTS, this.isTalk) && !this.isTalk()) return false;
    return this.#points.hasTitle || !this.isRivalNamed();
  }

  /** False while neither the page nor any part of it can be about the show: a part never has more points than the page. */
  get mayMatter(): boolean {
    return this.coversPage || this.#points.reach(SECTION_POINTS, this.isTalk);
  }

  /** Whether a section (its heading first, where it has one) speaks of the show. */
  coversSection(blocks: readonly BlockText[], hits: readonly (readonly Hit[])[]): boolean {
    if (this.coversPage && this.#headedLevel === 7) return true;
    const points = new Points();
    blocks.forEach((block, b) => {
      this.#addPoints(points, block.text, hits[b] ?? []);
    });
    if (!this.coversPage) return points.reach(SECTION_POINTS, this.isTalk) && (points.hasTitle || !this.isRivalNamed());
    const heading = blocks[0];
    return heading?.role !== 'heading' || heading.level !== this.#headedLevel || !points.isEmpty;
  }

  /** The title that a hit stands for, as it is written; undefined for one run together; null where it is none. */
  #titleOf(hit: Hit): string | undefined | null {
    for (const owner of this.#book.ownersOf(hit.name)) if (owner.show === this.#show && owner.as === 'title') return owner.text;
    return null;
  }

  /** A scope word, or the full name of somebody. */
  #isOfItsWorld(hit: Hit): boolean {
    return this.#book.ownersOf(hit.name).some((owner) => {
      if (owner.show !== this.#show) return false;
      if (owner.as === 'scope') return true;
      const name = owner.as === 'entity' ? this.#index.names[owner.name] : undefined;
      return name !== undefined && !name.short && !name.common && !name.ambiguous && /\s/.test(name.text);
    });
  }

  #noteNaming(text: string, hits: readonly Hit[]): void {
    for (const hit of hits) {
      const title = this.#titleOf(hit);
      if (title === null) {
        if (this.#isOfItsWorld(hit)) this.#naming = Math.max(this.#naming, 1) as Naming;
        continue;
      }
      const isSure = isTitleHit(text, hit, title, this.#index) && (title === undefined || isWrittenAsName(text, hit, title));
      const naming = isSure ? 2 : isWrittenAsName(text, hit, this.#index.title) || isTitleHit(text, hit, title, this.#index) ? 1 : 0;
      this.#naming = Math.max(this.#naming, naming) as Naming;
    }
  }

  #addPoints(points: Points, text: string, hits: readonly Hit[]): void {
    for (const hit of hits) for (const owner of this.#book.ownersOf(hit.name)) if (owner.show === this.#show) points.add(owner, this.#index, text, hit);
  }
}

/** The scopes of all shows of a book on one page, and what they share. */
export class PageScopes {
  readonly shows: readonly ShowScope[];
  readonly #book: NameBook;
  readonly #talk = new Set<string>();
  #talkUnits = 0;
  /** Text that was not looked through for talk yet: for most pages it makes no difference, and nobody asks. */
  #unheard: string[] = [];
  /** Whether talk makes a difference for any show so far. */
  #isTalkAsked = false;
  /** By name, 1: nothing more can come of it. A page names the same people over and over. */
  readonly #spent: Uint8Array;

  constructor(book: NameBook, page: PageInfo) {
    this.#book = book;
    this.#spent = new Uint8Array(book.nameCount);
    this.shows = book.shows.map((_, show) => new ShowScope(book, show, page));
    for (const scope of this.shows) {
      // A show that the page is named after stands in the way of others that share its people.
      scope.isRivalNamed = () => this.shows.some((other) => other !== scope && other.isNamed);
      scope.isTalk = () => {
        this.#isTalkAsked = true;
        return this.#hear();
      };
    }
    this.#noteTalk(page.title);
    this.#noteTalk(urlWords(page.url));
  }

  /** Notes a page's title and address again. */
  notePage(page: PageInfo): void {
    this.#noteTalk(page.title);
    for (const scope of this.shows) scope.notePage(page);
  }

  /** Notes one block with its hits. @returns true where scopes may have changed by it. */
  noteBlock(block: BlockText, hits: readonly Hit[]): boolean {
    let hasChanged = this.#noteTalk(block.text);
    for (const hit of hits) {
      if (this.#spent[hit.name] === 1) continue;
      hasChanged = true;
      let isSpent = true;
      // Once for all shows: most names are those of one.
      for (const owner of this.#book.ownersOf(hit.name)) isSpent = (this.shows[owner.show] as ShowScope).noteName(owner, block.text, hit) && isSpent;
      if (isSpent) this.#spent[hit.name] = 1;
    }
    if (block.role !== 'heading' || hits.length === 0) return hasChanged;
    for (const scope of this.shows) scope.noteHeading(block, hits);
    return true;
  }

  /** Notes text that names nobody. @returns as noteBlock. */
  noteText(text: string): boolean {
    return this.#noteTalk(text);
  }

  /** @returns true where it makes the page talk, as far as that matters so far. */
  #noteTalk(text: string): boolean {
    if (this.#talk.size >= MIN_TALK_WORDS || this.#talkUnits > MAX_TALK_UNITS) return false;
    this.#talkUnits += text.length;
    this.#unheard.push(text);
    return this.#isTalkAsked && this.#hear();
  }

  /** Looks through what was noted. @returns whether the page talks about a show. */
  #hear(): boolean {
    for (const text of this.#unheard.splice(0)) for (const [word] of text.matchAll(TALK_WORDS)) this.#talk.add(word.toLowerCase().replace(/s$/, ''));
    return this.#talk.size >= MIN_TALK_WORDS;
  }
}
