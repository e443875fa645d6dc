import type { Judgement } from '../spoilers/decide.ts';
import { findHits, type Hit, type NameBook } from '../spoilers/nameBook.ts';
import type { BlockText, PageInfo } from '../spoilers/pageText.ts';
import { PageScopes, type ShowScope } from '../spoilers/scope.ts';
import { leadBehind, MAX_STRETCH_BLOCKS, type PageTone } from '../spoilers/stretches.ts';
import type { ReadingAnswer, ReadingRequest, Stretch } from '../spoilers/stretchReader.ts';
import type { TextBlock } from './textBlocks.ts';

/** The sentences of a block that some viewer of a show does not get to see. */
export interface ShowJudgements {
  /** Index into the book. */
  show: number;
  judgements: Judgement[];
}

/** A block of the page with what was read in it. */
export interface PageBlock extends TextBlock {
  hits: Hit[];
  /** By show in scope of this block, of those with any. Very large pages have very many blocks: a list, since a map takes ten times the memory. */
  judgements: ShowJudgements[] | undefined;
  /** Not read yet, or to be read again. */
  isDue: boolean;
  /** The batch that it is being read in; 0: in none. */
  asked: number;
  /** The headings in force behind this block by rank, where a stretch ended here for good: before a heading, or since it was full. */
  headingsAfter: (string | null)[] | undefined;
  /** Per show: the tone of the page behind this block, where a stretch ended here and was read. */
  tonesAfter: Map<number, PageTone> | undefined;
}

/** Most blocks name nobody: they share this. */
const NO_HITS: Hit[] = [];

/** How far back the headings in force and the tone are looked for. */
const MAX_LOOK_BACK = 2000;

/** What shows a page and its parts speak of, and what is to be read of them. Reads nothing itself and knows no DOM. */
export class PageEngine {
  readonly #book: NameBook;
  #page: PageInfo;
  readonly #scopes: PageScopes;
  /** Shows that the whole page is about, in order. What has come into scope stays there until the page is another. */
  #covered: number[] = [];
  #mayMatter = false;

  constructor(input: { book: NameBook; page: PageInfo }) {
    this.#book = input.book;
    this.#page = input.page;
    this.#scopes = new PageScopes(input.book, input.page);
    this.#widen();
  }

  /** The page has another title or address. @returns true where it is about other shows then. */
  setPage(page: PageInfo): boolean {
    this.#page = page;
    const before = this.#covered.join();
    this.#scopes.notePage(page);
    this.#covered = [];
    this.#widen();
    return this.#covered.join() !== before;
  }

  /** Looks for names in a new block. @returns true where a show came into scope of the whole page by it. */
  note(block: TextBlock): { block: PageBlock; widened: boolean } {
    const hits = findHits(this.#book, block.text);
    const hasChanged = this.#scopes.noteBlock(block, hits);
    return {
      block: toPageBlock(block, hits),
      widened: hasChanged && this.#widen(),
    };
  }

  /** Looks for names in a text node of a page that does not matter so far. @param place is asked where there are some. */
  scout(text: string, place: () => Pick<BlockText, 'role' | 'level'>): void {
    const hits = findHits(this.#book, text);
    const hasChanged = hits.length === 0 ? this.#scopes.noteText(text) : this.#scopes.noteBlock({ text, row: -1, ...place() }, hits);
    if (hasChanged) this.#widen();
  }

  /** False while neither the page nor any part of it can be about a show: until then its blocks need not be known. */
  get mayMatter(): boolean {
    return this.#mayMatter;
  }

  /** True while any show may be spoken of: then blocks that are not read yet must not be seen. */
  get isInScope(): boolean {
    return this.#covered.length > 0;
  }

  /** Shows that the whole page is about. */
  get shows(): readonly number[] {
    return this.#covered;
  }

  /** Looks which shows have come into scope. @returns true where one has. */
  #widen(): boolean {
    const before = this.#covered.length;
    this.#scopes.shows.forEach((scope, show) => {
      if (!this.#covered.includes(show) && scope.coversPage) this.#covered.push(show);
    });
    this.#covered.sort((a, b) => a - b);
    this.#mayMatter ||= this.#scopes.shows.some((scope) => scope.mayMatter);
    return this.#covered.length > before;
  }

  /** Ids of the shows that the whole page is about. */
  get showIds(): string[] {
    return this.#covered.map((show) => this.#idOf(show));
  }

