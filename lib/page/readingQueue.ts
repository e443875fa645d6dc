import type { ReadingAnswer, ReadingRequest, Stretch } from '../spoilers/stretchReader.ts';
import type { BlockList } from './blockList.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import { Slice } from './slices.ts';

/** Has stretches read: by the background, which keeps the engine warm for all pages. */
export type AskReader = (request: ReadingRequest) => Promise<ReadingAnswer | undefined>;

/** The first batch is small, so that what is seen first is decided first. In UTF-16 units. */
const FIRST_BATCH_UNITS = 3000;
const BATCH_UNITS = 30_000;
/** Nothing is sent ahead of the rest before there are so many blocks. */
const BLOCKS_AHEAD = 40;
/** A background that was just ended is asked again, so many times and after so many milliseconds. */
const RETRIES = 4;
const RETRY_MS = 150;
/** The answers to the first batches, which hold what is seen first, are let ahead of all other work, for so many milliseconds at the most. */
const FIRST_BATCHES = 2;
const FIRST_WAIT_MS = 400;
/** A reader that has not answered after so many milliseconds will not. */
const MAX_WAIT_MS = 8000;

interface Batch {
  id: number;
  stretches: { blocks: PageBlock[]; stretch: Stretch; shows: number[] }[];
  units: number;
  /** Index of its first block. */
  first: number;
}

/** Blocks of a page that wait to be read, in document order, and what comes back. */
export class ReadingQueue {
  readonly #engine: PageEngine;
  readonly #list: BlockList;
  readonly #ask: AskReader;
  readonly #paint: (block: PageBlock) => void;
  readonly #answered: () => void;
  #due = 0;
  #lastId = 0;
  /** One batch at a time: each begins with the tone of the page that the one before it ended with. */
  #isReading = false;
  #isStopped = false;
  #firstRead: Promise<unknown> | undefined;

  constructor(input: { engine: PageEngine; list: BlockList; ask: AskReader; paint: (block: PageBlock) => void; answered: () => void }) {
    this.#engine = input.engine;
    this.#list = input.list;
    this.#ask = input.ask;
    this.#paint = input.paint;
    this.#answered = input.answered;
  }

  /** Blocks came in at this place: what is read again begins with the section that they came into. */
  markDue(at: number): void {
    const { blocks } = this.#list;
    const [first, end] = this.#engine.stretchAround(blocks, at);
    for (let b = first; b < end; b++) markBlock(blocks[b] as PageBlock);
    this.#due = Math.min(this.#due, first);
  }

