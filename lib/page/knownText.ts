import type { PageBlock } from './pageEngine.ts';
import type { TextBlock } from './textBlocks.ts';

/** Whether a block that was put together anew is one that was taken in already. */
export const isSame = (known: PageBlock, block: TextBlock): boolean =>
  known.text === block.text &&
  known.element === block.element &&
  known.role === block.role &&
  known.nodes.length === block.nodes.length &&
  known.nodes.every((node, i) => node === block.nodes[i]);

/** Whether a text node was taken in, as it is now. */
export function isKnown(block: PageBlock | undefined, node: Text): boolean {
  if (!block) return false;
  const at = block.starts[block.nodes.indexOf(node)] ?? 0;
  return block.text.startsWith(node.data.replace(/[\n\r\t\f]/g, ' '), at) || block.text.startsWith(node.data, at);
}
