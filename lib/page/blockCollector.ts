import { firstChildOf, nameOf, nextSiblingOf, parentOf, previousSiblingOf, typeOf } from './nodes.ts';
import type { RowNumbers } from './rowNumbers.ts';
import { blockElementOf, hasWord, isInline, isSkipped, placeOf, type TextBlock } from './textBlocks.ts';

function countPre(node: Node | null): number {
  let count = 0;
  for (let at = node; at; at = parentOf(at)) if (typeOf(at) === 1 && nameOf(at as Element) === 'pre') count++;
  return count;
}

/** How blocks are collected. */
export interface CollectOptions {
  /** Only lines that stand directly in the root, with all that is in them, not the blocks inside it. */
  shallow?: boolean;
  /** The child of the root to begin with. Lines that stand directly in the root are left out then: they may have begun before it. */
  from?: Node | undefined;
  /** Remembers the number of each table row between calls, so that rows keep theirs. */
  rows?: RowNumbers | Map<Element, number>;
  /** The shadow root of an element, where it has one that can be read. */
  shadowOf?: (element: Element) => ShadowRoot | null;
}

/** Most blocks have one node: they share this. */
const ONE_START: number[] = [0];

/** The clock is looked at every so many nodes. */
const NODES_PER_LOOK = 64;

/** A node among its neighbours. */
interface Place {
  node: Node;
  parent: Node | null;
  previous: Node | null;
}

/** Puts text nodes together to blocks, as far at a time as there is time for. */
export class BlockCollector {
  readonly blocks: TextBlock[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  #isVisible = false;
  readonly #options: CollectOptions;
  readonly #root: Node;
  readonly #isInShadow: boolean;
  #at: Node | null;
  /** Where the walk stopped. */
  #stop: Place[] = [];
  /** In how many `pre` elements the walk is. */
  #preformatted: number;
  /** How deep below the root. */
  #depth = 0;
  /** Whether lines were left out. */
  hasLines = false;

  constructor(root: Node, options: CollectOptions) {
    this.#root = root;
    this.#options = options;
    this.#isInShadow = typeOf(root.getRootNode()) === 11;
    const { from, shallow } = options;
    this.#at = from && parentOf(from) === root ? from : firstChildOf(root);
    this.#preformatted = countPre(root);
    const shadow = typeOf(root) === 1 && !shallow && !from ? options.shadowOf?.(root as Element) : null;
    if (shadow) this.#takeShadow(shadow);
  }

  /** The first node that is in no block yet; null at the end. */
  get rest(): Node | null {
    return this.#nodes[0] ?? this.#at;
  }

  /** The blocks that were put together since this was last called. */
  take(): TextBlock[] {
    return this.blocks.splice(0);
  }

  /**
   * Goes on from where it stopped.
   * @param isOver asked every so many nodes: whether to stop for now.
   * @returns true at the end.
   */
  walk(isOver: () => boolean): boolean {
    // A page may move what stands there before the walk goes on, or take it out: the way on from it is not the way on.
    if (!this.#stop.every(({ node, parent, previous }) => parentOf(node) === parent && previousSiblingOf(node) === previous)) this.#beginAnew();
    let steps = 0;
    while (this.#at) {
      if (++steps % NODES_PER_LOOK === 0 && isOver()) {
        this.#stop = this.#wayTo(this.#at);
        return false;
      }
      this.#at = this.#enter(this.#at);
    }
    this.flush();
    return true;
  }

  #wayTo(place: Node): Place[] {
    const way: Place[] = [];
    for (let node: Node | null = place; node && node !== this.#root; node = parentOf(node))
      way.push({ node, parent: parentOf(node), previous: previousSiblingOf(node) });
    return way;
  }

  #beginAnew(): void {
    this.#forgetGathered();
    this.#preformatted = countPre(this.#root);
    this.#depth = 0;
    this.#at = firstChildOf(this.#root);
  }

  /** Ends the block that text is gathered for. */
  flush(): void {
    // Between two steps the page may have taken out what was gathered: what it has in its place comes by itself.
    if (this.#isVisible && this.#nodes.every((node) => parentOf(node) !== null)) {
      const element = blockElementOf(this.#nodes[0] as Text);
      const { role, level, rowElement } = placeOf(element);
      this.blocks.push({
        text: this.#text,
        role,
        level,
        row: rowElement ? this.#rowNumber(rowElement) : -1,
        element,
        isInShadow: this.#isInShadow,
        // What was added to one by one has room for more: here are lists that are just as long.
        nodes: this.#nodes.slice(),
        starts: this.#nodes.length === 1 ? ONE_START : this.#starts.slice(),
      });
    }
    this.#forgetGathered();
  }

  #forgetGathered(): void {
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
    this.#isVisible = false;
  }

  #add(node: Text): void {
    const { data } = node;
    if (data === '') return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += this.#preformatted > 0 ? data : data.replace(/[\n\r\t\f]/g, ' ');
    this.#isVisible ||= /\S/.test(data);
  }

