import type { Judgement } from '../spoilers/decide.ts';
import { judge } from '../spoilers/decide.ts';
import { contextOfPage, MAX_STRETCH_BLOCKS } from '../spoilers/engine.ts';
import type { EngineModel } from '../spoilers/engineModel.ts';
import { findHits, type Hit, type NameBook } from '../spoilers/nameBook.ts';
import type { PageInfo } from '../spoilers/pageText.ts';
import { type ReadingContext, readStretch } from '../spoilers/readStretch.ts';
import { PageScopes, type ShowScope } from '../spoilers/scope.ts';
import { type PreparedShow, prepareShow } from '../spoilers/sentenceReading.ts';
import type { Documents } from '../spoilers/showIndex.ts';
import type { TextBlock } from './textBlocks.ts';

/** A block of the page with what was read in it. */
export interface PageBlock extends TextBlock {
  hits: Hit[];
  /** Per show in scope of this block (index into the book): its sentences that some viewer does not get to see. */
  judgements: Map<number, Judgement[]> | undefined;
  /** Not read yet, or to be read again. */
  isDue: boolean;
  /** Per show: the headings and season in force behind this block, where a stretch ended here. */
  contextAfter: Map<number, Pick<ReadingContext, 'headings' | 'season'>> | undefined;
}

/** Most blocks name nobody: they share this. */
const NO_HITS: Hit[] = [];

/** A show whose documents are needed before its sentences can be read. */
export type DocumentsNeeded = (show: number) => void;

interface ShowState {
  scope: ShowScope;
  prepared: PreparedShow | undefined;
  /** Kept over the page: page cue, title, and the running log-odds. */
  base: ReadingContext | undefined;
  wasAsked: boolean;
}

/** How far back the headings in force are looked for. */
const MAX_LOOK_BACK = 2000;

/** Reads the blocks of one page as they come, a stretch at a time, for all tracked shows. Knows no DOM. */
export class PageEngine {
  readonly #book: NameBook;
  readonly #model: EngineModel;
  #page: PageInfo;
  readonly #scopes: PageScopes;
  readonly #shows: ShowState[];
  readonly #needDocuments: DocumentsNeeded;

  constructor(input: { book: NameBook; model: EngineModel; page: PageInfo; needDocuments: DocumentsNeeded }) {
    this.#book = input.book;
    this.#model = input.model;
    this.#page = input.page;
    this.#needDocuments = input.needDocuments;
    this.#scopes = new PageScopes(input.book, input.page);
    this.#shows = this.#scopes.shows.map((scope) => ({ scope, prepared: undefined, base: undefined, wasAsked: false }));
  }

  /** The page has another title or address. @returns true where a show came into scope by it. */
  setPage(page: PageInfo): boolean {
    this.#page = page;
    const before = this.shows.length;
    this.#scopes.notePage(page);
    for (const state of this.#shows) state.base = undefined;
    return this.shows.length > before;
  }

  /** Looks for names in a new block. @returns true where a show came into scope of the whole page by it. */
  note(block: TextBlock): { block: PageBlock; widened: boolean } {
    const hits = findHits(this.#book, block.text);
    const before = this.shows.length;
    this.#scopes.noteBlock(block, hits);
    const widened = this.shows.length > before;
    return { block: Object.assign(block, { hits: hits.length ? hits : NO_HITS, judgements: undefined, isDue: true, contextAfter: undefined }), widened };
  }

  /** Gives the documents of a show that were asked for. */
  giveDocuments(show: number, documents: Documents): void {
    const state = this.#shows[show];
    const names = this.#book.shows[show];
    if (state && names) state.prepared = prepareShow({ ...names, documents });
  }

  /** True while any show may be spoken of: then blocks that are not read yet must not be seen. */
  get isInScope(): boolean {
    return this.#shows.some(({ scope }) => scope.coversPage);
  }

  /** Shows that the whole page is about. */
  get shows(): number[] {
    return this.#shows.flatMap(({ scope }, show) => (scope.coversPage ? [show] : []));
  }

  /** Ids of the shows that the whole page is about. */
  get showIds(): string[] {
    return this.shows.map((show) => this.#book.shows[show]?.id ?? '');
  }

  /** First and end index of the stretch that a block stands in. */
  stretchAround(blocks: readonly PageBlock[], at: number): [number, number] {
    let first = at;
    while (first > 0 && blocks[first]?.role !== 'heading' && at - first < MAX_STRETCH_BLOCKS - 1 && !blocks[first - 1]?.contextAfter) first--;
    let end = at + 1;
    while (end < blocks.length && blocks[end]?.role !== 'heading' && end - first < MAX_STRETCH_BLOCKS) end++;
    return [first, end];
  }

  /**
   * Reads blocks[first..end) for every show in their scope and marks them done.
   * @returns false where a show's documents are not here yet: the stretch stays due.
   */
  read(blocks: readonly PageBlock[], first: number, end: number): boolean {
    const stretch = blocks.slice(first, end);
    const hits = stretch.map((block) => block.hits);
    let complete = true;
    for (const block of stretch) {
      block.judgements = undefined;
      block.contextAfter = undefined;
    }
    this.#shows.forEach((state, show) => {
      if (!state.scope.coversSection(stretch, hits)) return;
      if (!state.prepared) {
        complete = false;
        if (!state.wasAsked) this.#needDocuments(show);
        state.wasAsked = true;
        return;
      }
      this.#readFor(show, state, state.prepared, blocks, first, stretch, hits);
    });
    if (complete) for (const block of stretch) block.isDue = false;
    return complete;
  }

  /**
   * Judges a line beside the text, such as the tab's title: the text is judged as if it were not there.
   * @returns false where a show's documents are not here yet.
   */
  judgeAside(line: PageBlock): boolean {
    const kept = this.#shows.map(({ base }) => base && { ...base });
    const isComplete = this.read([line], 0, 1);
    this.#shows.forEach((state, show) => {
      state.base = kept[show];
    });
    return isComplete;
  }

  #readFor(show: number, state: ShowState, prepared: PreparedShow, blocks: readonly PageBlock[], first: number, stretch: PageBlock[], hits: Hit[][]): void {
    state.base ??= contextOfPage(prepared, this.#page, this.#book, show, this.#model);
    const context: ReadingContext = { ...state.base, ...this.#contextBefore(show, blocks, first), page: state.base.page };
    const sentences = readStretch({ book: this.#book, show, prepared, model: this.#model, blocks: stretch, hits, context });
    state.base.lexicalSum = context.lexicalSum;
    state.base.lexicalCount = context.lexicalCount;
    const last = stretch.at(-1) as PageBlock;
    last.contextAfter ??= new Map();
    last.contextAfter.set(show, { headings: [...context.headings], season: context.season });
    for (const sentence of sentences) {
      const judgement = judge(sentence, prepared, this.#model);
      if (!judgement) continue;
      const block = stretch[sentence.block] as PageBlock;
      block.judgements ??= new Map();
      const list = block.judgements.get(show);
      if (list) list.push(judgement);
      else block.judgements.set(show, [judgement]);
    }
  }

  #contextBefore(show: number, blocks: readonly PageBlock[], first: number): Pick<ReadingContext, 'headings' | 'season'> | undefined {
    for (let b = first - 1; b >= Math.max(0, first - MAX_LOOK_BACK); b--) {
      const context = blocks[b]?.contextAfter?.get(show);
      if (context) return { headings: [...context.headings], season: context.season };
    }
    return { headings: [], season: undefined };
  }
}
