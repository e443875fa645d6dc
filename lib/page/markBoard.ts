import type { Viewer } from '../model/viewer.ts';
import { type Counted, countMarks } from './countMarks.ts';
import { type HiddenMark, isSentence, keyOf, type Mark, type MarkMaker, type NamedMark } from './marks.ts';
import { parentOf } from './nodes.ts';
import type { PageBlock } from './pageEngine.ts';
import type { Painter } from './painter.ts';

const isHiddenMark = ({ layer }: Mark): boolean => layer === 'hidden';
const countHidden = (marks: readonly Mark[]): number => marks.filter(isHiddenMark).length;

/** What is painted on a page, block by block, and what of it the viewer has uncovered. */
export class MarkBoard {
  readonly #maker: MarkMaker;
  readonly #painter: Painter;
  /** All marks of a block; of one that is far from the screen its covers: its names are found when they are asked for. */
  readonly #marks = new Map<PageBlock, Mark[]>();
  /** Blocks that are too far from the screen to be painted. */
  readonly #far = new Set<PageBlock>();
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
    const kept = this.#kept(block);
    return this.#far.has(block) && !block.isDue ? this.#maker.marksOf(block, kept) : kept;
  }

  /** All that is or was covered, of all blocks. */
  *covers(): Generator<Exclude<Mark, NamedMark>> {
    for (const marks of this.#marks.values()) for (const mark of marks) if (mark.layer !== 'named') yield mark;
  }

  /** Counts the marks of blocks. Ranges are not made for that where they are far. */
  count(blocks: readonly PageBlock[], showIds: readonly string[]): ReturnType<typeof countMarks> {
    return countMarks(this.#counted(blocks), showIds);
  }

  *#counted(blocks: readonly PageBlock[]): Generator<Counted> {
    for (const block of blocks) {
      const kept = this.#kept(block);
      yield* kept;
      if (this.#far.has(block) && !block.isDue) for (const { show } of this.#maker.namesIn(block, kept)) yield { layer: 'named', show: this.#maker.idOf(show) };
    }
  }

  #kept(block: PageBlock): readonly Mark[] {
    return this.#marks.get(block) ?? [];
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
    for (const [block, marks] of this.#marks) if (marks.some((mark) => isSentence(mark) && keyOf(mark) === key)) this.paint(block);
  }

  /** Uncovers everything, or hides it again; blocks are to be painted again. */
  setAllRevealed(isAllRevealed: boolean): void {
    this.#isAllRevealed = isAllRevealed;
    this.#exceptions.clear();
  }

  /** Brings what is painted of a block in step with what is known of it. New marks are added before old ones go. */
  paint(block: PageBlock): void {
    const old = this.#marks.get(block);
    const isFar = this.#far.has(block);
    // What is neither read nor near has nothing to be painted.
    const covers = isFar && block.isDue ? [] : this.#maker.coversOf(block, { isAllRevealed: this.#isAllRevealed, exceptions: this.#exceptions });
    const marks = isFar ? covers : this.#maker.marksOf(block, covers);
    if (!old && marks.length === 0) return;
    if (!isFar) for (const mark of marks) this.#painter.add(mark.layer, mark.range);
    for (const mark of old ?? []) this.#painter.remove(mark.layer, mark.range);
    if (!isFar && old?.some(isHiddenMark)) this.#painter.clean();
    this.#keep(block, marks);
  }

  /** A block is too far from the screen to be painted, or no longer. */
  setFar(block: PageBlock, isFar: boolean): void {
    if (this.#far.has(block) === isFar) return;
    if (!isFar) {
      this.#far.delete(block);
      this.paint(block);
      return;
    }
    this.#far.add(block);
    const kept = this.#kept(block);
    for (const mark of kept) this.#painter.remove(mark.layer, mark.range);
    this.#keep(block, block.isDue ? [] : kept.filter((mark) => mark.layer !== 'named'));
  }

  #keep(block: PageBlock, marks: Mark[]): void {
    this.#hidden += countHidden(marks) - countHidden(this.#kept(block));
    // What was added to one by one has room for more: what is kept is just as long.
    if (marks.length) this.#marks.set(block, marks.slice());
    else this.#marks.delete(block);
  }

  /** Whether text that was not read may be a spoiler, and is not wanted. */
  get mustCover(): boolean {
    return !this.#isAllRevealed && this.#maker.hasMoreToCome();
  }

  /** Covers all that stands in a part of the page, whatever it is. @param from the child that it begins with. @returns undefined where nothing has to be covered. */
  cover(root: Node, from?: Node): Range | undefined {
    if (!this.mustCover) return undefined;
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
    for (const mark of this.#kept(block)) this.#painter.remove(mark.layer, mark.range);
    this.#keep(block, []);
    this.#far.delete(block);
  }

  clear(): void {
    this.#marks.clear();
    this.#far.clear();
    this.#hidden = 0;
  }
}
