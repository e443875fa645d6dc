import { isInPage, lastChildOf, nextSiblingOf, parentOf, rootOf, stateOf, typeOf } from './nodes.ts';
import { blockElementOf, hasWord, isInline, isSkipped } from './textBlocks.ts';
import type { PageChanges } from './watchPage.ts';

/** The last node of a tree in document order: where the parser is. */
function lastNode(root: Node): Node {
  let at = root;
  for (let last = lastChildOf(at); last; last = lastChildOf(at)) at = last;
  return at;
}

/** Notes all that stands behind `cursor`: whole blocks deep, text in lines with the block around it. */
function noteAfter(cursor: Node, root: Node, changes: PageChanges): void {
  if (typeOf(cursor) === 3 && hasWord(cursor as Text) && parentOf(cursor)) noteLine(blockElementOf(cursor as Text), changes);
  let at: Node = cursor;
  for (let parent = parentOf(at); at !== root && parent; at = parent, parent = parentOf(at)) {
    const first = nextSiblingOf(at);
    if (!first || isInSkipped(parent)) continue;
    for (let next: Node | null = first; next; next = nextSiblingOf(next)) {
      if (typeOf(next) === 1 && !isInline(next as Element)) {
        if (!isSkipped(next as Element)) changes.deep.add(next);
      } else if (typeOf(next) === 1 || (typeOf(next) === 3 && hasWord(next as Text))) changes.shallow.add(parent);
    }
  }
}

function noteLine(block: Node, changes: PageChanges): void {
  if (!isInSkipped(block)) changes.shallow.add(block);
}

function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (typeOf(at) === 1 && isSkipped(at as Element)) return true;
  return false;
}

/**
 * Follows the parser of a page that is still loading, a frame at a time: what it brought since the last frame is
 * reported before the frame is painted. A mutation observer would get a record for each of its nodes, which costs more
 * than all the rest; one is started when the parser has ended, before deferred scripts run.
 * @param ended is called once, with everything reported.
 */
export function followParser(root: Document, changed: (changes: PageChanges) => void, ended: () => void, signal: AbortSignal): void {
  let cursor: Node | undefined;
  let isOver = false;
  const report = () => {
    const changes: PageChanges = { deep: new Set(), shallow: new Set(), removed: false };
    const top = rootOf(root);
    // A script has taken the whole document away, and writes another one.
    if (!top) return;
    // Where a script took the cursor's node away, all is looked at again.
    if (!cursor || !isInPage(cursor)) changes.deep.add(top);
    else noteAfter(cursor, root, changes);
    cursor = lastNode(top);
    if (changes.deep.size || changes.shallow.size) changed(changes);
  };
  const end = () => {
    if (isOver || signal.aborted || stateOf(root) === 'loading') return;
    isOver = true;
    report();
    ended();
  };
  const frame = () => {
    if (isOver || signal.aborted) return;
    if (stateOf(root) !== 'loading') {
      end();
      return;
    }
    report();
    requestAnimationFrame(frame);
  };
  root.addEventListener('readystatechange', end, { signal });
  frame();
}

/** Text nodes that scripts put into parts of the page that the parser was through with: the blocks around them. */
export function findOverlooked(root: Document, isKnown: (node: Node) => boolean): PageChanges {
  const changes: PageChanges = { deep: new Set(), shallow: new Set(), removed: true };
  const top = rootOf(root);
  if (!top || root.getElementsByTagName('script').length === 0) return changes;
  const walker = root.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!isKnown(node) && /\S/.test((node as Text).data) && !isInSkipped(node)) changes.shallow.add(blockElementOf(node as Text));
  return changes;
}
