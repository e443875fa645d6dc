import { FarCovers } from './farCovers.ts';
import { farFlags, isNear } from './farFlags.ts';
import type { MarkBoard } from './markBoard.ts';
import { rootOf } from './nodes.ts';
import type { PageBlock } from './pageEngine.ts';
import { coverPage } from './paintHold.ts';
import { isAnyNear, type Rest } from './rests.ts';

/** Pages with fewer blocks are painted as a whole. */
const MAX_BLOCKS = 300;
/** Menus and dialogues stand at the ends of a page, wherever they are shown: so many blocks there are always painted. */
const END_BLOCKS = 64;
/** Where nothing has to be covered by it, it is looked so often where blocks are, in milliseconds: each time costs the browser as much as a frame. */
const LOOK_EVERY_MS = 300;
/** Where looking at all blocks of a page that changes takes longer than this, in milliseconds, it takes this share of the time at the most. */
const SHORT_LOOK_MS = 8;
const LOOK_SHARE = 0.05;

/** Who scrolls by less has nothing before them that was not painted, in CSS pixels: what browsers draw ahead and this are less than what is near. */
const SCROLL_STEP_PX = 1000;

/** What the window needs of what is painted. */
export interface PaintWindowInput {
  /** All blocks of the page in order, as they are at any time. */
  blocks: readonly PageBlock[];
  /** What paints them. A far block has to be covered where it is not read, or holds what is hidden. */
  board: Pick<MarkBoard, 'setFar' | 'isFar' | 'mustCover'>;
  /** Whether text may be a spoiler at all. */
  mustCover: () => boolean;
  cover: (range: AbstractRange) => void;
  uncover: (range: AbstractRange) => void;
  /** What is still to be looked through and has no cover of its own. */
  rests: () => readonly Rest[] | 'everywhere';
  /** Covers more of it by itself. @returns false where no more can be. */
  coverMore: () => boolean;
}

/**
 * Browsers go through all highlights of a page whenever anything on it changes. So on a page with very many blocks only
 * those around the screen are painted. What is scrolled to is painted before it is drawn; what is farther off and not for
 * the viewer is covered without more ado, in case a script jumps there in the very moment of drawing (but on the very
 * largest pages).
 * While what was not looked through is near the screen, the whole page is covered.
 */
