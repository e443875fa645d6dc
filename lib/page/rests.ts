import { lastChildOf, nextSiblingOf, parentOf, previousSiblingOf, typeOf } from './nodes.ts';
import { hasWord } from './textBlocks.ts';

/** A part of the page that waits to be looked through. */
export interface Rest {
  root: Node;
  /** The node in it that it begins with; null where nothing is left. */
  first: Node | null;
}

/** Of very many neighbours so many are looked at, at either end: those between are taken to stand between. */
const END_NODES = 16;

const isRendered = globalThis.Element?.prototype.checkVisibility;

/** Where a node is on the screen; undefined where it is not shown or shows nothing, and 'anywhere' where its content may stand elsewhere. */
function extentOf(node: Node): { top: number; bottom: number } | 'anywhere' | undefined {
  if (typeOf(node) === 3) {
    if (!hasWord(node as Text)) return undefined;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    return width === 0 ? undefined : { top, bottom };
  }
  if (typeOf(node) !== 1) return undefined;
  const { top, bottom, width, height } = (node as Element).getBoundingClientRect();
  if (width > 0 && height > 0) return { top, bottom };
  return isRendered?.call(node as Element) !== false && hasText(node) ? 'anywhere' : undefined;
}

function hasText(node: Node): boolean {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) if (hasWord(text as Text)) return true;
  return false;
}

/** A node, those of its later siblings that stand next to it, and the last ones; `hasMore` where others stand between. */
function neighbours(node: Node, parent: Node): { nodes: Set<Node>; hasMore: boolean } {
  const nodes = new Set<Node>();
  let next: Node | null = node;
  for (; next && nodes.size < END_NODES; next = nextSiblingOf(next)) nodes.add(next);
  let last = lastChildOf(parent);
  for (let i = 0; i < END_NODES && last && !nodes.has(last); i++, last = previousSiblingOf(last)) nodes.add(last);
  return { nodes, hasMore: last !== null && !nodes.has(last) };
}

/** Whether any of these nodes may stand at a place that concerns us, or one of those between them, where there are more. */
function isOneNear({ nodes, hasMore }: ReturnType<typeof neighbours>, isNear: (top: number, bottom: number) => boolean): boolean {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const node of nodes) {
    const extent = extentOf(node);
    if (extent === 'anywhere' || (extent && isNear(extent.top, extent.bottom))) return true;
    if (!extent) continue;
    top = Math.min(top, extent.top);
    bottom = Math.max(bottom, extent.bottom);
  }
  return hasMore && top < bottom && isNear(top, bottom);
}

/** Whether anything of what waits may stand at a place on the screen that concerns us. @param isNear told top and bottom in CSS pixels. */
export function isAnyNear(rests: readonly Rest[], isNear: (top: number, bottom: number) => boolean): boolean {
  return rests.some(({ root, first }) => {
    if (!first) return false;
    for (let at = first; at !== root; ) {
      const parent = parentOf(at);
      // It has left the page: nothing is known of what has come in its place.
      if (!parent) return true;
      // What is around it begins above it: of that only what comes later counts.
      const begin = at === first ? at : nextSiblingOf(at);
      if (begin && isOneNear(neighbours(begin, parent), isNear)) return true;
      at = parent;
    }
    return false;
  });
}
