import { isBefore } from './nodes.ts';
import type { PageBlock } from './pageEngine.ts';

/** All blocks of a page in document order, and the way from a text node to its block. */
export class BlockList {
  readonly blocks: PageBlock[] = [];
  // Not weak: blocks hold their nodes as it is, and weak maps of very many nodes stop the browser for long whenever it collects memory.
  readonly #byNode = new Map<Node, PageBlock>();
  /** Most elements hold one block, which stands by itself: on the largest pages sets for all would take some 4 MB. */
  readonly #byElement = new Map<Node, PageBlock | Set<PageBlock>>();

  /** The block that a text node belongs to. */
  of(node: Node): PageBlock | undefined {
    return this.#byNode.get(node);
  }

  /** The blocks whose text stands directly in an element or shadow root. */
  directlyIn(element: Node): PageBlock[] {
    const held = this.#byElement.get(element);
    return held instanceof Set ? [...held] : held ? [held] : [];
  }

  indexOf(block: PageBlock): number {
    const at = this.#lowerBound(block.nodes[0] as Node);
    if (this.blocks[at] === block) return at;
    return this.blocks.indexOf(block);
  }

  /** Puts new blocks (in document order, of one place) where they belong. @returns the index of the first. */
  insert(added: readonly PageBlock[]): number {
    for (const block of added) this.#register(block);
    const first = added[0]?.nodes[0];
    if (!first) return this.blocks.length;
    const at = this.#lowerBound(first);
    // Spread arguments have a limit; a page's first load can bring tens of thousands of blocks at once.
    if (at === this.blocks.length) for (const block of added) this.blocks.push(block);
    else this.blocks.splice(at, 0, ...added);
    return at;
  }

  /** @returns where it stood: the index of the block behind it; −1 where it was not in the list. */
  remove(block: PageBlock): number {
    const at = this.indexOf(block);
    if (at >= 0) this.blocks.splice(at, 1);
    this.#unregister(block);
    return at;
  }

  #register(block: PageBlock): void {
    for (const node of block.nodes) this.#byNode.set(node, block);
    const held = this.#byElement.get(block.element);
    if (held instanceof Set) held.add(block);
    else this.#byElement.set(block.element, held && held !== block ? new Set([held, block]) : block);
  }

  #unregister(block: PageBlock): void {
    for (const node of block.nodes) if (this.#byNode.get(node) === block) this.#byNode.delete(node);
    const held = this.#byElement.get(block.element);
    if (held instanceof Set) held.delete(block);
    if (held === block || (held instanceof Set && held.size === 0)) this.#byElement.delete(block.element);
  }

  /** Takes out all blocks that are no longer in the page. @returns them, and the indexes of those behind headings among them. */
  removeDetached(): { gone: PageBlock[]; unheaded: number[] } {
    const gone: PageBlock[] = [];
    const unheaded: number[] = [];
    let kept = 0;
    for (const block of this.blocks) {
      if (block.nodes.some((node) => node.isConnected)) this.blocks[kept++] = block;
      else {
        gone.push(block);
        if (block.role === 'heading') unheaded.push(kept);
        this.#unregister(block);
      }
    }
    this.blocks.length = kept;
    return { gone, unheaded };
  }

  /** Brings blocks that the page has moved to where they stand now. @returns the indexes of blocks that stand behind another one than before. */
  putInOrder(): number[] {
    const { blocks } = this;
    if (blocks.every((block, i) => i === 0 || standsBefore(nodeOf(blocks[i - 1]), nodeOf(block)))) return [];
    const before = new Map(blocks.map((block, i) => [block, blocks[i - 1]]));
    blocks.sort((a, b) => (a === b ? 0 : standsBefore(nodeOf(a), nodeOf(b)) ? -1 : 1));
    return blocks.flatMap((block, i) => (blocks[i - 1] === before.get(block) ? [] : [i]));
  }

  /**
   * The first index whose block does not stand before the node. Looked for from the end, in ever larger steps: most of what
   * changes on a page that loads stands there, and to compare neighbours costs browsers the least.
   */
  #lowerBound(node: Node): number {
    const isBeforeNode = (at: number) => standsBefore(nodeOf(this.blocks[at]), node);
    let high = this.blocks.length;
    let low = high - 1;
    for (let step = 1; low >= 0 && !isBeforeNode(low); step *= 2) {
      high = low;
      low = Math.max(-1, low - step);
    }
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (isBeforeNode(middle)) low = middle;
      else high = middle;
    }
    return high;
  }
}

const nodeOf = (block: PageBlock | undefined): Node => block?.nodes[0] as Node;

/** Document order, into shadow trees: a shadow tree stands where its host does. */
function standsBefore(a: Node, b: Node): boolean {
  const order = a.compareDocumentPosition(b);
  if ((order & Node.DOCUMENT_POSITION_DISCONNECTED) === 0) return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isBefore(lightNode(a), lightNode(b));
}

/** The node itself, or the outermost host of the shadow trees around it. */
function lightNode(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
