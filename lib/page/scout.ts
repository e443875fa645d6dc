import { contentOf, firstChildOf, hasElements, isInPage, nameOf, nextSiblingOf, parentOf, typeOf } from './nodes.ts';
import type { PageEngine } from './pageEngine.ts';
import { blockAround, hasWord, isInline, isSkippedName, placeOf } from './textBlocks.ts';

/** The clock is looked at every so many nodes. */
const NODES_PER_LOOK = 128;
/** NodeFilter's SHOW_ELEMENT | SHOW_TEXT. */
const ELEMENTS_AND_TEXT = 1 | 4;
/** No name is shorter, in UTF-16 units; most text nodes are the space between two tags. */
const MIN_UNITS = 3;

/**
 * Looks for names below a node of a page of which nobody knows yet whether it matters, text by text, without
 * putting blocks together, which would cost more than all the rest. A name that is cut by an element is not seen. Of
 * elements with nothing but text the text node is not asked for: for each node that a script sees the browser makes an
 * object, which is most of the time.
 */
export class Scout {
  readonly #walker: TreeWalker;
  readonly #engine: PageEngine;
  readonly #shadowOf: (element: Element) => ShadowRoot | null;
  #isAtEnd = false;
  /** What to begin with. Nothing is read before the walk: whoever has it walk asks then whether the page matters. */
  #first: Node | undefined;
  /** Whether what is in the current node is to be looked at. */
  #goesIn = true;

  /** @param from the child of the root to begin with; the root itself where there is none. */
  constructor(root: Node, engine: PageEngine, shadowOf: (element: Element) => ShadowRoot | null, from: Node = root) {
    this.#walker = document.createTreeWalker(root, ELEMENTS_AND_TEXT);
    this.#engine = engine;
    this.#shadowOf = shadowOf;
    this.#walker.currentNode = from;
    this.#first = from;
  }

  /** Goes on until the end, until `isOver`, or until the page matters. @returns true at the end. */
  walk(isOver: () => boolean): boolean {
    const walker = this.#walker;
    // What was walked to has left the page meanwhile: there is no way on from it.
    if (!isInPage(walker.currentNode)) {
      walker.currentNode = walker.root;
      this.#first = undefined;
      this.#goesIn = true;
    }
    let steps = 0;
    while (!this.#isAtEnd && !this.#engine.mayMatter) {
      if (++steps % NODES_PER_LOOK === 0 && isOver()) return false;
      const node = this.#first ?? (this.#goesIn ? walker.nextNode() : this.#nodeBehind());
      this.#first = undefined;
      if (node) this.#goesIn = this.#take(node);
      else this.#isAtEnd = true;
    }
    return this.#isAtEnd;
  }

  /** The node behind the current one and all that is in it. */
  #nodeBehind(): Node | null {
    let next = this.#walker.nextSibling();
    while (!next && this.#walker.parentNode()) next = this.#walker.nextSibling();
    return next;
  }

  /** @returns whether what is in a node is to be looked at. */
  #take(node: Node): boolean {
    const type = typeOf(node);
    if (type === 1) return this.#enter(node as Element);
    if (type === 3) this.#read((node as Text).data, node);
    return true;
  }

  /** @param node a text node, or the element whose text it is. */
  #read(text: string, node: Node): void {
    if (text.length < MIN_UNITS) return;
    this.#engine.scout(text, () => placeOf(blockAround(typeOf(node) === 3 ? (parentOf(node) as Node) : node) as Element | ShadowRoot));
  }

  #enter(element: Element): boolean {
    if (isSkippedName(nameOf(element))) return false;
    const shadow = this.#shadowOf(element);
    if (shadow) new Scout(shadow, this.#engine, this.#shadowOf).walk(() => false);
    if (hasElements(element)) return true;
    this.#read(contentOf(element), element);
    return false;
  }
}

/** What stands directly in a node, for `Scout`: its lines of text, without the blocks in it. */
export function linesIn(root: Node): Node[] {
  const lines: Node[] = [];
  for (let at = firstChildOf(root); at; at = nextSiblingOf(at))
    if (typeOf(at) === 3 ? hasWord(at as Text) : typeOf(at) === 1 && isInline(at as Element)) lines.push(at);
  return lines;
}
