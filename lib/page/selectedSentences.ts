import { sentenceKey } from '../model/correction.ts';
import { splitSentences } from '../text/sentences.ts';
import type { PageBlock } from './pageEngine.ts';
import { offsetIn } from './textRange.ts';

type BlockOf = (node: Node) => PageBlock | undefined;

/** A sentence of the page, and the block that it stands in. */
export interface Selected {
  block: PageBlock;
  text: string;
}

/** Whole sentences that a selection touches, also where it covers a part of one only, or several. */
export function selectedSentences(ranges: readonly Range[], blockOf: BlockOf): Selected[] {
  const found = new Map<string, Selected>();
  for (const range of ranges) {
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    for (
      let node: Node | null = range.commonAncestorContainer.nodeType === 3 ? range.commonAncestorContainer : walker.nextNode();
      node;
      node = walker.nextNode()
    ) {
      const block = range.intersectsNode(node) ? blockOf(node) : undefined;
      if (!block) continue;
      const from = offsetIn(block, node, node === range.startContainer ? range.startOffset : 0) ?? 0;
      const to = offsetIn(block, node, node === range.endContainer ? range.endOffset : (node as Text).length) ?? 0;
      for (const { start, end } of splitSentences(block.text)) {
        if (from >= end || to <= start) continue;
        const text = sentenceKey(block.text.slice(start, end));
        if (!found.has(text)) found.set(text, { block, text });
      }
    }
  }
  return [...found.values()];
}
