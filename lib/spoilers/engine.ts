import { isUpper } from '../text/characters.ts';
import type { EngineModel } from './engineModel.ts';
import { findHits, type Hit, type NameBook } from './nameBook.ts';
import { narrativeLogit, tokensOf } from './narrative.ts';
import type { Onlooker } from './onlooker.ts';
import { findPageCue } from './pageCues.ts';
import type { BlockText, PageInfo } from './pageText.ts';
import { type ReadingContext, readStretch, type Sentence, startContext } from './readStretch.ts';
import { PageScopes, type ShowScope } from './scope.ts';
import type { PreparedShow } from './sentenceReading.ts';
import { leadBehind, stretchesOf } from './stretches.ts';
import { wordsOf } from './terms.ts';

/** All that was read of a page, independent of progress: decide as often as you like. */
export interface PageReading {
  hits: Hit[][];
  /** Per show in scope: its sentences. */
  shows: Map<number, Sentence[]>;
}

/** The context at the top of a page for one show. */
export function contextOfPage(prepared: PreparedShow, page: PageInfo, book: NameBook, show: number, model: EngineModel): ReadingContext {
  const tokens = tokensOf(wordsOf(page.title), [], (at) => isUpper(page.title.charCodeAt(at)));
  return startContext(prepared, findPageCue(prepared, page, book, show), narrativeLogit(model.narrative, tokens));
}

/** Reads a whole page. Shows out of scope cost nothing beyond matching names. */
export function readPage(input: {
  book: NameBook;
  prepare: (show: number) => PreparedShow;
  tracked: readonly number[];
  /** Takes every page to be about every tracked show: only to measure what scope is worth. */
  everyPage?: boolean;
  model: EngineModel;
  page: PageInfo;
  blocks: readonly BlockText[];
  onlooker?: Onlooker;
}): PageReading {
  const { book, model, page, blocks } = input;
  const shows = new Map<number, Sentence[]>();
  const scopes = new PageScopes(book, page);
  const hits = blocks.map((block) => {
    const found = findHits(book, block.text);
    scopes.noteBlock(block, found);
    return found;
  });
  for (const show of input.tracked) {
    const scope = scopes.shows[show] as ShowScope;
    if (!input.everyPage && !scope.mayMatter) continue;
    let context: ReadingContext | undefined;
    for (const [first, end] of stretchesOf(blocks)) {
      const part = { blocks: blocks.slice(first, end), hits: hits.slice(first, end) };
      if (!input.everyPage && !scope.coversSection(part.blocks, part.hits)) continue;
      const prepared = input.prepare(show);
      context ??= contextOfPage(prepared, page, book, show, model);
      const sentences = readStretch({ book, show, prepared, model, ...part, context, lead: leadBehind(blocks, first), onlooker: input.onlooker });
      const all = shows.get(show) ?? [];
      shows.set(show, all);
      for (const sentence of sentences) {
        sentence.block += first;
        all.push(sentence);
      }
    }
  }
  return { hits, shows };
}
