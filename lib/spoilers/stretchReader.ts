import { type Judgement, judge } from './decide.ts';
import { contextOfPage } from './engine.ts';
import type { EngineModel } from './engineModel.ts';
import { findHits, type NameBook } from './nameBook.ts';
import type { BlockText, PageInfo } from './pageText.ts';
import { enterHeading, type ReadingContext, readStretch } from './readStretch.ts';
import { type PreparedShow, prepareShow } from './sentenceReading.ts';
import type { ShowIndex } from './showIndex.ts';
import type { PageTone } from './stretches.ts';

/** A stretch of a page, in scope of one show. */
export interface Stretch {
  blocks: BlockText[];
  /** How many of its first sentences belong to the top of the page. */
  lead: number;
  /** The headings that are in force before it, by rank (index: level − 1); null where a rank has none. */
  headings: (string | null)[];
}

/** Stretches of one page that are to be read for one show. Stands by itself: the reader keeps nothing of a page. */
export interface ReadingRequest {
  show: string;
  page: PageInfo;
  /** Behind which tone they stand; undefined at the top of a page. */
  tone?: PageTone | undefined;
  stretches: Stretch[];
}

/** What was read, per stretch. */
export type ReadingAnswer = {
  /** Per block the sentences that some viewer does not get to see. */
  judgements: Judgement[][];
  /** The tone behind it. */
  tone: PageTone;
}[];

/** Contexts of pages are kept so many at a time: a page asks for its own again and again. */
const MAX_CONTEXTS = 20;

/** Reads stretches of any page for any of some shows. Kept warm away from the pages, which only collect and paint. */
export class StretchReader {
  readonly #book: NameBook<ShowIndex>;
  readonly #model: EngineModel;
  readonly #prepared = new Map<number, PreparedShow>();
  readonly #contexts = new Map<string, ReadingContext>();

  constructor(book: NameBook<ShowIndex>, model: EngineModel) {
    this.#book = book;
    this.#model = model;
  }

  /** @returns undefined where the show is none of its own. */
  read({ show: id, page, tone: before, stretches }: ReadingRequest): ReadingAnswer | undefined {
    const show = this.#book.shows.findIndex((index) => index.id === id);
    if (show < 0) return undefined;
    const prepared = this.#prepare(show);
    const top = this.#contextOf(prepared, page, show);
    let tone = before ?? top.tone;
    return stretches.map(({ blocks, headings, lead }) => {
      const context: ReadingContext = { ...top, headings: [], tone };
      headings.forEach((text, rank) => {
        if (text !== null) enterHeading(prepared, context, rank + 1, text, this.#book, show);
      });
      const hits = blocks.map((block) => findHits(this.#book, block.text));
      const sentences = readStretch({ book: this.#book, show, prepared, model: this.#model, blocks, hits, context, lead });
      const perBlock: Judgement[][] = blocks.map(() => []);
      for (const sentence of sentences) {
        const judgement = judge(sentence, prepared, this.#model);
        if (judgement) perBlock[sentence.block]?.push(judgement);
      }
      tone = context.tone;
      return { judgements: perBlock, tone };
    });
  }

  #prepare(show: number): PreparedShow {
    const known = this.#prepared.get(show) ?? prepareShow(this.#book.shows[show] as ShowIndex);
    this.#prepared.set(show, known);
    return known;
  }

  #contextOf(prepared: PreparedShow, page: PageInfo, show: number): ReadingContext {
    const key = `${show} ${page.url} ${page.title}`;
    const known = this.#contexts.get(key);
    if (known) return known;
    const context = contextOfPage(prepared, page, this.#book, show, this.#model);
    if (this.#contexts.size >= MAX_CONTEXTS) this.#contexts.clear();
    this.#contexts.set(key, context);
    return context;
  }
}
