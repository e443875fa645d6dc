import { readFileSync } from 'node:fs';
import type { Pack } from '../../lib/model/packSchema.ts';
import type { Strictness } from '../../lib/model/viewer.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { isHidden, type Judgement, judge } from '../../lib/spoilers/decide.ts';
import { type PageReading, readPage } from '../../lib/spoilers/engine.ts';
import { type StoredModel, unpackModel } from '../../lib/spoilers/engineModel.ts';
import { compileNameBook, type NameBook } from '../../lib/spoilers/nameBook.ts';
import type { BlockText, PageInfo } from '../../lib/spoilers/pageText.ts';
import { type PreparedShow, prepareShow } from '../../lib/spoilers/sentenceReading.ts';
import type { ShowIndex } from '../../lib/spoilers/showIndex.ts';

/** The fitted model that ships with Sofar. */
export const model = unpackModel(JSON.parse(readFileSync(new URL('../../data/model/weights.json', import.meta.url), 'utf8')) as StoredModel);

/** A block of running text, or of another role. */
export function block(text: string, role: BlockText['role'] = 'text', level = role === 'heading' ? 2 : 0, row = -1): BlockText {
  return { text, role, level, row };
}

/** A page as the engine sees it. */
export interface TestPage extends PageInfo {
  blocks: BlockText[];
}

/** The engine over some packs, without a browser. */
export class TestEngine {
  readonly book: NameBook<ShowIndex>;
  readonly #prepared: PreparedShow[];

  constructor(packs: readonly Pack[]) {
    this.book = compileNameBook(packs.map(compileShow));
    this.#prepared = this.book.shows.map(prepareShow);
  }

  prepare = (show: number): PreparedShow => this.#prepared[show] as PreparedShow;

  read({ url, title, blocks }: TestPage): PageReading {
    return readPage({ book: this.book, prepare: this.prepare, tracked: this.book.shows.map((_, i) => i), model, page: { url, title }, blocks });
  }

  /** All judgements on a page, with the block that each stands in. */
  judgements(page: TestPage): { show: number; block: number; judgement: Judgement }[] {
    return [...this.read(page).shows].flatMap(([show, sentences]) =>
      sentences.flatMap((sentence) => {
        const judgement = judge(sentence, this.prepare(show), model);
        return judgement ? [{ show, block: sentence.block, judgement }] : [];
      }),
    );
  }

  /** The texts that a viewer at that progress (of every show) does not get to see. */
  hidden(page: TestPage, progress: number, strictness: Strictness = 'balanced'): string[] {
    return this.judgements(page)
      .filter(({ judgement }) => isHidden(judgement, progress, strictness))
      .map(({ block: at, judgement }) => page.blocks[at]?.text.slice(judgement.start, judgement.end) ?? '');
  }
}
