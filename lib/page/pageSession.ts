import type { PageStatus } from '../model/pageStatus.ts';
import type { Viewer } from '../model/viewer.ts';
import type { NameBook } from '../spoilers/nameBook.ts';
import type { PageInfo } from '../spoilers/pageText.ts';
import { BlockList } from './blockList.ts';
import { countMarks } from './countMarks.ts';
import { MarkBoard } from './markBoard.ts';
import { type Mark, MarkMaker } from './marks.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import type { Painter } from './painter.ts';
import { RowNumbers } from './rowNumbers.ts';
import { Slice } from './slices.ts';
import { BlockCollector, type TextBlock } from './textBlocks.ts';
import type { PageChanges } from './watchPage.ts';

const isSame = (known: PageBlock, block: TextBlock): boolean =>
  known.text === block.text && known.nodes.length === block.nodes.length && known.nodes.every((node, i) => node === block.nodes[i]);

/**
 * One page: takes in what the parser and scripts bring, has it read a stretch at a time, and keeps what is painted in
 * step with the viewer. Text of a show in scope that is not read yet is hidden until it is.
 */
export class PageSession {
  readonly #engine: PageEngine;
  readonly #list = new BlockList();
  readonly #rows = new RowNumbers();
  readonly #board: MarkBoard;
  readonly #unfinished: BlockCollector[] = [];
  readonly #changed: () => void;
  readonly #shadowOf: (element: Element) => ShadowRoot | null;
  #due = 0;
  #isWorking = false;
  #isStopped = false;

  constructor(input: {
    engine: PageEngine;
    book: NameBook;
    painter: Painter;
    viewer: Viewer;
    shadowOf: (element: Element) => ShadowRoot | null;
    changed: () => void;
  }) {
    this.#engine = input.engine;
    this.#changed = input.changed;
    this.#shadowOf = input.shadowOf;
    this.#board = new MarkBoard(new MarkMaker({ engine: input.engine, book: input.book, viewer: input.viewer }), input.painter);
  }

