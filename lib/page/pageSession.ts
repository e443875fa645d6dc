import type { PageStatus } from '../model/pageStatus.ts';
import type { Viewer } from '../model/viewer.ts';
import type { NameBook } from '../spoilers/nameBook.ts';
import type { PageInfo } from '../spoilers/pageText.ts';
import { BlockList } from './blockList.ts';
import { isKnown, isSame } from './knownText.ts';
import { MarkBoard } from './markBoard.ts';
import { type HiddenMark, type Mark, MarkMaker } from './marks.ts';
import { hasScripts, rootOf } from './nodes.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import { PageJobs } from './pageJobs.ts';
import type { Painter } from './painter.ts';
import { PaintWindow } from './paintWindow.ts';
import { type AskReader, ReadingQueue } from './readingQueue.ts';
import { RowNumbers } from './rowNumbers.ts';
import { Slice } from './slices.ts';
import type { TextBlock } from './textBlocks.ts';
import type { PageChanges } from './watchPage.ts';

/** One page: takes in what the parser and scripts bring, has it read, and keeps what is painted in step with the viewer. Text of a show in scope that is not read yet is hidden until it is. */
export class PageSession {
  readonly #engine: PageEngine;
  readonly #list = new BlockList();
  /** What is painted. */
  readonly board: MarkBoard;
  readonly #jobs: PageJobs;
  readonly #changed: () => void;
  readonly #queue: ReadingQueue;
  readonly #window: PaintWindow;
  #isWorking = false;
  #isStopped = false;

