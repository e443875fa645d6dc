import { parseHTML } from 'linkedom';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import type { TextBlock } from '../../lib/page/textBlocks.ts';

/** A page without a browser: its blocks, and where each text node's data begins in `document.body.textContent`. */
export interface ParsedPage {
  title: string;
  blocks: TextBlock[];
  offsetOf(block: TextBlock, at: number): number;
}

/** The parser makes up no element that is left out: they are put in. */
function wholeDocument(html: string): string {
  if (/<html[\s>]/i.test(html)) return html;
  const body = html.search(/<body[\s>]/i);
  const [head, rest] = body < 0 ? ['', `<body>${html}</body>`] : [html.slice(0, body), html.slice(body)];
  return `<!doctype html><html><head>${head.replace(/<!doctype[^>]*>/i, '')}</head>${rest}</html>`;
}

/** Parses HTML; a fragment is taken as the body's content. */
export function parsePage(html: string): ParsedPage {
  const { document } = parseHTML(wholeDocument(html));
  const offsets = new Map<Node, number>();
  let length = 0;
  const count = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        offsets.set(child, length);
        length += (child as Text).data.length;
      } else if (child.nodeType === 1) count(child);
    }
  };
  count(document.body);
  return {
    title: document.title,
    blocks: collectTextBlocks(document.body),
    offsetOf(block, at) {
      let node = block.starts.findLastIndex((start) => start <= at);
      node = Math.max(0, node);
      return (offsets.get(block.nodes[node] as Text) ?? 0) + at - (block.starts[node] as number);
    },
  };
}