  /** Something else stands before the blocks at these places than did: a heading has gone, or something was moved. */
  markPlaces(at: Iterable<number>): void {
    for (const index of at) if (index < this.#list.blocks.length) this.markDue(index);
  }

  /** Everything is to be read again. */
  markAllDue(): void {
    for (const block of this.#list.blocks) markBlock(block);
    this.#due = 0;
  }

  /** Blocks have left the list: an answer that is on its way is not for them, and those behind them have moved up. */
  drop(blocks: readonly PageBlock[]): void {
    for (const block of blocks) {
      block.isDue = false;
      block.asked = 0;
    }
    this.#due = Math.max(0, this.#due - blocks.length);
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** What is seen first is being read: settled with its answer. That is a task among others, and not one of those that come first. */
  get firstRead(): Promise<unknown> | undefined {
    return this.#firstRead;
  }

  /** Whether anything was sent off. */
  get hasBegun(): boolean {
    return this.#lastId > 0;
  }

  /** Sends off what there is, as far as there is time and room. @returns true where nothing is left to send now. */
  send(slice: Slice): boolean {
    while (!this.#isReading && this.#due < this.#list.blocks.length) {
      const batch = this.#nextBatch((units) => slice.isOver && units > 0);
      if (batch.stretches.length > 0) this.#begin(batch);
      else if (slice.isOver) return false;
    }
    return true;
  }

  /** Sends off one batch while blocks still come in: what is seen first is decided first, and read while the rest is collected. */
  sendAhead(): void {
    const { blocks } = this.#list;
    if (this.#isReading || blocks.length - this.#due < BLOCKS_AHEAD) return;
    const slice = new Slice();
    // The last stretch may go on.
    const batch = this.#nextBatch(() => slice.isOver || this.#engine.stretchAround(blocks, this.#due)[1] >= blocks.length);
    if (batch.stretches.length > 0) this.#begin(batch);
  }

  #begin(batch: Batch): void {
    this.#lastId = batch.id;
    const read = this.#read(batch);
    if (batch.id > FIRST_BATCHES) return;
    const awaited = Promise.race([read, after(FIRST_WAIT_MS)]).then(() => {
      if (this.#firstRead === awaited) this.#firstRead = undefined;
    });
    this.#firstRead = awaited;
  }

  #nextBatch(isOver: (units: number) => boolean): Batch {
    const batch: Batch = { id: this.#lastId + 1, stretches: [], units: 0, first: 0 };
    const limit = batch.id === 1 ? FIRST_BATCH_UNITS : BATCH_UNITS;
    const { blocks } = this.#list;
    while (this.#due < blocks.length && batch.units < limit && !isOver(batch.units)) {
      const block = blocks[this.#due] as PageBlock;
      if (!block.isDue || block.asked > 0) {
        this.#due++;
        continue;
      }
      const [first, end] = this.#engine.stretchAround(blocks, this.#due);
      this.#add(batch, first, end);
      this.#due = end;
    }
    return batch;
  }

  #add(batch: Batch, first: number, end: number): void {
    const stretch = this.#list.blocks.slice(first, end);
    const shows = this.#engine.showsOf(stretch);
    if (shows.length === 0) {
      for (const block of stretch) {
        // It may have been about a show before the page went elsewhere.
        block.judgements = undefined;
        this.#end(block);
      }
      return;
    }
    for (const block of stretch) {
      block.asked = batch.id;
      batch.units += block.text.length;
    }
    if (batch.stretches.length === 0) batch.first = first;
    batch.stretches.push({ blocks: stretch, stretch: this.#engine.toStretch(this.#list.blocks, first, end), shows });
  }

  /** A block was read: what is known of it holds. */
  #end(block: PageBlock): void {
    const wasDue = block.isDue;
    block.isDue = false;
    block.asked = 0;
    if (wasDue) this.#paint(block);
  }

  async #read(batch: Batch): Promise<void> {
    this.#isReading = true;
    const shows = [...new Set(batch.stretches.flatMap((stretch) => stretch.shows))];
    const answers = await Promise.all(
      shows.map(async (show) => {
        const parts = batch.stretches.filter((part) => part.shows.includes(show));
        const request = this.#engine.toRequest(
          show,
          parts.map((part) => part.stretch),
          this.#engine.toneBefore(show, this.#list.blocks, batch.first),
        );
        return { show, parts, answer: await this.#persist(request) };
      }),
    );
    this.#isReading = false;
    if (this.#isStopped) return;
    // What was marked again meanwhile, or has left the page, is read in another batch.
    const isCurrent = (block: PageBlock) => block.asked === batch.id;
    for (const { blocks } of batch.stretches) for (const block of blocks) if (isCurrent(block)) block.judgements = undefined;
    for (const { show, parts, answer } of answers)
      if (answer)
        this.#engine.take(
          show,
          parts.map(({ blocks }) => blocks),
          answer,
        );
    const slice = new Slice();
    for (const { blocks } of batch.stretches)
      for (const block of blocks) {
        if (isCurrent(block)) this.#end(block);
        if (!slice.isOver) continue;
        await slice.next();
        if (this.#isStopped) return;
      }
    this.#answered();
  }

  /** Asks until there is an answer. @returns undefined where there is none to be had: nothing may stay covered for ever. */
  async #persist(request: ReadingRequest): Promise<ReadingAnswer | undefined> {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await Promise.race([this.#ask(request), after(MAX_WAIT_MS)]);
        if (!answer) console.warn(`Sofar could not read what this page says of ${request.show}: it is shown as it is.`);
        return answer;
      } catch (error) {
        if (this.#isStopped) return undefined;
        if (attempt === RETRIES) {
          console.warn('Sofar could not reach its background: this page is shown as it is.', error);
          return undefined;
        }
        await after(RETRY_MS * 2 ** attempt);
      }
    }
  }
}

function markBlock(block: PageBlock): void {
  block.isDue = true;
  block.asked = 0;
}

const after = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
