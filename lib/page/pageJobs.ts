import { BlockCollector, type CollectOptions } from './blockCollector.ts';
import { firstChildOf, isBefore, parentOf, rootOf } from './nodes.ts';
import { OverlookedText } from './overlookedText.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';
import type { Rest } from './rests.ts';
import { linesIn, Scout } from './scout.ts';
import type { Slice } from './slices.ts';
import { blockAround, type TextBlock } from './textBlocks.ts';

/** A part of the page to be put together to blocks. */
interface Collection {
  root: Node;
  isShallow: boolean;
  /** The child of the root that it begins with, where it is the rest of one. */
  from?: Node | undefined;
  /** Made when its turn comes: parts may come by the thousand. */
  collector?: BlockCollector;
  /** Blocks that stood there before: those that are not found again are gone. */
  known: readonly PageBlock[];
  /** What covers it while it waits. */
  cover?: Range | undefined;
  /** Where it holds more than is covered: the first node that is not. */
  uncovered?: Node | undefined;
  /** So many elements of it are covered at the most. */
  reach: number;
  /** It stands among so many siblings that none of it is. */
  isCrowded?: boolean | undefined;
}
/** What else walks through a page, slice by slice. */
interface Walk {
  walker: Scout | OverlookedText;
}
type Job = Collection | Walk;

/** So many blocks are put together before names are looked for in them: a slice ends in time. */
const BLOCKS_PER_STEP = 10;

/**
 * Covers have their price, which browsers take with every frame: so many elements of each part are covered, more where
 * what is behind them is near the screen. Where even that is not enough, the whole page is covered.
 */
const MAX_COVERS = 600;
const FIRST_REACH = 2000;
const MAX_REACH = 20_000;
const REACH_GROWTH = 4;
/** Among more siblings nothing that waits is covered: browsers count them each time that a cover moves. */
const MAX_SIBLINGS = 10_000;

const NO_RESTS: readonly Rest[] = [];

/** What of a page is still to be looked through, in order. */
export class PageJobs {
  readonly #engine: PageEngine;
  readonly #options: CollectOptions & { shadowOf: (element: Element) => ShadowRoot | null };
  readonly #knownIn: (root: Node) => PageBlock[];
  readonly #takeIn: (blocks: readonly TextBlock[], known: readonly PageBlock[]) => void;
  readonly #cover: (root: Node, from?: Node) => Range | undefined;
  readonly #uncover: (range: Range) => void;
  #jobs: Job[] = [];
  /** How many of them are done: taking each off a list of very many would move all the others. */
  #done = 0;
  #rests: readonly Rest[] | 'everywhere' = NO_RESTS;

  constructor(input: {
    engine: PageEngine;
    options: CollectOptions & { shadowOf: (element: Element) => ShadowRoot | null };
    knownIn: (root: Node) => PageBlock[];
    takeIn: (blocks: readonly TextBlock[], known: readonly PageBlock[]) => void;
    cover: (root: Node, from?: Node) => Range | undefined;
    uncover: (range: Range) => void;
  }) {
    this.#engine = input.engine;
    this.#options = input.options;
    this.#knownIn = input.knownIn;
    this.#takeIn = input.takeIn;
    this.#cover = input.cover;
    this.#uncover = input.uncover;
  }

