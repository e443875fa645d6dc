import { type Judgement, judge } from './decide.ts';
import { contextOfPage } from './engine.ts';
import type { EngineModel } from './engineModel.ts';
import { findHits, type NameBook } from './nameBook.ts';
import type { BlockText, PageInfo } from './pageText.ts';
import { enterHeading, type ReadingContext, readStretch } from './readStretch.ts';
import { type PreparedShow, prepareShow } from './sentenceReading.ts';
import type { ShowIndex } from './showIndex.ts';

/** Sum and number of the log-odds of all sentences of a page so far: what kind of page it is. */
export interface PageTone {
  sum: number;
  count: number;
}

/** A stretch of a page, in scope of one show. */
export interface Stretch {
  blocks: BlockText[];
  /** The headings that are in force before it, by rank (index: level − 1); null where a rank has none. */
  headings: (string | null)[];
}

/** Stretches of one page that are to be read for one show. Stands by itself: the reader keeps nothing of a page. */
export interface ReadingRequest {
  show: string;
  page: PageInfo;
  /** Undefined at the top of a page. */
  tone?: PageTone | undefined;
  stretches: Stretch[];
}

/** What was read: per stretch and block the sentences that some viewer does not get to see. */
export interface ReadingAnswer {
  judgements: Judgement[][][];
  tone: PageTone;
}

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
  read({ show: id, page, tone, stretches }: ReadingRequest): ReadingAnswer | undefined {
    const show = this.#book.shows.findIndex((index) => index.id === id);
    if (show < 0) return undefined;
    const prepared = this.#prepare(show);
    const top = this.#contextOf(prepared, page, show);
    const context: ReadingContext = { ...top, lexicalSum: tone?.sum ?? top.lexicalSum, lexicalCount: tone?.count ?? top.lexicalCount };
    const judgements = stretches.map(({ blocks, headings }) => {
      Object.assign(context, { headings: [], season: top.season });
      headings.forEach((text, rank) => {
        if (text !== null) enterHeading(prepared, context, rank + 1, text, this.#book, show);
      });
      const hits = blocks.map((block) => findHits(this.#book, block.text));
      const sentences = readStretch({ book: this.#book, show, prepared, model: this.#model, blocks, hits, context });
      const perBlock: Judgement[][] = blocks.map(() => []);
      for (const sentence of sentences) {
        const judgement = judge(sentence, prepared, this.#model);
        if (judgement) perBlock[sentence.block]?.push(judgement);
      }
      return perBlock;
    });
    return { judgements, tone: { sum: context.lexicalSum, count: context.lexicalCount } };
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
