import type { TextBlock } from './textBlocks.ts';

/** A stretch of a block's text, in UTF-16 units of it. */
export interface Stretched {
  block: TextBlock;
  start: number;
  end: number;
}

/** Index of the node of a block that holds the offset `at` (UTF-16 units of the block's text). */
function nodeAt(block: TextBlock, at: number): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * A range over a stretch of text, made just before painting. Static: the page pays nothing for it when it changes.
 * @returns undefined where the page has changed the text since.
 */
export function toStaticRange({ block, start, end }: Stretched): StaticRange | undefined {
  const first = nodeAt(block, start);
  const last = nodeAt(block, Math.max(start, end - 1));
  const startContainer = block.nodes[first] as Text;
  const endContainer = block.nodes[last] as Text;
  const startOffset = start - (block.starts[first] as number);
  const endOffset = end - (block.starts[last] as number);
  if (!startContainer.isConnected || startOffset > startContainer.length) return undefined;
  if (endContainer !== startContainer && !endContainer.isConnected) return undefined;
  if (endOffset > endContainer.length) return undefined;
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** The offset in the block's text of a place in one of its nodes, or undefined where the node is not of the block. */
export function offsetIn(block: TextBlock, node: Node, offset: number): number | undefined {
  const index = block.nodes.indexOf(node as Text);
  return index < 0 ? undefined : (block.starts[index] as number) + offset;
}

/** The rectangles of a stretch of text on the screen, in CSS pixels of the viewport; none where the page has changed it since. */
export function rectsOf(stretch: Stretched): DOMRect[] {
  const range = toStaticRange(stretch);
  if (!range) return [];
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}
