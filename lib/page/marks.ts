import { type EpisodeCode, EpisodeOrder } from '../model/episodes.ts';
import { activeShows, strictnessFor, type Viewer, watchedIn } from '../model/viewer.ts';
import { isHidden, type Judgement, revealedAfter } from '../spoilers/decide.ts';
import type { Reason } from '../spoilers/explain.ts';
import { bearerOf } from '../spoilers/mentions.ts';
import type { NameBook } from '../spoilers/nameBook.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import { toStaticRange } from './textRange.ts';

/** A stretch of a block that is painted: a hidden sentence, text that is not read yet, or a name. */
interface Painted {
  block: PageBlock;
  /** UTF-16 units of the block's text. */
  start: number;
  end: number;
  range: StaticRange;
  show: string;
}
export type HiddenMark = Painted & { layer: 'hidden'; revealedIn: EpisodeCode; reason: Reason; key: string };
export type NamedMark = Painted & { layer: 'named'; entity: string };
export type Mark = HiddenMark | NamedMark | (Painted & { layer: 'unread' });

/** What the viewer asked to see on this page. */
export interface Revealed {
  isAllRevealed: boolean;
  /** Keys of hidden marks. */
  revealed: ReadonlySet<string>;
}

/** Makes the marks of a block from what was read of it, as the viewer's progress and settings have it. */
export class MarkMaker {
  readonly #engine: PageEngine;
  readonly #book: NameBook;
  readonly #orders: EpisodeOrder[];
  #viewer: Viewer;
  /** Per show of the book: it is tracked and not switched off. */
  #isOn: boolean[] = [];

  constructor(input: { engine: PageEngine; book: NameBook; viewer: Viewer }) {
    this.#engine = input.engine;
    this.#book = input.book;
    this.#viewer = input.viewer;
    this.#orders = input.book.shows.map((show) => new EpisodeOrder(show.seasonLengths));
    this.viewer = input.viewer;
  }

  set viewer(viewer: Viewer) {
    this.#viewer = viewer;
    const active = activeShows(viewer);
    this.#isOn = this.#book.shows.map((show) => active.includes(show.id));
  }

  /** All marks of a block. A name inside a hidden sentence has none: its underline would show where it stands. */
  marksOf(block: PageBlock, { isAllRevealed, revealed }: Revealed): Mark[] {
    const hidden = isAllRevealed ? [] : block.isDue ? this.#unread(block) : this.#hidden(block, revealed);
    return [...hidden, ...this.#named(block).filter((name) => !hidden.some((mark) => name.start >= mark.start && name.end <= mark.end))];
  }

  #unread(block: PageBlock): Mark[] {
    const show = this.#engine.shows.find((candidate) => this.#isOn[candidate] && this.#progress(candidate) < (this.#orders[candidate]?.count ?? 0));
    const range = show === undefined ? undefined : toStaticRange(block, 0, block.text.length);
    return range && show !== undefined ? [{ layer: 'unread', block, start: 0, end: block.text.length, range, show: this.#idOf(show) }] : [];
  }

  #hidden(block: PageBlock, revealed: ReadonlySet<string>): HiddenMark[] {
    const marks: HiddenMark[] = [];
    for (const [show, judgements] of block.judgements ?? [])
      for (const judgement of judgements) {
        const mark = this.#hiddenMark(block, show, judgement);
        if (mark && !revealed.has(mark.key)) marks.push(mark);
      }
    return marks;
  }

  #hiddenMark(block: PageBlock, show: number, judgement: Judgement): HiddenMark | undefined {
    if (!this.#isOn[show]) return undefined;
    const id = this.#idOf(show);
    const progress = this.#progress(show);
    if (!isHidden(judgement, progress, strictnessFor(this.#viewer, id))) return undefined;
    const { start, end, reason } = judgement;
    const range = toStaticRange(block, start, end);
    const key = `${id} ${block.text.slice(start, end)}`;
    return range && { layer: 'hidden', block, start, end, range, show: id, revealedIn: this.#codeAfter(show, revealedAfter(judgement, progress)), reason, key };
  }

  #named(block: PageBlock): NamedMark[] {
    if (!this.#viewer.cards) return [];
    return block.hits.flatMap((hit): NamedMark[] => {
      for (const show of this.#engine.shows) {
        if (!this.#isOn[show]) continue;
        const entity = bearerOf(this.#book, block.text, hit, show, this.#progress(show));
        const range = entity && toStaticRange(block, hit.start, hit.end);
        if (entity && range) return [{ layer: 'named', block, start: hit.start, end: hit.end, range, show: this.#idOf(show), entity: entity.id }];
      }
      return [];
    });
  }

  #idOf(show: number): string {
    return this.#book.shows[show]?.id ?? '';
  }

  #progress(show: number): number {
    const order = this.#orders[show] as EpisodeOrder;
    return order.find(watchedIn(this.#viewer, this.#idOf(show))) ?? order.count;
  }

  #codeAfter(show: number, ordinal: number): EpisodeCode {
    const order = this.#orders[show] as EpisodeOrder;
    return order.codeOf(Math.min(order.count, Math.max(ordinal, this.#progress(show) + 1)));
  }
}
