import type { BlockRole, BlockText } from '../spoilers/pageText.ts';

/** A text block of a page with its way back: the text nodes that it was put together from. */
export interface TextBlock extends BlockText {
  /** The element whose block it is. */
  element: Element;
  nodes: Text[];
  /** Per node: where its text begins in `text`, in UTF-16 units. */
  starts: number[];
}

/** Elements that stand in a line of text; all others end a block. */
const INLINE = new Set(
  ('a abbr acronym b bdi bdo big cite data del dfn em font i ins kbd label mark meter nobr output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr ' +
    'shreddit-link faceplate-tracker').split(' '),
);
/** Elements whose text nobody reads as text, or that belong to their user. */
const SKIPPED = new Set(
  'script style noscript template textarea input select option datalist code svg math canvas audio video object embed iframe head title button progress'.split(' '),
);
const HEADING = /^h[1-6]$/;

const roles: Record<string, BlockRole> = { li: 'item', dt: 'heading', dd: 'item', td: 'cell', th: 'cell', figcaption: 'caption', caption: 'caption', blockquote: 'quote' };

/** True for what Sofar never reads: editors, forms, code, and what the page marks as not for reading. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  return element.getAttribute('role') === 'textbox' || element.hasAttribute('hidden');
}

export const isInline = (element: Element): boolean => INLINE.has(element.localName);

/** The role of a block by the nearest ancestor that gives one, and the row that it stands in. */
function placeOf(element: Element): { role: BlockRole; level: number; rowElement: Element | null } {
  for (let at: Element | null = element, steps = 0; at && steps < 6; at = at.parentElement, steps++) {
    const name = at.localName;
    if (HEADING.test(name)) return { role: 'heading', level: Number(name[1]), rowElement: null };
    const role = roles[name];
    if (role) return { role, level: name === 'dt' ? 6 : 0, rowElement: role === 'cell' ? at.parentElement : null };
    if (at.getAttribute('role') === 'heading') return { role: 'heading', level: Number(at.getAttribute('aria-level') ?? 2), rowElement: null };
    if (name === 'article' || name === 'section' || name === 'main' || name === 'body') break;
  }
  return { role: 'text', level: 0, rowElement: null };
}

/**
 * The text blocks below a node in document order. Two text nodes share a block when only inline elements stand
 * between them. The offsets of `text` are those of the nodes' own data, one after the other: line ends and tabs of the
 * source become spaces (kept in `pre`), nothing is left out or put in.
 * @param rowNumbers remembers the number of each table row between calls, so that rows keep theirs.
 */
export function collectTextBlocks(root: Node, rowNumbers: Map<Element, number> = new Map()): TextBlock[] {
  const blocks: TextBlock[] = [];
  let nodes: Text[] = [];
  let starts: number[] = [];
  let text = '';
  let visible = false;
  const flush = () => {
    if (visible) {
      const element = blockElementOf(nodes[0] as Text);
      const { role, level, rowElement } = placeOf(element);
      let row = -1;
      if (rowElement) {
        row = rowNumbers.get(rowElement) ?? rowNumbers.size;
        rowNumbers.set(rowElement, row);
      }
      blocks.push({ text, role, level, row, element, nodes, starts });
    }
    nodes = [];
    starts = [];
    text = '';
    visible = false;
  };
  const visit = (node: Node, preformatted: boolean): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const { data } = child as Text;
        if (data === '') continue;
        nodes.push(child as Text);
        starts.push(text.length);
        text += preformatted ? data : data.replace(/[\n\r\t\f]/g, ' ');
        visible ||= /\S/.test(data);
      } else if (child.nodeType === 1) {
        const element = child as Element;
        if (element.localName === 'br') flush();
        else if (isSkipped(element)) {
          if (!isInline(element) && element.localName !== 'code') flush();
        } else if (isInline(element)) visit(element, preformatted);
        else {
          flush();
          visit(element, preformatted || element.localName === 'pre');
          flush();
        }
      }
    }
  };
  visit(root, root.nodeType === 1 && (root as Element).closest('pre') !== null);
  flush();
  return blocks;
}

/** The nearest element around a text node that is not inline. */
export function blockElementOf(node: Text): Element {
  let element = node.parentElement as Element;
  while (isInline(element) && element.parentElement) element = element.parentElement;
  return element;
}