  /** Takes in changed parts of the page and decides as much as fits before the next frame. */
  take(changes: PageChanges): void {
    if (changes.removed) for (const block of this.#list.removeDetached()) this.#board.forget(block);
    const slice = new Slice();
    let widened = false;
    for (const root of changes.deep) widened = this.#collect(root, false, slice) || widened;
    for (const root of changes.shallow) widened = this.#collect(root, true, slice) || widened;
    if (widened) this.#readAllAgain();
    this.#work(slice);
  }

  /** The page has another title: it may speak of another show, or of another episode. */
  setPage(page: PageInfo): void {
    this.#engine.setPage(page);
    if (!this.#engine.isInScope) return;
    this.#readAllAgain();
    this.#work();
  }

  /** Documents of a show have come: what waited for them can be read. */
  resume(): void {
    this.#work();
  }

  /** The viewer changed: decide again over what is kept. Nothing is read again, nothing is shown in between. */
  setViewer(viewer: Viewer): void {
    this.#board.setViewer(viewer);
    for (const block of this.#list.blocks) this.#board.paint(block);
    this.#changed();
  }

  /** Shows one hidden sentence, until the page is left. */
  reveal(mark: Mark): void {
    if (mark.layer !== 'hidden') return;
    this.#board.reveal(mark);
    this.#changed();
  }

  /** Hides again what was shown, or shows everything. */
  revealAll(revealed: boolean): void {
    this.#board.setAllRevealed(revealed);
    for (const block of this.#list.blocks) this.#board.paint(block);
    this.#changed();
  }

  /** The marks of the block that a text node belongs to. */
  marksAt(node: Node): { block: PageBlock; marks: readonly Mark[] } | undefined {
    const block = this.#list.of(node);
    return block && { block, marks: this.#board.of(block) };
  }

  /** Whether a text node was taken in, as it is now. */
  isKnown(node: Node): boolean {
    const block = this.#list.of(node);
    if (!block) return false;
    const at = block.starts[block.nodes.indexOf(node as Text)] ?? 0;
    const { data } = node as Text;
    return block.text.startsWith(data.replace(/[\n\r\t\f]/g, ' '), at) || block.text.startsWith(data, at);
  }

  /** All marks of the page in document order. */
  *marks(): Generator<Mark> {
    for (const block of this.#list.blocks) yield* this.#board.of(block);
  }

  /** What the popup is told. */
  status(): Pick<PageStatus, 'shows' | 'hidden' | 'revealed'> {
    return { ...countMarks(this.marks(), this.#engine.showIds), revealed: this.#board.isAllRevealed };
  }

  /** How many sentences are hidden now. */
  hiddenCount = (): number => this.#board.hiddenCount;

  stop(): void {
    this.#isStopped = true;
    this.#board.clear();
  }

  /**
   * Collects the blocks of a part of the page. Where no show is spoken of yet, the rest of a large part waits for the next
   * slice: nothing in it can be a spoiler, as far as is known.
   * @returns true where a show came into scope of the whole page.
   */
  #collect(root: Node, shallow: boolean, slice: Slice): boolean {
    const collector = new BlockCollector(root, { shallow, rows: this.#rows, shadowOf: this.#shadowOf });
    return this.#collectOn(collector, shallow ? this.#list.directlyIn(root) : [], slice);
  }

  #collectOn(collector: BlockCollector, known: readonly PageBlock[], slice: Slice): boolean {
    let widened = false;
    const isOver = () => slice.isOver && !this.#engine.isInScope;
    let isDone = collector.walk(isOver);
    widened = this.#takeIn(collector.take(), known) || widened;
    while (!isDone && this.#engine.isInScope) {
      isDone = collector.walk(isOver);
      widened = this.#takeIn(collector.take(), []) || widened;
    }
    if (!isDone) this.#unfinished.push(collector);
    return widened;
  }

  #takeIn(collected: readonly TextBlock[], known: readonly PageBlock[]): boolean {
    const stale = new Set<PageBlock>(known);
    const fresh: TextBlock[] = [];
    for (const block of collected) {
      const same = this.#list.of(block.nodes[0] as Node);
      if (same && isSame(same, block)) {
        stale.delete(same);
        continue;
      }
      for (const node of block.nodes) {
        const old = this.#list.of(node);
        if (old) stale.add(old);
      }
      fresh.push(block);
    }
    for (const block of stale) {
      this.#list.remove(block);
      this.#board.forget(block);
    }
    let widened = false;
    const noted = fresh.map((block) => {
      const result = this.#engine.note(block);
      widened ||= result.widened;
      return result.block;
    });
    this.#insert(noted);
    if (this.#engine.isInScope) for (const block of noted) this.#board.paint(block);
    return widened;
  }

  /** New blocks of one place stand together, unless known ones stand between them. */
  #insert(noted: readonly PageBlock[]): void {
    let from = 0;
    while (from < noted.length) {
      const at = this.#list.insert(noted.slice(from, from + 1));
      this.#markDue(at);
      from++;
      const next = this.#list.blocks[at + 1];
      if (next) continue;
      // Nothing stands behind: all the rest goes to the end.
      if (from < noted.length) this.#list.insert(noted.slice(from));
      return;
    }
  }

  /** What is read again begins with the section that a new block came into. */
  #markDue(at: number): void {
    const { blocks } = this.#list;
    const [first, end] = this.#engine.stretchAround(blocks, at);
    for (let b = first; b < end; b++) (blocks[b] as PageBlock).isDue = true;
    this.#due = Math.min(this.#due, first);
  }

  #readAllAgain(): void {
    for (const block of this.#list.blocks) {
      block.isDue = true;
      this.#board.paint(block);
    }
    this.#due = 0;
  }

  /** Reads what is due: at once for the length of a slice, the rest in slices of their own. */
  #work(slice = new Slice()): void {
    if (this.#isWorking) return;
    if (this.#readUntil(slice)) {
      this.#changed();
      return;
    }
    this.#isWorking = true;
    void this.#workOn(slice);
  }

  async #workOn(slice: Slice): Promise<void> {
    let done = false;
    while (!done && !this.#isStopped) {
      await slice.next();
      if (this.#isStopped) return;
      done = this.#readUntil(slice);
    }
    this.#isWorking = false;
    this.#changed();
  }

  /** @returns true when nothing is left that could be read now. */
  #readUntil(slice: Slice): boolean {
    while (this.#unfinished.length && !slice.isOver) if (this.#collectOn(this.#unfinished.shift() as BlockCollector, [], slice)) this.#readAllAgain();
    if (this.#unfinished.length) return false;
    const { blocks } = this.#list;
    while (this.#due < blocks.length) {
      if (!blocks[this.#due]?.isDue) {
        this.#due++;
        continue;
      }
      const [first, end] = this.#engine.stretchAround(blocks, this.#due);
      if (!this.#engine.read(blocks, first, end)) return true;
      for (let b = first; b < end; b++) this.#board.paint(blocks[b] as PageBlock);
      this.#due = end;
      if (slice.isOver) return this.#due >= blocks.length;
    }
    return true;
  }
}
