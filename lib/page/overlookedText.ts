import { isInPage, rootOf } from './nodes.ts';
import { blockElementOf, hasWord, isInSkipped } from './textBlocks.ts';

/** The clock is looked at every so many nodes. */
const NODES_PER_LOOK = 128;

/** Looks for text that scripts have put into parts of a page that its parser was through with. */
export class OverlookedText {
  readonly #walker: TreeWalker | undefined;
  readonly #isKnown: (node: Text) => boolean;
  readonly #found: (block: Element | ShadowRoot) => void;

  /** @param found gets what each text stands in of which nothing is known. */
  constructor(page: Document, isKnown: (node: Text) => boolean, found: (block: Element | ShadowRoot) => void) {
    const root = rootOf(page);
    this.#walker = root ? document.createTreeWalker(root, NodeFilter.SHOW_TEXT) : undefined;
    this.#isKnown = isKnown;
    this.#found = found;
  }

  /** Goes on until the end or until `isOver`. @returns true at the end. */
  walk(isOver: () => boolean): boolean {
    const walker = this.#walker;
    if (!walker) return true;
    // What was walked to has left the page meanwhile: there is no way on from it.
    if (!isInPage(walker.currentNode)) walker.currentNode = walker.root;
    let steps = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (!this.#isKnown(node) && hasWord(node) && !isInSkipped(node)) this.#found(blockElementOf(node));
      if (++steps % NODES_PER_LOOK === 0 && isOver()) return false;
    }
    return true;
  }
}
