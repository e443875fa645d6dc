import type { ChangeGate } from './changeGate.ts';
import { isInPage, parentOf, typeOf } from './nodes.ts';
import { blockAround, blockElementOf, isInline, isInSkipped, isSkipped } from './textBlocks.ts';

/** What changed on a page since the last report. */
export interface PageChanges {
  /** Nodes whose text is to be collected again, with all that stands in them. */
  deep: Set<Node>;
  /** Elements or shadow roots whose own text is, without that of blocks inside them. */
  shallow: Set<Node>;
  /** Where the parser went on: by node, the first of its children that are new, as all behind it are. */
  rests?: Map<Node, Node>;
  /** Nodes were taken out: blocks may be gone. */
  removed: boolean;
  /** Nodes stand elsewhere than before, or may: blocks are out of order then. */
  moved?: boolean;
}

const OPTIONS: MutationObserverInit = { childList: true, characterData: true, subtree: true };
const isBlock = (node: Node): node is Element => typeOf(node) === 1 && !isInline(node as Element);
const mayHoldText = (node: Node): boolean => typeOf(node) === 3 || typeOf(node) === 1;

function note(record: MutationRecord, changes: PageChanges): void {
  if (record.removedNodes.length > 0) changes.removed = true;
  if (record.type === 'characterData') {
    if (record.target.parentNode) changes.shallow.add(blockElementOf(record.target as Text));
    return;
  }
  let touchesLine = false;
  for (const node of record.removedNodes) {
    touchesLine ||= mayHoldText(node) && !isBlock(node);
    if (isInPage(node)) changes.moved = true;
  }
  for (const node of record.addedNodes) {
    if (!mayHoldText(node)) continue;
    if (!isBlock(node)) touchesLine = true;
    else if (!isSkipped(node)) changes.deep.add(node);
  }
  // Text that blocks were put between or taken from is cut or joined anew.
  if (touchesLine || (typeOf(record.target) === 1 && isInline(record.target as Element))) changes.shallow.add(blockAround(record.target));
}

/** Leaves out what is no longer in the page, what Sofar does not read, and what stands in another part that is collected. */
function tidy({ deep, shallow }: PageChanges): void {
  // Nearly all that a parser brings stands in something else that it brought: that is asked first.
  for (const node of deep) if (hasAncestorIn(node, deep) || !isInPage(node) || isInSkipped(node)) deep.delete(node);
  for (const node of shallow) if (deep.has(node) || hasAncestorIn(node, deep) || !isInPage(node) || isInSkipped(node)) shallow.delete(node);
}

function hasAncestorIn(node: Node, nodes: ReadonlySet<Node>): boolean {
  if (nodes.size === 0) return false;
  for (let at = parentOf(node); at; at = parentOf(at)) if (nodes.has(at)) return true;
  return false;
}

/**
 * Watches a document and the shadow roots that it is given. Changes are reported in the observer's own microtask, before
 * the browser paints; what is done with them is the caller's affair. Ends with the signal.
 */
export function watchPage(
  root: Document,
  changed: (changes: PageChanges) => void,
  gate: ChangeGate,
  signal: AbortSignal,
): { watch: (shadow: ShadowRoot) => void } {
  const observer = new MutationObserver((records) =>
    gate.pass(records, () => {
      const changes: PageChanges = { deep: new Set(), shallow: new Set(), removed: false };
      for (const record of records) note(record, changes);
      tidy(changes);
      if (changes.deep.size || changes.shallow.size || changes.removed) changed(changes);
    }),
  );
  observer.observe(root, OPTIONS);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { watch: (shadow) => observer.observe(shadow, OPTIONS) };
}
