import { firstChildOf, isInPage, lastIn, nameOf, nextSiblingOf, typeOf } from './nodes.ts';
import type { PageEngine } from './pageEngine.ts';
import { blockElementOf, hasWord, isInline, isSkippedName, placeOf } from './textBlocks.ts';

/** The clock is looked at every so many nodes. */
const NODES_PER_LOOK = 128;
/** NodeFilter's SHOW_ELEMENT | SHOW_TEXT. */
const ELEMENTS_AND_TEXT = 1 | 4;
/** No name is shorter, in UTF-16 units; most text nodes are the space between two tags. */
const MIN_UNITS = 3;

/**
 * Looks for names below a node of a page of which nobody knows yet whether it matters: text node by text node, without
 * putting blocks together, which would cost more than all the rest. A name that is cut by an element is not seen.
 */
export class Scout {
  readonly #walker: TreeWalker;
  readonly #engine: PageEngine;
  readonly #shadowOf: (element: Element) => ShadowRoot | null;
  #isAtEnd = false;

  /** @param from the child of the root to begin with; the root itself where there is none. */
  constructor(root: Node, engine: PageEngine, shadowOf: (element: Element) => ShadowRoot | null, from: Node = root) {
    this.#walker = document.createTreeWalker(root, ELEMENTS_AND_TEXT);
    this.#engine = engine;
    this.#shadowOf = shadowOf;
    this.#walker.currentNode = from;
    this.#take(from);
  }

  /** Goes on until the end, until `isOver`, or until the page matters. @returns true at the end. */
  walk(isOver: () => boolean): boolean {
    const walker = this.#walker;
    // What was walked to has left the page meanwhile: there is no way on from it.
    if (!isInPage(walker.currentNode)) walker.currentNode = walker.root;
    let steps = 0;
    while (!this.#isAtEnd && !this.#engine.mayMatter) {
      if (++steps % NODES_PER_LOOK === 0 && isOver()) return false;
      const node = walker.nextNode();
      if (node) this.#take(node);
      else this.#isAtEnd = true;
    }
    return this.#isAtEnd;
  }

  #take(node: Node): void {
    const type = typeOf(node);
    if (type === 3) this.#read(node as Text);
    else if (type === 1 && !this.#enter(node as Element)) this.#walker.currentNode = lastIn(node);
  }

  #read(node: Text): void {
    const { data } = node;
    if (data.length >= MIN_UNITS) this.#engine.scout(data, () => placeOf(blockElementOf(node)));
  }

  /** @returns false where nothing in an element is to be read. */
  #enter(element: Element): boolean {
    if (isSkippedName(nameOf(element))) return false;
    const shadow = this.#shadowOf(element);
    if (shadow) new Scout(shadow, this.#engine, this.#shadowOf).walk(() => false);
    return true;
  }
}

/** What stands directly in a node, for `Scout`: its lines of text, without the blocks in it. */
export function linesIn(root: Node): Node[] {
  const lines: Node[] = [];
  for (let at = firstChildOf(root); at; at = nextSiblingOf(at))
    if (typeOf(at) === 3 ? hasWord(at as Text) : typeOf(at) === 1 && isInline(at as Element)) lines.push(at);
  return lines;
}
