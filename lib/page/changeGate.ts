import type { BackOff } from './backOff.ts';
import { isInPage, parentOf, typeOf } from './nodes.ts';
import type { PageChanges } from './watchPage.ts';

/** So many parts of a page are told apart while it is busy; more are taken for one. */
const MAX_PARTS = 8;

/** What a gate needs of the page around it. */
export interface GateInput {
  backOff: BackOff;
  take: (changes: PageChanges) => void;
  /** Whether text that is not read yet may be a spoiler, as far as is known. */
  mustCover: () => boolean;
  cover: (range: StaticRange) => void;
  uncover: (range: StaticRange) => void;
  later?: (run: () => void, ms: number) => unknown;
}

/**
 * Stands between a page's changes and Sofar's work on them. As a rule it is open. Where a page changes so much that Sofar
 * would take more than its share, it notes no more than which parts change, covers these as a whole where a show is
 * spoken of, and lets them in together after a rest.
 */
export class ChangeGate {
  readonly #input: GateInput;
  readonly #parts = new Map<Node, StaticRange | undefined>();
  #isResting = false;
  #busyUntil = 0;

  constructor(input: GateInput) {
    this.#input = input;
  }

  /** Whether the page changes more than Sofar follows at once, or has until just now. */
  get isBusy(): boolean {
    return this.#isResting || performance.now() < this.#busyUntil;
  }

  /** Lets records in: through `open` as a rule. */
  pass(records: readonly MutationRecord[], open: () => void): void {
    this.#input.backOff.measure(() => {
      if (this.#isResting) this.#gather(records);
      else open();
    });
    if (!this.#isResting && this.#input.backOff.isOver) this.#rest();
  }

  #rest(): void {
    this.#isResting = true;
    const { backOff, later = setTimeout } = this.#input;
    later(() => {
      this.#isResting = false;
      // The popup looks now and then: it is not to miss a rest that has just ended.
      this.#busyUntil = performance.now() + 2000;
      backOff.measure(() => this.#letIn());
    }, backOff.restMs);
  }

  /** Takes what was gathered. What is covered is uncovered only after: by then it is read, or covered bit by bit. */
  #letIn(): void {
    const parts = [...this.#parts];
    this.#parts.clear();
    if (parts.length)
      this.#input.take({ deep: new Set(parts.flatMap(([part]) => (isInPage(part) ? [part] : []))), shallow: new Set(), removed: true, moved: true });
    for (const [, range] of parts) if (range) this.#input.uncover(range);
  }

  #gather(records: readonly MutationRecord[]): void {
    let last: Node | undefined;
    for (const { target } of records) {
      // One part is changed many times in a row.
      if (target === last) continue;
      last = target;
      if (!isInPage(target) || this.#isIn(target)) continue;
      this.#add(typeOf(target) === 1 || typeOf(target) === 11 ? target : (parentOf(target) ?? target));
    }
    this.#coverAll();
  }

  #isIn(node: Node): boolean {
    for (const part of this.#parts.keys()) if (part.contains(node)) return true;
    return false;
  }

  #add(part: Node): void {
    for (const [inner, range] of this.#parts) if (part.contains(inner)) this.#drop(inner, range);
    if (this.#parts.size < MAX_PARTS) {
      this.#parts.set(part, undefined);
      return;
    }
    // Too many: their nearest common ancestor stands for all of them that it holds.
    let around: Node | null = part;
    while (around && ![...this.#parts.keys()].some((other) => around?.contains(other))) around = parentOf(around);
    if (around) this.#add(around);
  }

  #drop(part: Node, range: StaticRange | undefined): void {
    this.#parts.delete(part);
    if (range) this.#input.uncover(range);
  }

  /** Covers each part by its place in its parent: whatever comes into it is covered then. New covers come before old ones go. */
  #coverAll(): void {
    if (!this.#input.mustCover()) return;
    for (const [part, old] of this.#parts) {
      const parent = parentOf(part);
      if (!isInPage(part)) continue;
      const range = parent
        ? aroundNode(parent, part)
        : new StaticRange({ startContainer: part, startOffset: 0, endContainer: part, endOffset: part.childNodes.length });
      if (old && isSame(old, range)) continue;
      this.#input.cover(range);
      if (old) this.#input.uncover(old);
      this.#parts.set(part, range);
    }
  }
}

function aroundNode(parent: Node, node: Node): StaticRange {
  const live = document.createRange();
  live.selectNode(node);
  return new StaticRange({ startContainer: parent, startOffset: live.startOffset, endContainer: parent, endOffset: live.endOffset });
}

const isSame = (a: StaticRange, b: StaticRange): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset && a.endOffset === b.endOffset;
