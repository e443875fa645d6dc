import type { BlockRole, BlockText } from '../spoilers/pageText.ts';
import { attributeOf, hasAttributes, nameOf, parentOf, typeOf } from './nodes.ts';

/** A text block of a page with its way back: the text nodes that it was put together from. */
export interface TextBlock extends BlockText {
  /** The element whose block it is, or the shadow root that it stands in directly. */
  element: Element | ShadowRoot;
  isInShadow: boolean;
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

/** Whether a node stands in what Sofar does not read: scripts, forms, code, editors. */
export function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (typeOf(at) === 1 && isSkipped(at as Element)) return true;
  return false;
}

export const isInline = (element: Element): boolean => INLINE.has(nameOf(element));

function parentElementOf(element: Element): Element | null {
  const parent = parentOf(element);
  return parent && typeOf(parent) === 1 ? (parent as Element) : null;
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

/** False for the space between two tags. */
export const hasWord = (node: Text): boolean => /\S/.test(node.data);

/** A node itself, or the nearest one around it that is not inline: an element, or the shadow root where there is none. */
export function blockAround(node: Node): Node {
  let at = node;
  for (let up = parentOf(at); up && typeOf(at) === 1 && isInline(at as Element) && (typeOf(up) === 1 || typeOf(up) === 11); up = parentOf(at)) at = up;
  return at;
}

/** What a text node's block stands in: an element, or the shadow root where there is none. */
export const blockElementOf = (node: Text): Element | ShadowRoot => blockAround(parentOf(node) as Node) as Element | ShadowRoot;
