import type { BlockRole, BlockText } from '../spoilers/pageText.ts';
import { attributeOf, firstChildOf, hasAttributes, isInPage, nameOf, nextSiblingOf, parentOf, typeOf } from './nodes.ts';
import type { RowNumbers } from './rowNumbers.ts';

/** A text block of a page with its way back: the text nodes that it was put together from. */
export interface TextBlock extends BlockText {
  /** The element whose block it is, or the shadow root that it stands in directly. */
  element: Element | ShadowRoot;
  nodes: Text[];
  /** Per node: where its text begins in `text`, in UTF-16 units. */
  starts: number[];
}

/** Elements that stand in a line of text; all others end a block. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark meter nobr output q rb rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Elements whose text nobody reads as text, or that belong to their user. */
const SKIPPED = new Set(
  'script style noscript template textarea input select option datalist code svg math canvas audio video object embed iframe head title progress'.split(' '),
);
const HEADING = /^h[1-6]$/;
/** So far up an element's role is looked for. */
const MAX_ROLE_STEPS = 6;

const ROLES: Record<string, BlockRole> = {
  li: 'item',
  dt: 'heading',
  dd: 'item',
  td: 'cell',
  th: 'cell',
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
};

/** True for elements that Sofar never reads, whatever their attributes. */
export const isSkippedName = (localName: string): boolean => SKIPPED.has(localName);

/** True for what Sofar never reads: scripts, forms, code and editors. Hidden text is read: it may be shown any time. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(nameOf(element))) return true;
  if (!hasAttributes(element)) return false;
  const editable = attributeOf(element, 'contenteditable');
  return (editable !== null && editable !== 'false') || attributeOf(element, 'role') === 'textbox';
}

export const isInline = (element: Element): boolean => INLINE.has(nameOf(element));

function parentElementOf(element: Element): Element | null {
  const parent = parentOf(element);
  return parent && typeOf(parent) === 1 ? (parent as Element) : null;
}

function isIn(name: string, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (typeOf(at) === 1 && nameOf(at as Element) === name) return true;
  return false;
}

/** The role of a block by the nearest ancestor that gives one, and the row that it stands in. @param block what a block stands in. */
export function placeOf(block: Element | ShadowRoot): { role: BlockRole; level: number; rowElement: Element | null } {
  const element = typeOf(block) === 1 ? (block as Element) : (block as ShadowRoot).host;
  for (let at: Element | null = element, steps = 0; at && steps < MAX_ROLE_STEPS; at = parentElementOf(at), steps++) {
    const name = nameOf(at);
    if (HEADING.test(name)) return { role: 'heading', level: Number(name[1]), rowElement: null };
    const role = ROLES[name];
    if (role) return { role, level: name === 'dt' ? 6 : 0, rowElement: role === 'cell' ? parentElementOf(at) : null };
    if (attributeOf(at, 'role') === 'heading') return { role: 'heading', level: Number(attributeOf(at, 'aria-level') ?? 2), rowElement: null };
    if (name === 'article' || name === 'section' || name === 'main' || name === 'body') break;
  }
  return { role: 'text', level: 0, rowElement: null };
}

/** How blocks are collected. */
export interface CollectOptions {
  /** Only text that stands directly in the root, not that of blocks inside it. */
  shallow?: boolean;
  /** Remembers the number of each table row between calls, so that rows keep theirs. */
  rows?: RowNumbers | Map<Element, number>;
  /** The shadow root of an element, where it has one that can be read. */
  shadowOf?: (element: Element) => ShadowRoot | null;
}

/** Most blocks have one node: they share this. */
const ONE_START: number[] = [0];

/** The clock is looked at every so many nodes. */
const NODES_PER_LOOK = 64;

/** Puts text nodes together to blocks, as far at a time as there is time for. */
export class BlockCollector {
  readonly blocks: TextBlock[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  #isVisible = false;
  readonly #options: CollectOptions;
  readonly #root: Node;
  #at: Node | null;
  /** In how many `pre` elements the walk is. */
  #preformatted: number;

  constructor(root: Node, options: CollectOptions) {
    this.#root = root;
    this.#options = options;
    this.#at = firstChildOf(root);
    this.#preformatted = isIn('pre', root) ? 1 : 0;
    const shadow = typeOf(root) === 1 && !options.shallow ? options.shadowOf?.(root as Element) : null;
    if (shadow) this.blocks.push(...collectTextBlocks(shadow, options));
  }

  /** The blocks that were put together since this was last called. */
  take(): TextBlock[] {
    return this.blocks.splice(0);
  }

  /**
   * Goes on from where it stopped.
   * @param isOver asked every so many nodes: whether to stop for now.
   * @returns true at the end, also where the page has changed so that there is no way on.
   */
  walk(isOver: () => boolean): boolean {
    let steps = 0;
    while (this.#at) {
      if (++steps % NODES_PER_LOOK === 0 && isOver()) return !isInPage(this.#at);
      this.#at = this.#enter(this.#at);
    }
    this.flush();
    return true;
  }

  /** Ends the block that text is gathered for. */
  flush(): void {
    if (this.#isVisible) {
      const element = blockElementOf(this.#nodes[0] as Text);
      const { role, level, rowElement } = placeOf(element);
      this.blocks.push({
        text: this.#text,
        role,
        level,
        row: rowElement ? this.#rowNumber(rowElement) : -1,
        element,
        nodes: this.#nodes,
        starts: this.#nodes.length === 1 ? ONE_START : this.#starts,
      });
    }
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
      if (this.#options.shallow) return this.#after(element);
      // A shadow tree stands where its host does. It is taken in at once: none is that large.
      if (shadow) this.blocks.push(...collectTextBlocks(shadow, this.#options));
    }
    const first = firstChildOf(element);
    if (!first) return this.#after(element);
    if (nameOf(element) === 'pre') this.#preformatted++;
    return first;
  }

  /** The node behind a node and all that stands in it; blocks that end in between are ended. */
  #after(node: Node): Node | null {
    for (let at: Node | null = node; at && at !== this.#root; ) {
      const next = nextSiblingOf(at);
      if (next) return next;
      const parent = parentOf(at);
      at = parent;
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

/** False for the space between two tags. */
export const hasWord = (node: Text): boolean => /\S/.test(node.data);

/** The nearest element around a text node that is not inline, or the shadow root where there is none. */
export function blockElementOf(node: Text): Element | ShadowRoot {
  let at = node.parentNode as Element | ShadowRoot;
  for (let up = parentOf(at); up && typeOf(at) === 1 && isInline(at as Element) && (typeOf(up) === 1 || typeOf(up) === 11); up = parentOf(at))
    at = up as Element | ShadowRoot;
  return at;
}
