import { sentenceKey } from '../model/correction.ts';
import { type EpisodeCode, EpisodeOrder } from '../model/episodes.ts';
import { activeShows, strictnessFor, type Viewer, watchedIn } from '../model/viewer.ts';
import { isHidden, type Judgement, revealedAfter } from '../spoilers/decide.ts';
import type { Reason } from '../spoilers/explain.ts';
import { bearerOf } from '../spoilers/mentions.ts';
import type { Hit, NameBook } from '../spoilers/nameBook.ts';
import { type Span, splitSentences } from '../text/sentences.ts';
import { CorrectionBook } from './correctionBook.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import type { Stretched } from './textRange.ts';

/** A stretch of a block that is to be painted: a hidden sentence, one that was shown, text that is not read yet, or a name. */
interface Marked extends Stretched {
  block: PageBlock;
  show: string;
}
/** A sentence beyond the viewer; `shown` while they want to see it all the same. Reason `viewer`: they had it hidden. */
export type HiddenMark = Marked & { layer: 'hidden' | 'shown'; revealedIn: EpisodeCode; reason: Reason | 'viewer' };
export type NamedMark = Marked & { layer: 'named'; entity: string };
/** What covers a stretch of text, or did until the viewer had it shown. */
export type Cover = HiddenMark | (Marked & { layer: 'unread' });
export type Mark = Cover | NamedMark;

export const isSentence = (mark: Mark): mark is HiddenMark => mark.layer === 'hidden' || mark.layer === 'shown';
/** The sentence of a mark as the page has it. */
export const textOf = (mark: Stretched): string => mark.block.text.slice(mark.start, mark.end);

/** What a sentence is remembered by that the viewer has uncovered, wherever it stands. */
export const keyOf = (sentence: Marked): string => `${sentence.show} ${textOf(sentence)}`;

/** What the viewer asked to see on this page. */
export interface Revealed {
  isAllRevealed: boolean;
  /** Keys of sentences for which the opposite holds. */
  exceptions: ReadonlySet<string>;
}

/** Makes the marks of a block from what was read of it, as the viewer's progress and settings have it. */
export class MarkMaker {
  readonly #engine: PageEngine;
  readonly #book: NameBook;
  readonly #orders: EpisodeOrder[];
  /** Sentences of blocks that were looked through for corrections. */
  readonly #spans = new WeakMap<PageBlock, Span[]>();
  #viewer: Viewer;
  /** Per show of the book: it is tracked and not switched off. */
  #isOn: boolean[] = [];
  /** Per show of the book: the viewer's progress. */
  #progress: number[] = [];
  #corrections: CorrectionBook;

  constructor(input: { engine: PageEngine; book: NameBook; viewer: Viewer }) {
    this.#engine = input.engine;
    this.#book = input.book;
    this.#viewer = input.viewer;
    this.#corrections = new CorrectionBook(input.viewer.corrections);
    this.#orders = input.book.shows.map((show) => new EpisodeOrder(show.seasonLengths));
    this.setViewer(input.viewer);
  }