  /** Takes one node in. @returns the node to go on with. */
  #enter(node: Node): Node | null {
    const type = typeOf(node);
    if (this.#isLine(node, type)) {
      this.hasLines = true;
      return this.#after(node);
    }
    if (type === 3) this.#add(node as Text);
    if (type !== 1) return this.#after(node);
    const element = node as Element;
    if (nameOf(element) === 'br') {
      this.flush();
      return this.#after(element);
    }
    if (isSkipped(element)) {
      if (nameOf(element) !== 'code') this.flush();
      return this.#after(element);
    }
    const shadow = this.#options.shadowOf?.(element) ?? null;
    if (!isInline(element) || shadow) {
      this.flush();
      // Blocks in a link are read with the line that it stands in: nobody else asks for them.
      if (this.#options.shallow && this.#depth === 0) return this.#after(element);
      if (shadow) this.#takeShadow(shadow);
    }
    const first = firstChildOf(element);
    if (!first) return this.#after(element);
    if (nameOf(element) === 'pre') this.#preformatted++;
    this.#depth++;
    return first;
  }

  /** A shadow tree stands where its host does. It is taken in at once: none is that large. */
  #takeShadow(shadow: ShadowRoot): void {
    this.blocks.push(...collectTextBlocks(shadow, { ...this.#options, shallow: false, from: undefined }));
  }

  /** Whether a node is of a line that is left out. */
  #isLine(node: Node, type: number): boolean {
    if (!this.#options.from || this.#depth > 0) return false;
    return type === 3 ? hasWord(node as Text) : type === 1 && isInline(node as Element) && !isSkipped(node as Element);
  }

  /** The node behind a node and all that stands in it; blocks that end in between are ended. */
  #after(node: Node): Node | null {
    for (let at: Node | null = node; at && at !== this.#root; ) {
      const next = nextSiblingOf(at);
      if (next) return next;
      const parent = parentOf(at);
      at = parent;
      this.#depth--;
      if (parent && parent !== this.#root && typeOf(parent) === 1) {
        if (nameOf(parent as Element) === 'pre') this.#preformatted--;
        if (!isInline(parent as Element)) this.flush();
      }
    }
    return null;
  }

  #rowNumber(row: Element): number {
    const rows = this.#options.rows;
    const known = rows?.get(row);
    if (known !== undefined) return known;
    const number = rows ? rows.size : this.blocks.length;
    rows?.set(row, number);
    return number;
  }
}

/**
 * The text blocks below a node in document order. Two text nodes share a block when only inline elements stand
 * between them. The offsets of `text` are those of the nodes' own data, one after the other: line ends and tabs of the
 * source become spaces (kept in `pre`), nothing is left out or put in.
 */
export function collectTextBlocks(root: Node, options: CollectOptions = {}): TextBlock[] {
  const collector = new BlockCollector(root, { rows: new Map(), ...options });
  collector.walk(() => false);
  return collector.blocks;
}