  /** A part of the page came or changed. @param from the child that it begins with, where what is before it has not. */
  add(root: Node, shallow: boolean, from?: Node): void {
    if (this.#engine.mayMatter) this.#jobs.push(this.#collection(root, shallow, from));
    else for (const part of shallow ? linesIn(root) : [root]) this.#jobs.push({ walker: new Scout(part, this.#engine, this.#options.shadowOf, from) });
  }

  /** Text may stand where nobody has looked: what is not known is put together once all else was. */
  searchOverlooked(isKnown: (node: Text) => boolean): void {
    this.#jobs.push({ walker: new OverlookedText(document, isKnown, (block) => this.add(block, true)) });
  }

  /** The page may matter from now on: what was only looked through for names is put together to blocks. */
  beginAnew(): void {
    for (const job of this.#waiting()) this.#end(job);
    this.#empty();
    const root = rootOf(document);
    if (root) this.#jobs.push(this.#collection(root, false));
  }

  /** Works on for as long as the slice lasts. @returns true when nothing is left. */
  run(slice: Slice): boolean {
    for (let job = this.#jobs[this.#done]; job && !slice.isOver; job = this.#jobs[this.#done]) {
      const mattered = this.#engine.mayMatter;
      const isDone = this.#try(job, slice);
      if (!mattered && this.#engine.mayMatter) this.beginAnew();
      else if (isDone) {
        this.#end(job);
        this.#done++;
      }
    }
    this.coverAll();
    if (this.#done < this.#jobs.length) return false;
    this.#empty();
    return true;
  }

  /** What waits in a page in scope and is not covered by itself, from where on; everywhere, where too many parts wait. */
  get rests(): readonly Rest[] | 'everywhere' {
    return this.#rests;
  }

  get hasRests(): boolean {
    return this.#rests !== NO_RESTS;
  }

  /** Nothing is seen of a page in scope before it was looked through: what has to wait for another slice is covered. */
  coverAll(): void {
    if (!this.#engine.isInScope || this.#rests === 'everywhere') return;
    const rests: Rest[] = [];
    for (const job of this.#waiting()) {
      if ('walker' in job) continue;
      if (!job.cover && this.#jobs.length - this.#done > MAX_COVERS) {
        this.#rests = 'everywhere';
        return;
      }
      this.#coverJob(job);
      if (job.uncovered) rests.push({ root: job.root, first: job.uncovered });
    }
    this.#rests = rests.length ? rests : NO_RESTS;
  }

  /** Covers what comes next of a part: what was put together of it is covered by itself. */
  #coverJob(job: Collection): void {
    const { root, collector, uncovered } = job;
    const rest = collector?.rest;
    const isMoved = rest && rest !== root && root.contains(rest);
    const first = (isMoved ? rest : job.from) ?? firstChildOf(root) ?? undefined;
    const isPassed = !job.isCrowded && uncovered && (!root.contains(uncovered) || (isMoved && !isBefore(rest, uncovered)));
    if (isPassed || !(job.cover || job.isCrowded)) {
      if (job.cover) this.#uncover(job.cover);
      job.isCrowded = first && isCrowded(first, root);
      job.cover = job.isCrowded ? undefined : this.#cover(root, job.from);
      job.uncovered = first && job.cover && nodeFarBehind(first, root, job.reach);
      if (job.uncovered) job.cover?.setEndBefore(job.uncovered);
    }
    if (job.isCrowded) job.uncovered = first;
    else if (isMoved) job.cover?.setStartBefore(rest);
  }

  /** Something of the rests is near the screen: covers more of the parts that they are of. @returns false where that cannot be. */
  coverMore(): boolean {
    let covers = false;
    for (const job of this.#waiting()) {
      if ('walker' in job || !job.cover || !job.uncovered || job.reach === MAX_REACH) continue;
      job.reach = Math.min(MAX_REACH, job.reach * REACH_GROWTH);
      this.#uncover(job.cover);
      job.cover = undefined;
      covers = true;
    }
    if (covers) this.coverAll();
    return covers;
  }

  #empty(): void {
    this.#jobs = [];
    this.#done = 0;
    this.#rests = NO_RESTS;
  }

  *#waiting(): Generator<Job> {
    for (let at = this.#done; at < this.#jobs.length; at++) yield this.#jobs[at] as Job;
  }

  #collection(root: Node, isShallow: boolean, from?: Node): Collection {
    return { root, isShallow, from, reach: FIRST_REACH, known: isShallow ? this.#knownIn(root) : [] };
  }

  /** One part that cannot be read must not keep all others covered. */
  #try(job: Job, slice: Slice): boolean {
    try {
      return this.#do(job, slice);
    } catch (error) {
      console.warn('Sofar could not read a part of this page: it is shown as it is.', error);
      return true;
    }
  }

  /** Looks through one part of the page, or as much of it as there is time for. @returns true at its end. */
  #do(job: Job, slice: Slice): boolean {
    if ('walker' in job) return job.walker.walk(() => slice.isOver);
    job.collector ??= new BlockCollector(job.root, { ...this.#options, shallow: job.isShallow, from: job.from });
    const { collector } = job;
    for (;;) {
      const isDone = collector.walk(() => slice.isOver || collector.blocks.length >= BLOCKS_PER_STEP);
      this.#takeIn(collector.take(), job.known);
      job.known = [];
      if (isDone || slice.isOver) return isDone;
    }
  }

  #end(job: Job): void {
    if ('walker' in job) return;
    if (job.collector?.hasLines) this.add(blockAround(job.root), true);
    if (job.cover) this.#uncover(job.cover);
  }
}

/** Whether a node, or what it stands in, has so many siblings that browsers take long to say where it stands among them. */
function isCrowded(node: Node, root: Node): boolean {
  for (let at = node, up = parentOf(at); up && at !== root; at = up, up = parentOf(at)) if (up.childNodes.length > MAX_SIBLINGS) return true;
  return false;
}

/** The node so many elements behind another; undefined where there are no more in that part. */
function nodeFarBehind(first: Node, root: Node, reach: number): Node | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = first;
  for (let elements = 0; elements < reach; elements++) if (!walker.nextNode()) return undefined;
  return walker.currentNode;
}