  setViewer(viewer: Viewer): void {
    this.#viewer = viewer;
    this.#corrections = new CorrectionBook(viewer.corrections);
    const active = activeShows(viewer);
    this.#isOn = this.#book.shows.map((show) => active.includes(show.id));
    this.#progress = this.#book.shows.map((show, i) => {
      const order = this.#orders[i] as EpisodeOrder;
      return order.find(watchedIn(viewer, show.id)) ?? order.count;
    });
  }

  /** The marks of a block that cover something, or did before it was shown. */
  coversOf(block: PageBlock, revealed: Revealed): Cover[] {
    if (!block.isDue) return this.#hidden(block, revealed);
    return revealed.isAllRevealed ? [] : this.#unread(block);
  }

  /** All marks of a block, in the order of the text: the keyboard walks along them. @param covers its `coversOf`. */
  marksOf(block: PageBlock, covers: readonly Cover[]): readonly Mark[] {
    // Text that is not read is covered as a whole: no name in it shows.
    if (covers[0]?.layer === 'unread') return covers;
    const named = this.#named(block, covers);
    return covers.length === 0 ? named : [...covers, ...named].sort((a, b) => a.start - b.start);
  }

  /** A name inside a hidden sentence has none: its underline would show where it stands. */
  #named(block: PageBlock, covers: readonly Cover[]): NamedMark[] {
    if (!this.#viewer.cards) return [];
    const hidden = covers.filter((mark) => mark.layer !== 'shown');
    const isInHidden = (hit: Hit) => hidden.some((mark) => hit.start >= mark.start && hit.end <= mark.end);
    return block.hits.flatMap((hit) => (isInHidden(hit) ? [] : (this.#markOf(block, hit) ?? [])));
  }

  #markOf(block: PageBlock, hit: Hit): NamedMark | undefined {
    for (const show of this.#engine.shows) {
      const bearer = this.#isOn[show] && bearerOf(this.#book, block.text, hit, show, this.#progress[show] ?? 0);
      if (bearer) return { layer: 'named', block, start: hit.start, end: hit.end, show: this.#idOf(show), entity: bearer.id };
    }
    return undefined;
  }

  /** Whether the viewer does not get to see a block that was read, or a sentence of it. */
  isBeyond(block: PageBlock): boolean {
    return (block.judgements ?? []).some(({ show, judgements }) => judgements.some((judgement) => this.#isBeyond(block, show, judgement)));
  }

  /** Whether the page speaks of a show that the viewer has not finished. */
  hasMoreToCome(): boolean {
    return this.#unfinishedShow() !== undefined;
  }

  #unfinishedShow(): number | undefined {
    return this.#engine.shows.find((show) => this.#isOn[show] && (this.#progress[show] ?? 0) < (this.#orders[show]?.count ?? 0));
  }

  #unread(block: PageBlock): Cover[] {
    const show = this.#unfinishedShow();
    return show === undefined ? [] : [{ layer: 'unread', block, start: 0, end: block.text.length, show: this.#idOf(show) }];
  }

  #hidden(block: PageBlock, revealed: Revealed): HiddenMark[] {
    const marks = this.#corrected(block, revealed);
    for (const { show, judgements } of block.judgements ?? [])
      for (const judgement of judgements) {
        if (!this.#isBeyond(block, show, judgement) || marks.some((mark) => mark.start <= judgement.start && mark.end >= judgement.end)) continue;
        const revealedIn = this.#codeAfter(show, revealedAfter(judgement, this.#progress[show] ?? 0));
        marks.push(this.#hiddenMark(block, show, judgement, { revealedIn, reason: judgement.reason }, revealed));
      }
    return marks;
  }

  #isBeyond(block: PageBlock, show: number, judgement: Judgement): boolean {
    if (!this.#isOn[show]) return false;
    const id = this.#idOf(show);
    if (!isHidden(judgement, this.#progress[show] ?? 0, strictnessFor(this.#viewer, id))) return false;
    return !this.#corrections.isShown(id, block.text.slice(judgement.start, judgement.end));
  }

  /** Sentences that the viewer missed a blur on, until they have finished the show. */
  #corrected(block: PageBlock, revealed: Revealed): HiddenMark[] {
    const marks: HiddenMark[] = [];
    for (const id of this.#corrections.showsWithHidden) {
      const show = this.#book.shows.findIndex((candidate) => candidate.id === id);
      const count = this.#orders[show]?.count ?? 0;
      if (
        show < 0 ||
        !this.#isOn[show] ||
        (this.#progress[show] ?? 0) >= count ||
        !(block.judgements?.some((of) => of.show === show) || this.#engine.shows.includes(show))
      )
        continue;
      const keys = this.#corrections.hiddenIn(id);
      for (const span of this.#sentencesOf(block)) {
        if (!keys.has(sentenceKey(block.text.slice(span.start, span.end)))) continue;
        marks.push(this.#hiddenMark(block, show, span, { revealedIn: this.#codeAfter(show, count), reason: 'viewer' }, revealed));
      }
    }
    return marks;
  }

  #sentencesOf(block: PageBlock): Span[] {
    const known = this.#spans.get(block);
    if (known) return known;
    const spans = splitSentences(block.text);
    this.#spans.set(block, spans);
    return spans;
  }

  #hiddenMark(block: PageBlock, show: number, { start, end }: Span, why: Pick<HiddenMark, 'revealedIn' | 'reason'>, revealed: Revealed): HiddenMark {
    const id = this.#idOf(show);
    const isException = revealed.exceptions.size > 0 && revealed.exceptions.has(keyOf({ block, start, end, show: id }));
    const layer = revealed.isAllRevealed === isException ? 'hidden' : 'shown';
    return { layer, block, start, end, show: id, revealedIn: why.revealedIn, reason: why.reason };
  }

  #idOf(show: number): string {
    return this.#book.shows[show]?.id ?? '';
  }

  #codeAfter(show: number, ordinal: number): EpisodeCode {
    const order = this.#orders[show] as EpisodeOrder;
    return order.codeOf(Math.min(order.count, Math.max(ordinal, (this.#progress[show] ?? 0) + 1)));
  }
}
