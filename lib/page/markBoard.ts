import type { Viewer } from '../model/viewer.ts';
import { type HiddenMark, isSentence, type Mark, type MarkMaker } from './marks.ts';
import type { PageBlock } from './pageEngine.ts';
import type { Painter } from './painter.ts';

/** What is painted on a page, block by block, and what of it the viewer has uncovered. */
export class MarkBoard {
  readonly #maker: MarkMaker;
  readonly #painter: Painter;
  readonly #marks = new Map<PageBlock, Mark[]>();
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
    return this.#marks.get(block) ?? [];
  }

  /** How many sentences are hidden now. */
  get hiddenCount(): number {
    return this.#painter.count('hidden');
  }

  get isAllRevealed(): boolean {
    return this.#isAllRevealed;
  }

  /** Uncovers one sentence or hides it again, wherever it stands on the page. */
  toggle({ key, layer }: HiddenMark): void {
    if (this.#isAllRevealed === (layer === 'shown')) this.#exceptions.add(key);
    else this.#exceptions.delete(key);
    for (const [block, marks] of this.#marks) if (marks.some((mark) => isSentence(mark) && mark.key === key)) this.paint(block);
  }

  /** Uncovers everything, or hides it again; blocks are to be painted again. */
  setAllRevealed(isAllRevealed: boolean): void {
    this.#isAllRevealed = isAllRevealed;
    this.#exceptions.clear();
  }

  /** Brings what is painted of a block in step with what is known of it. New marks are added before old ones go. */
  paint(block: PageBlock): void {
    const old = this.#marks.get(block);
    const marks = this.#maker.marksOf(block, { isAllRevealed: this.#isAllRevealed, exceptions: this.#exceptions });
    if (!old && marks.length === 0) return;
    for (const mark of marks) this.#painter.add(mark.layer, mark.range);
    for (const mark of old ?? []) this.#painter.remove(mark.layer, mark.range);
    if (old?.some((mark) => mark.layer === 'hidden')) this.#painter.clean();
    if (marks.length) this.#marks.set(block, marks);
    else this.#marks.delete(block);
  }

  /** Covers all that stands in a part of the page, whatever it is. @returns undefined where nothing has to be covered. */
  cover(root: Node): Range | undefined {
    if (this.#isAllRevealed || !this.#maker.hasMoreToCome()) return undefined;
    const range = document.createRange();
    range.selectNodeContents(root);
    this.#painter.add('unread', range);
    return range;
  }

  uncover(range: Range): void {
    this.#painter.remove('unread', range);
  }

  /** A block has left the page. */
  forget(block: PageBlock): void {
    for (const mark of this.#marks.get(block) ?? []) this.#painter.remove(mark.layer, mark.range);
    this.#marks.delete(block);
  }

  clear(): void {
    this.#marks.clear();
  }
}
