import { blockElementOf, isInline, isSkipped } from './textBlocks.ts';

/** What changed on a page since the last report. */
export interface PageChanges {
  /** Elements (or shadow roots) whose text is to be collected again, outermost only. */
  dirty: Set<Node>;
  /** Nodes were taken out: blocks may be gone. */
  removed: boolean;
}

const OPTIONS: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** The element whose blocks a change of `node` touches: the nearest one around it that is not inline. */
function dirtyRoot(node: Node): Node | undefined {
  if (node.nodeType === 11) return node;
  let element: Element | null = node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (!element) return undefined;
  while (isInline(element) && element.parentElement) element = element.parentElement;
  for (let at: Element | null = element; at; at = at.parentElement) if (isSkipped(at)) return undefined;
  return element;
}

/**
 * Watches a document and its open shadow roots. Changes are queued in the observer and reported in the same microtask,
 * before the browser paints; what is done with them is the caller's affair.
 * @returns takes a shadow root in, and ends with the signal.
 */
export function watchPage(root: Document, changed: (changes: PageChanges) => void, signal: AbortSignal): { watch: (shadow: ShadowRoot) => void } {
  const observer = new MutationObserver((records) => {
    const dirty = new Set<Node>();
    let removed = false;
    for (const record of records) {
      removed ||= record.removedNodes.length > 0;
      if (record.type === 'childList' && record.removedNodes.length === 0 && [...record.addedNodes].every((node) => node.nodeType === 1 && !isInline(node as Element))) {
        // Whole blocks were added: only they are new, their siblings stay what they were.
        for (const node of record.addedNodes) {
          const found = dirtyRoot(node);
          if (found) dirty.add(found);
        }
        continue;
      }
      const target = record.type === 'characterData' ? ((record.target as Text).parentElement ? blockElementOf(record.target as Text) : undefined) : record.target;
      const found = target && dirtyRoot(target);
      if (found) dirty.add(found);
    }
    for (const node of dirty) if (hasAncestorIn(node, dirty) || !node.isConnected) dirty.delete(node);
    if (dirty.size || removed) changed({ dirty, removed });
  });
  observer.observe(root, OPTIONS);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { watch: (shadow) => observer.observe(shadow, OPTIONS) };
}

function hasAncestorIn(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (nodes.has(at)) return true;
  return false;
}