  /** First and end index of the stretch that a block stands in. */
  stretchAround(blocks: readonly PageBlock[], at: number): [number, number] {
    let first = at;
    while (first > 0 && blocks[first]?.role !== 'heading' && at - first < MAX_STRETCH_BLOCKS - 1 && !blocks[first - 1]?.headingsAfter) first--;
    let end = at + 1;
    while (end < blocks.length && blocks[end]?.role !== 'heading' && end - first < MAX_STRETCH_BLOCKS) end++;
    return [first, end];
  }

  /** The shows that a stretch of blocks speaks of. */
  showsOf(stretch: readonly PageBlock[]): number[] {
    const hits = stretch.map((block) => block.hits);
    return this.#scopes.shows.flatMap((scope: ShowScope, show) => (scope.coversSection(stretch, hits) ? [show] : []));
  }

  /** blocks[first..end) as they are read: with the headings that are in force before them. Notes where the stretch ends for good. */
  toStretch(blocks: readonly PageBlock[], first: number, end: number): Stretch {
    const headings = headingsBefore(blocks, first);
    const stretch = blocks.slice(first, end);
    const after = [...headings];
    for (const block of stretch) {
      block.headingsAfter = undefined;
      if (block.role === 'heading') noteHeading(after, block);
    }
    // What comes behind the last block of a page goes on with its stretch.
    if (stretch.length === MAX_STRETCH_BLOCKS || blocks[end]?.role === 'heading') (stretch.at(-1) as PageBlock).headingsAfter = after;
    return { lead: leadBehind(blocks, first), headings, blocks: stretch.map(({ text, role, level, row }) => ({ text, role, level, row })) };
  }

  /** What is asked of the reader for one show. @param tone the page's so far, where the stretches go on with its text. */
  toRequest(show: number, stretches: Stretch[], tone?: PageTone): ReadingRequest {
    return { show: this.#idOf(show), page: this.#page, tone, stretches };
  }

  /** The tone of the page before blocks[first] for one show; undefined at its top. */
  toneBefore(show: number, blocks: readonly PageBlock[], first: number): PageTone | undefined {
    for (let b = first - 1; b >= Math.max(0, first - MAX_LOOK_BACK); b--) {
      const tone = blocks[b]?.tonesAfter?.get(show);
      if (tone) return tone;
    }
    return undefined;
  }

  /** Takes what was read of stretches for one show. */
  take(show: number, stretches: readonly (readonly PageBlock[])[], answer: ReadingAnswer): void {
    stretches.forEach((blocks, s) => {
      const read = answer[s];
      if (!read) return;
      blocks.forEach((block, b) => {
        block.tonesAfter?.delete(show);
        const judgements = read.judgements[b];
        if (judgements?.length) noteJudgements(block, show, judgements);
      });
      const last = blocks.at(-1) as PageBlock;
      last.tonesAfter ??= new Map();
      last.tonesAfter.set(show, read.tone);
    });
  }

  #idOf(show: number): string {
    return this.#book.shows[show]?.id ?? '';
  }
}

/** Written out: very large pages have very many blocks, and what is added to an object takes more room. */
function toPageBlock({ text, role, level, row, element, isInShadow, nodes, starts }: TextBlock, hits: Hit[]): PageBlock {
  return {
    text,
    role,
    level,
    row,
    element,
    isInShadow,
    nodes,
    starts,
    // What was added to one by one has room for more: here is one that is just as long.
    hits: hits.length ? hits.slice() : NO_HITS,
    judgements: undefined,
    isDue: true,
    asked: 0,
    headingsAfter: undefined,
    tonesAfter: undefined,
  };
}

/** Puts the judgements of one show in place of those that there were. */
export function noteJudgements(block: PageBlock, show: number, judgements: Judgement[]): void {
  const one = { show, judgements };
  block.judgements = block.judgements ? [...block.judgements.filter((of) => of.show !== show), one] : [one];
}

function noteHeading(headings: (string | null)[], { level, text }: PageBlock): void {
  const rank = Math.max(1, level) - 1;
  headings.length = Math.min(headings.length, rank);
  while (headings.length < rank) headings.push(null);
  headings.push(text);
}

/** The headings in force before blocks[first], by rank. */
function headingsBefore(blocks: readonly PageBlock[], first: number): (string | null)[] {
  let start = first;
  while (start > Math.max(0, first - MAX_LOOK_BACK) && !blocks[start - 1]?.headingsAfter) start--;
  const headings = [...(blocks[start - 1]?.headingsAfter ?? [])];
  for (let b = start; b < first; b++) if (blocks[b]?.role === 'heading') noteHeading(headings, blocks[b] as PageBlock);
  return headings;
}