  constructor(input: {
    engine: PageEngine;
    book: NameBook;
    painter: Painter;
    viewer: Viewer;
    shadowOf: (element: Element) => ShadowRoot | null;
    ask: AskReader;
    changed: () => void;
  }) {
    this.#engine = input.engine;
    this.#changed = input.changed;
    this.board = new MarkBoard(new MarkMaker({ engine: input.engine, book: input.book, viewer: input.viewer }), input.painter);
    this.#window = new PaintWindow({
      blocks: this.#list.blocks,
      board: this.board,
      mustCover: () => this.#engine.isInScope && this.board.hidesUnread,
      cover: (range) => input.painter.add('far', range),
      uncover: (range) => input.painter.remove('far', range),
      rests: () => this.#jobs.rests,
      coverMore: () => this.#jobs.coverMore(),
    });
    this.#jobs = new PageJobs({
      engine: input.engine,
      options: { rows: new RowNumbers(), shadowOf: input.shadowOf },
      knownIn: (root) => this.#list.directlyIn(root),
      takeIn: (blocks, known) => this.#takeIn(blocks, known),
      cover: (root, from) => this.board.cover(root, from),
      uncover: (range) => this.board.uncover(range),
    });
    this.#queue = new ReadingQueue({
      engine: input.engine,
      list: this.#list,
      ask: input.ask,
      paint: (block) => this.board.paint(block),
      answered: () => {
        this.#window.askCovers();
        this.#work();
      },
    });
  }

  /** Takes in changed parts of the page and decides as much as fits before the next frame. */
  take(changes: PageChanges): void {
    if (changes.removed) {
      const { gone, unheaded } = this.#list.removeDetached();
      this.#forget(gone);
      this.#queue.markPlaces(unheaded);
    }
    if (changes.moved) this.#queue.markPlaces(this.#list.putInOrder());
    for (const root of changes.deep) this.#jobs.add(root, false);
    for (const root of changes.shallow) this.#jobs.add(root, true);
    for (const [root, from] of changes.rests ?? []) this.#jobs.add(root, false, from);
    this.#work();
  }

  /** The page has another title: it may speak of another show, or of another episode. */
  setPage(page: PageInfo): void {
    const mattered = this.#engine.mayMatter;
    this.#engine.setPage(page);
    if (!mattered && this.#engine.mayMatter) this.#jobs.beginAnew();
    else if (mattered) this.#readAllAgain();
    this.#work();
  }

  /** The viewer changed: decide again over what is kept. Nothing is read again, nothing is shown in between. */
  setViewer(viewer: Viewer): void {
    this.board.setViewer(viewer);
    this.#paintAll();
    this.#changed();
  }

  #paintAll(): void {
    for (const block of this.#list.blocks) this.board.paint(block);
    this.#window.look();
  }

  /** Shows one hidden sentence until the page is left, or hides it again. */
  toggle(mark: HiddenMark): void {
    this.board.toggle(mark);
    this.#window.askCovers();
    this.#changed();
  }

  /** Hides again what was shown, or shows everything. */
  revealAll(revealed: boolean): void {
    this.board.setAllRevealed(revealed);
    this.#paintAll();
    this.#changed();
  }

  /** The marks of the block that a text node belongs to. */
  marksAt(node: Node): { block: PageBlock; marks: readonly Mark[] } | undefined {
    const block = this.#list.of(node);
    return block && { block, marks: this.board.of(block) };
  }

  /** The parser has ended: takes in what scripts put into parts of the page that it was through with. */
  takeOverlooked(): void {
    const root = hasScripts(document) ? rootOf(document) : null;
    if (root && this.#engine.mayMatter) this.#jobs.searchOverlooked((node) => isKnown(this.#list.of(node), node));
    // Nothing was kept of what was looked through: that is done once more.
    else if (root) this.#jobs.add(root, false);
    this.#work();
  }

  /** All marks of the page in document order. */
  *marks(): Generator<Mark> {
    for (const block of this.#list.blocks) yield* this.board.of(block);
  }

  /** What the popup is told. */
  status(): Pick<PageStatus, 'shows' | 'hidden' | 'revealed'> {
    return { ...this.board.count(this.#list.blocks, this.#engine.showIds), revealed: this.board.isAllRevealed };
  }

  stop(): void {
    this.#isStopped = true;
    this.#queue.stop();
    this.#window.stop();
    this.board.clear();
  }

  #takeIn(collected: readonly TextBlock[], known: readonly PageBlock[]): void {
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
    const unheaded: number[] = [];
    for (const block of stale) {
      const at = this.#list.remove(block);
      if (block.role === 'heading' && at >= 0) unheaded.push(at);
    }
    this.#forget([...stale]);
    this.#queue.markPlaces(unheaded);
    let widened = false;
    const noted = fresh.map((block) => {
      const result = this.#engine.note(block);
      widened ||= result.widened;
      return result.block;
    });
    this.#window.take(noted);
    this.#insert(noted);
    if (widened) this.#readAllAgain();
    else if (this.#engine.isInScope) for (const block of noted) this.board.paint(block);
    if (!this.#queue.hasBegun) this.#queue.sendAhead();
  }

  /** Of what is no longer in the list nothing stays painted, and nothing is painted later. */
  #forget(blocks: readonly PageBlock[]): void {
    if (blocks.length === 0) return;
    this.#queue.drop(blocks);
    this.#window.ask();
    for (const block of blocks) this.board.forget(block);
  }

  /** New blocks of one place stand together, unless known ones stand between them. */
  #insert(noted: readonly PageBlock[]): void {
    for (const [i, block] of noted.entries()) {
      const at = this.#list.insert([block]);
      this.#queue.markDue(at);
      // Where nothing stands behind, all the rest goes to the end.
      if (!this.#list.blocks[at + 1]) return void this.#list.insert(noted.slice(i + 1));
    }
  }

  #readAllAgain(): void {
    this.#queue.markAllDue();
    this.#paintAll();
  }

  /** Collects and sends off what is due: at once for the length of a slice, the rest in slices of their own. */
  #work(): void {
    if (this.#isWorking) {
      this.#jobs.coverAll();
      if (this.#jobs.hasRests) this.#window.ask();
      return;
    }
    const slice = new Slice();
    if (this.#workUntil(slice)) {
      this.#changed();
      return;
    }
    this.#isWorking = true;
    void this.#workOn(slice);
  }

  async #workOn(slice: Slice): Promise<void> {
    try {
      for (let done = false; !done; done = this.#workUntil(slice)) {
        await slice.next(this.#queue.firstRead);
        if (this.#isStopped) return;
      }
    } finally {
      this.#isWorking = false;
    }
    this.#changed();
  }

  /** @returns true when nothing is left that could be done now. */
  #workUntil(slice: Slice): boolean {
    const hadRests = this.#jobs.hasRests;
    const isDone = this.#jobs.run(slice);
    if (hadRests || this.#jobs.hasRests) this.#window.ask();
    if (isDone) return this.#queue.send(slice);
    this.#queue.sendAhead();
    return false;
  }
}
