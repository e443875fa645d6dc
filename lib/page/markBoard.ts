import type { Viewer } from '../model/viewer.ts';
import { countMarks } from './countMarks.ts';
import { type Cover, type HiddenMark, isSentence, keyOf, type Mark, type MarkMaker } from './marks.ts';
import { parentOf } from './nodes.ts';
import type { PageBlock } from './pageEngine.ts';
import type { Painter } from './painter.ts';
import { toStaticRange } from './textRange.ts';

const isHiddenMark = ({ layer }: Mark): boolean => layer === 'hidden';
const countHidden = (paintings: readonly Painting[]): number => paintings.filter(({ mark }) => isHiddenMark(mark)).length;

interface Painting {
  mark: Mark;
  range: StaticRange;
}
/** Most blocks have none: they share this. */
const NOTHING: readonly Painting[] = [];

/** What is painted on a page, block by block, and what of it the viewer has uncovered. */
export class MarkBoard {
  readonly #maker: MarkMaker;
  readonly #painter: Painter;
  /** What is painted of each block that is not far from the screen. */
  readonly #painted = new Map<PageBlock, Painting[]>();
  /** Of blocks that are too far from the screen to be painted, how many sentences are hidden: their marks are made when they are asked for. */
  readonly #far = new Map<PageBlock, number>();
  #hidden = 0;
  /** Sentences that are seen though others are not, or the other way round. */
  readonly #exceptions = new Set<string>();
  #isAllRevealed = false;

  constructor(maker: MarkMaker, painter: Painter) {
    this.#maker = maker;
    this.#painter = painter;
  }

  /** Takes another viewer: blocks are to be painted again. */
  setViewer(viewer: Viewer): void {
    this.#maker.setViewer(viewer);
  }

  /** The marks of a block. */
  of(block: PageBlock): readonly Mark[] {
    return this.#far.has(block) ? this.#maker.marksOf(block, this.#coversOf(block)) : this.#paintedOf(block).map(({ mark }) => mark);
  }

  /** All that is or was covered, of all blocks. */
  *covers(): Generator<Cover> {
    for (const paintings of this.#painted.values()) for (const { mark } of paintings) if (mark.layer !== 'named') yield mark;
    for (const block of this.#far.keys()) yield* this.#coversOf(block);
  }

  /** Counts the marks of blocks. */
  count(blocks: readonly PageBlock[], showIds: readonly string[]): ReturnType<typeof countMarks> {
    return countMarks(this.#marksOf(blocks), showIds);
  }

  *#marksOf(blocks: readonly PageBlock[]): Generator<Mark> {
    for (const block of blocks) yield* this.of(block);
  }

  #paintedOf(block: PageBlock): readonly Painting[] {
    return this.#painted.get(block) ?? NOTHING;
  }

  /** What is neither read nor near the screen has nothing to be covered by itself. */
  #coversOf(block: PageBlock): Cover[] {
    if (block.isDue && this.#far.has(block)) return [];
    return this.#maker.coversOf(block, { isAllRevealed: this.#isAllRevealed, exceptions: this.#exceptions });
  }

  /** Whether a block is not for the viewer as it stands: it is not read yet, or holds what is hidden. */
  mustCover(block: PageBlock): boolean {
    return block.isDue || (this.#far.get(block) ?? countHidden(this.#paintedOf(block))) > 0;
  }

  /** How many sentences are hidden now. */
  get hiddenCount(): number {
    return this.#hidden;
  }

  get isAllRevealed(): boolean {
    return this.#isAllRevealed;
  }

  /** Uncovers one sentence or hides it again, wherever it stands on the page. */
  toggle(toggled: HiddenMark): void {
    const key = keyOf(toggled);
    if (this.#isAllRevealed === (toggled.layer === 'shown')) this.#exceptions.add(key);
    else this.#exceptions.delete(key);
    // A copy: what is painted again goes to the end of the map.
    for (const [block, paintings] of [...this.#painted]) if (paintings.some(({ mark }) => isSentence(mark) && keyOf(mark) === key)) this.paint(block);
    for (const block of this.#far.keys()) this.paint(block);
  }

  /** Uncovers everything, or hides it again; blocks are to be painted again. */
  setAllRevealed(isAllRevealed: boolean): void {
    this.#isAllRevealed = isAllRevealed;
    this.#exceptions.clear();
  }

  /** Brings what is painted of a block in step with what is known of it. New marks are added before old ones go. */
  paint(block: PageBlock): void {
    const covers = this.#coversOf(block);
    const before = this.#far.get(block);
    if (before !== undefined) {
      const hidden = covers.filter(isHiddenMark).length;
      this.#hidden += hidden - before;
      this.#far.set(block, hidden);
      return;
    }
    const old = this.#paintedOf(block);
    const paintings = this.#maker.marksOf(block, covers).flatMap((mark): Painting[] => {
      const range = toStaticRange(mark);
      return range ? [{ mark, range }] : [];
    });
    for (const { mark, range } of paintings) this.#painter.add(mark.layer, range);
    this.#unpaint(block);
    if (old.some(({ mark }) => isHiddenMark(mark))) this.#painter.clean();
    if (paintings.length === 0) return;
    this.#painted.set(block, paintings);
    this.#hidden += countHidden(paintings);
  }

  /** Whether a block is too far from the screen to be painted. */
  isFar(block: PageBlock): boolean {
    return this.#far.has(block);
  }

  /** A block is too far from the screen to be painted, or no longer. */
  setFar(block: PageBlock, isFar: boolean): void {
    const hidden = this.#far.get(block);
    if ((hidden !== undefined) === isFar) return;
    if (hidden === undefined) {
      this.#unpaint(block);
      this.#far.set(block, 0);
    } else {
      this.#far.delete(block);
      this.#hidden -= hidden;
    }
    this.paint(block);
  }

  #unpaint(block: PageBlock): void {
    const old = this.#paintedOf(block);
    for (const { mark, range } of old) this.#painter.remove(mark.layer, range);
    this.#hidden -= countHidden(old);
    this.#painted.delete(block);
  }

  /** Whether text that was not read may be a spoiler, and is not wanted. */
  get hidesUnread(): boolean {
    return !this.#isAllRevealed && this.#maker.hasMoreToCome();
  }

  /** Covers all that stands in a part of the page, whatever it is. @param from the child that it begins with. @returns undefined where nothing has to be covered. */
  cover(root: Node, from?: Node): Range | undefined {
    if (!this.hidesUnread) return undefined;
    const range = document.createRange();
    range.selectNodeContents(root);
    if (from && parentOf(from) === root) range.setStartBefore(from);
    this.#painter.add('unread', range);
    return range;
  }

  uncover(range: Range): void {
    this.#painter.remove('unread', range);
  }

  /** A block has left the page. */
  forget(block: PageBlock): void {
    this.#unpaint(block);
    this.#hidden -= this.#far.get(block) ?? 0;
    this.#far.delete(block);
  }

  clear(): void {
    this.#painted.clear();
    this.#far.clear();
    this.#hidden = 0;
  }
}
