import { rootOf } from './nodes.ts';
import type { PageBlock } from './pageEngine.ts';
import { coverPage } from './paintHold.ts';
import { isAnyNear, type Rest } from './rests.ts';
import { isNear, tellFar } from './tellFar.ts';

/** Pages with fewer blocks are painted as a whole. */
const MAX_BLOCKS = 300;
/** Menus and dialogues stand at the ends of a page, wherever they are shown: so many blocks there are always painted. */
const END_BLOCKS = 64;
/** Where nothing has to be covered by it, it is looked so often where blocks are, in milliseconds: each time costs the browser as much as a frame. */
const LOOK_EVERY_MS = 300;
/** Where looking at all blocks of a page that changes takes longer than this, in milliseconds, it takes this share of the time at the most. */
const SHORT_LOOK_MS = 8;
const LOOK_SHARE = 0.05;

/** Covers over more blocks would cost what the window is to save. */
const MAX_COVERED_BLOCKS = 4000;

/** Far blocks one after the other that have to be covered. */
interface Run {
  first: PageBlock;
  last: PageBlock;
}

/** Static: on a page that changes, each range that follows its changes would cost with each of them. */
function rangeOver({ first, last }: Run): StaticRange {
  const end = last.nodes.at(-1) as Text;
  return new StaticRange({ startContainer: first.nodes[0] as Text, startOffset: 0, endContainer: end, endOffset: end.length });
}

/** What the window needs of what is painted. */
export interface PaintWindowInput {
  /** All blocks of the page in order, as they are at any time. */
  blocks: readonly PageBlock[];
  setFar: (block: PageBlock, isFar: boolean) => void;
  /** Whether text may be a spoiler at all. */
  mustCover: () => boolean;
  /** Whether a block that is not painted has to be covered: it is not read, or holds what is hidden. */
  mustCoverFar: (block: PageBlock) => boolean;
  cover: (range: AbstractRange) => void;
  uncover: (range: AbstractRange) => void;
  /** What is still to be looked through and has no cover of its own. */
  rests: () => readonly Rest[] | 'everywhere';
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
  /** What is covered far off, by its first block. */
  #covers = new Map<PageBlock, Run & { range: StaticRange }>();
  #uncoverPage: (() => void) | undefined;
  #isNarrow = false;
  #isAsked = false;
  /** What came since all blocks were looked at. */
  #fresh: PageBlock[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;
  /** When all blocks were looked at last, and how long that took, in milliseconds. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #lookTook = 0;

  constructor(input: PaintWindowInput) {
    this.#input = input;
    const options = { capture: true, passive: true, signal: this.#end.signal };
    for (const type of ['scroll', 'resize', 'toggle', 'fullscreenchange']) addEventListener(type, () => this.#isNarrow && this.look(), options);
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
    if (this.#hasRests) for (const block of blocks) this.#input.setFar(block, true);
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
    const { blocks, setFar, mustCover, mustCoverFar } = this.#input;
    const covers = mustCover();
    const runs: Run[] = [];
    let run: Run | undefined;
    let covered = 0;
    const near: PageBlock[] = [];
    const far: PageBlock[] = [];
    const take = (block: PageBlock, isFar: boolean) => {
      (isFar ? far : near).push(block);
      if (!isFar || !covers || !mustCoverFar(block)) {
        run = undefined;
        return;
      }
      covered++;
      if (run) run.last = block;
      else {
        run = { first: block, last: block };
        runs.push(run);
      }
    };
    if (this.#isNarrow) tellFar(blocks, END_BLOCKS, take);
    else near.push(...blocks);
    // What comes is covered before what goes is uncovered.
    for (const block of near) setFar(block, false);
    this.#cover(covered <= MAX_COVERED_BLOCKS ? runs : []);
    for (const block of far) setFar(block, true);
    this.#showPage();
    this.#lookTook = performance.now() - this.#lookedAt;
  }

  /** Looks where those are that came since: looking at all of a page that grows and grows would take longer each time. All are looked at later. */
  #lookAtFresh(restMs: number): void {
    this.#askLater(restMs);
    if (this.#coversPage()) return;
    tellFar(this.#fresh, 0, (block, isFar) => !isFar && this.#input.setFar(block, false));
    this.#fresh = [];
    this.#showPage();
  }

  /** Covers the page where something near the screen was not looked through: below it nothing has to be painted yet. */
  #coversPage(): boolean {
    const { mustCover, rests } = this.#input;
    const waiting = rests();
    const mustWait = mustCover() && (waiting === 'everywhere' || isAnyNear(waiting, isNear));
    if (mustWait) this.#uncoverPage ??= coverPage();
    return mustWait;
  }

  stop(): void {
    this.#end.abort();
    clearTimeout(this.#again);
    this.#laidOut.disconnect();
    this.#cover([]);
    this.#showPage();
  }

  #showPage(): void {
    this.#uncoverPage?.();
    this.#uncoverPage = undefined;
  }

  /** Covers these runs and no others. Those that are covered already are left alone: browsers go through all with each change of one. */
  #cover(runs: readonly Run[]): void {
    const before = this.#covers;
    this.#covers = new Map();
    for (const run of runs) {
      const known = before.get(run.first);
      const isSame = known?.last === run.last;
      const cover = isSame ? known : { ...run, range: rangeOver(run) };
      if (isSame) before.delete(run.first);
      else this.#input.cover(cover.range);
      this.#covers.set(run.first, cover);
    }
    for (const { range } of before.values()) this.#input.uncover(range);
  }
}