export class PaintWindow {
  readonly #input: PaintWindowInput;
  readonly #end = new AbortController();
  readonly #laidOut = new ResizeObserver(() => {
    if (!this.#isAsked) return;
    this.#isAsked = false;
    const restMs = this.#lookedAt + this.#lookTook / LOOK_SHARE - performance.now();
    if (this.#lookTook <= SHORT_LOOK_MS || restMs <= 0) this.look();
    else this.#lookAtFresh(restMs);
  });
  readonly #covers: FarCovers;
  #uncoverPage: (() => void) | undefined;
  #isNarrow = false;
  #isAsked = false;
  /** What came since all blocks were looked at. */
  #fresh: PageBlock[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;
  #coversAgain: ReturnType<typeof setTimeout> | undefined;
  /** How far the page was scrolled then, in CSS pixels. */
  #lookedFrom = 0;
  /** When all blocks were looked at last, and how long that took, in milliseconds. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #lookTook = 0;

  constructor(input: PaintWindowInput) {
    this.#input = input;
    this.#covers = new FarCovers(input);
    const options = { capture: true, passive: true, signal: this.#end.signal };
    for (const type of ['resize', 'toggle', 'fullscreenchange']) addEventListener(type, () => this.#isNarrow && this.look(), options);
    addEventListener('scroll', ({ target }) => this.#isNarrow && !(target === document && this.#isWhereItWas) && this.look(), options);
  }

  get #hasRests(): boolean {
    const rests = this.#input.rests();
    return rests === 'everywhere' || rests.length > 0;
  }

  get #mustBeNarrow(): boolean {
    return this.#input.blocks.length > MAX_BLOCKS || this.#hasRests;
  }

  /** Takes in new blocks. While much of the page still waits most are far: until it is looked whether they are, nothing of them is seen. */
  take(blocks: readonly PageBlock[]): void {
    if (this.#hasRests) for (const block of blocks) this.#input.board.setFar(block, true);
    if (!this.#isNarrow && !this.#mustBeNarrow) return;
    this.#fresh.push(...blocks);
    if (this.#fresh.length > this.#input.blocks.length) this.#forgetFresh();
    this.ask();
  }

  /** In a tab that is not seen nobody looks, and most of what came may have gone: all are looked at then. */
  #forgetFresh(): void {
    this.#fresh = [];
    this.#lookTook = 0;
  }

  /**
   * Blocks have come or gone: it is looked where they are. What came is painted by itself until then; while much of the
   * page waits it is not, and looked at before the next frame.
   */
  ask(): void {
    const root = rootOf(document);
    if (!root || !(this.#isNarrow || this.#mustBeNarrow)) return;
    const restMs = this.#lookedAt + LOOK_EVERY_MS - performance.now();
    if (restMs > 0 && !this.#hasRests && !this.#uncoverPage) {
      if (this.#again === undefined) this.#askLater(restMs);
      return;
    }
    this.#isAsked = true;
    // What is observed anew is reported once, when the frame has been laid out and is not yet drawn: where things are costs nothing then.
    this.#laidOut.unobserve(root);
    this.#laidOut.observe(root);
  }

  /** What is known of blocks has changed, not where they are: what is far off and for the viewer needs no cover. */
  askCovers(): void {
    if (!this.#isNarrow) return;
    this.#coversAgain ??= setTimeout(() => {
      this.#coversAgain = undefined;
      this.#coverFar((block) => this.#input.board.isFar(block));
    }, LOOK_EVERY_MS);
  }

  #askLater(ms: number): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.ask();
    }, ms);
  }

  /** Looks where all blocks are, now. */
  look(): void {
    if (this.#end.signal.aborted) return;
    this.#isNarrow = this.#mustBeNarrow;
    if (this.#coversPage()) return;
    this.#lookedAt = performance.now();
    this.#fresh = [];
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#lookedFrom = scrollY;
    const { blocks, board } = this.#input;
    const flags = this.#isNarrow ? farFlags(blocks, END_BLOCKS) : new Uint8Array(blocks.length);
    // What comes is covered before what goes is uncovered.
    for (let b = 0; b < flags.length; b++) if (flags[b] === 0) board.setFar(blocks[b] as PageBlock, false);
    this.#coverFar((_, at) => flags[at] === 1);
    for (let b = 0; b < flags.length; b++) if (flags[b] === 1) board.setFar(blocks[b] as PageBlock, true);
    this.#showPage();
    this.#lookTook = performance.now() - this.#lookedAt;
  }

  /** Looks where those are that came since: looking at all of a page that grows and grows would take longer each time. All are looked at later. */
  #lookAtFresh(restMs: number): void {
    this.#askLater(restMs);
    if (this.#coversPage()) return;
    const flags = farFlags(this.#fresh, 0);
    for (const [at, block] of this.#fresh.entries()) if (flags[at] === 0) this.#input.board.setFar(block, false);
    this.#fresh = [];
    this.#showPage();
  }

  /** Covers the page where something near the screen was not looked through and is too much to be covered by itself: below it nothing has to be painted yet. */
  #coversPage(): boolean {
    const { mustCover, rests, coverMore } = this.#input;
    const isRestNear = () => {
      const waiting = rests();
      return waiting === 'everywhere' || isAnyNear(waiting, isNear);
    };
    let mustWait = mustCover() && isRestNear();
    while (mustWait && coverMore()) mustWait = isRestNear();
    if (mustWait) this.#uncoverPage ??= coverPage();
    return mustWait;
  }

  stop(): void {
    this.#end.abort();
    clearTimeout(this.#again);
    clearTimeout(this.#coversAgain);
    this.#laidOut.disconnect();
    this.#coverFar(() => false);
    this.#showPage();
  }

  #showPage(): void {
    this.#uncoverPage?.();
    this.#uncoverPage = undefined;
  }

  #coverFar(isFar: (block: PageBlock, at: number) => boolean): void {
    const { blocks, board, mustCover } = this.#input;
    const covers = mustCover();
    this.#covers.follow(blocks, (block, at) => covers && isFar(block, at) && board.mustCover(block));
  }

  /** Whether a scroll event of the page says nothing new: it stands nearly where it did a moment ago. */
  get #isWhereItWas(): boolean {
    const isSoon = performance.now() - this.#lookedAt < LOOK_EVERY_MS && Math.abs(scrollY - this.#lookedFrom) < SCROLL_STEP_PX;
    return isSoon && !this.#uncoverPage && !this.#hasRests;
  }
}
