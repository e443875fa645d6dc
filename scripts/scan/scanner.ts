import { readFileSync } from 'node:fs';
import { isEpisodeCode } from '../../lib/model/episodes.ts';
import type { Pack } from '../../lib/model/packSchema.ts';
import { STRICTNESS_LEVELS, type Strictness } from '../../lib/model/viewer.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { isHidden, judge, revealedAfter } from '../../lib/spoilers/decide.ts';
import { type PageReading, readPage } from '../../lib/spoilers/engine.ts';
import { type EngineModel, type StoredModel, unpackModel } from '../../lib/spoilers/engineModel.ts';
import { explain } from '../../lib/spoilers/explain.ts';
import { findMentions } from '../../lib/spoilers/mentions.ts';
import { compileNameBook, type NameBook } from '../../lib/spoilers/nameBook.ts';
import { type PreparedShow, prepareShow } from '../../lib/spoilers/sentenceReading.ts';
import type { ShowIndex } from '../../lib/spoilers/showIndex.ts';
import { type ParsedPage, parsePage } from './parsePage.ts';
import { decideLikeRival, type Rival } from './rivals.ts';
import { type Stage, withoutStage } from './withoutStage.ts';

export interface ScanRequest {
  id: string;
  url: string;
  html: string;
  /** The viewer's progress: an episode code per show. A show without one is not tracked. */
  progress: Record<string, string>;
  strictness?: Strictness;
}

export interface ScanAnswer {
  id: string;
  /** Offsets are UTF-16 units of `document.body.textContent`. */
  hidden: { start: number; end: number; show: string; revealedIn: string; reason: string }[];
  mentions: { start: number; end: number; show: string; entity: string; kind: string }[];
  ms: number;
}

const MODEL_FILE = new URL('../../data/model/weights.json', import.meta.url).pathname;

/** The fitted model that ships with Sofar, or another one. */
export function loadModel(file = MODEL_FILE): EngineModel {
  return unpackModel(JSON.parse(readFileSync(file, 'utf8')) as StoredModel);
}

/** Answers requests with the engine of the extension, on a page parsed without a browser. */
export class Scanner {
  readonly book: NameBook<ShowIndex>;
  readonly #model: EngineModel;
  readonly #everyPage: boolean;
  readonly #prepared = new Map<number, PreparedShow>();
  readonly #options: { engine: 'full' | Rival; strictness: Strictness };
  #last: { key: string; page: ParsedPage; reading: PageReading } | undefined;

  constructor(
    packs: readonly Pack[],
    options: { engine: 'full' | Rival; strictness: Strictness; modelFile?: string | undefined; model?: EngineModel; without?: Stage | undefined },
  ) {
    this.book = compileNameBook(packs.map(compileShow));
    this.#options = options;
    const model = options.model ?? loadModel(options.modelFile);
    this.#model = options.without ? withoutStage(model, options.without) : model;
    this.#everyPage = options.without === 'scope';
  }

  prepare = (show: number): PreparedShow => {
    let prepared = this.#prepared.get(show);
    if (!prepared) {
      const index = this.book.shows[show];
      if (!index) throw new RangeError(`there is no show number ${show}`);
      prepared = prepareShow(index);
      this.#prepared.set(show, prepared);
    }
    return prepared;
  };

  /** @throws Error that says what is wrong with the request. */
  answer(request: ScanRequest): ScanAnswer {
    if (typeof request.html !== 'string') throw new TypeError('a request needs "html"');
    const strictness = request.strictness ?? this.#options.strictness;
    if (!STRICTNESS_LEVELS.includes(strictness)) throw new TypeError(`there is no strictness "${strictness}"`);
    const progress = this.#progressOf(request.progress ?? {});
    const started = performance.now();
    const { page, reading } = this.#read(request, [...progress.keys()]);
    const info = { url: request.url ?? '', title: page.title };
    const hidden: ScanAnswer['hidden'] = [];
    const mentions: ScanAnswer['mentions'] = [];
    for (const [show, ordinal] of progress) {
      const { index, order } = this.prepare(show);
      const at = (block: number, offset: number) => page.offsetOf(page.blocks[block] as (typeof page.blocks)[number], offset);
      const found =
        this.#options.engine === 'full'
          ? this.#decide(reading, show, ordinal, strictness)
          : decideLikeRival(this.#options.engine, { book: this.book, show, progress: ordinal, page: info, blocks: page.blocks, reading });
      for (const { block, start, end, revealedIn, reason } of found)
        hidden.push({ start: at(block, start), end: at(block, end - 1) + 1, show: index.id, revealedIn: order.codeOf(revealedIn), reason });
      for (const { block, start, end, entity } of findMentions(this.book, show, ordinal, reading, page.blocks))
        mentions.push({ start: at(block, start), end: at(block, end - 1) + 1, show: index.id, entity: entity.id, kind: entity.kind });
    }
    hidden.sort((a, b) => a.start - b.start);
    return { id: request.id, hidden, mentions, ms: performance.now() - started };
  }

  /** The text of a hidden stretch, for people to read. */
  textOf(html: string, span: { start: number; end: number }): string {
    const page = parsePage(html);
    const block = page.blocks.findLast((candidate) => page.offsetOf(candidate, 0) <= span.start);
    if (!block) return '';
    const start = span.start - page.offsetOf(block, 0);
    return block.text.slice(start, start + span.end - span.start);
  }

  #decide(reading: PageReading, show: number, progress: number, strictness: Strictness) {
    const prepared = this.prepare(show);
    return (reading.shows.get(show) ?? []).flatMap((sentence) => {
      const judgement = judge(sentence, prepared, this.#model);
      if (!judgement || !isHidden(judgement, progress, strictness)) return [];
      const revealedIn = revealedAfter(judgement, progress);
      return [
        {
          block: sentence.block,
          start: sentence.start,
          end: sentence.end,
          revealedIn,
          reason: explain(judgement.reason, prepared.order.codeOf(judgement.revealedIn)),
        },
      ];
    });
  }

  #progressOf(progress: Record<string, string>): Map<number, number> {
    const result = new Map<number, number>();
    for (const [id, code] of Object.entries(progress)) {
      const show = this.book.shows.findIndex((index) => index.id === id);
      if (show < 0) continue;
      if (!isEpisodeCode(code)) throw new TypeError(`"${code}" is not an episode code such as S2E4`);
      const { order } = this.prepare(show);
      // A pack may end before its viewer: whoever is further on has seen all that it tells.
      result.set(show, order.find(code) ?? order.count);
    }
    return result;
  }

  /** A page asked about again (another viewer) is not read again. */
  #read(request: ScanRequest, tracked: number[]): { page: ParsedPage; reading: PageReading } {
    const key = `${request.url}\n${tracked.join()}\n${request.html}`;
    if (this.#last?.key !== key) {
      const page = parsePage(request.html);
      const reading = readPage({
        book: this.book,
        prepare: this.prepare,
        tracked,
        everyPage: this.#everyPage,
        model: this.#model,
        page: { url: request.url ?? '', title: page.title },
        blocks: page.blocks,
      });
      this.#last = { key, page, reading };
    }
    return this.#last;
  }
}
