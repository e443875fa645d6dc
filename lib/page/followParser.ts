import { type Ending, endingsOf, endingThatGrew } from './endings.ts';
import { bodyOf, countIn, firstChildOf, isInPage, lastChildOf, lastIn, nextSiblingOf, parentOf, previousSiblingOf, rootOf, stateOf, typeOf } from './nodes.ts';
import { blockElementOf, hasWord, isInSkipped } from './textBlocks.ts';
import type { PageChanges } from './watchPage.ts';

/** So many texts that came last somewhere are watched: where scripts append something, the parser goes on before it. */
const MAX_TAILS = 64;

/**
 * Notes all that stands behind `cursor`, a node that had nothing in it: what is in it now, per node around it the rest of its
 * children, and the line that the cursor is in.
 * @returns the last children of each rest, in order.
 */
function noteAfter(cursor: Node, root: Node, changes: Required<PageChanges>): Node[] {
  const last: Node[] = [];
  if (typeOf(cursor) === 3 && hasWord(cursor as Text) && parentOf(cursor)) noteLine(blockElementOf(cursor as Text), changes);
  const noteRest = (parent: Node, first: Node | null) => {
    if (!first || isInSkipped(parent)) return;
    changes.rests.set(parent, first);
    const before = previousSiblingOf(first);
    const children: Node[] = [];
    for (let node = lastChildOf(parent); node && node !== before && children.length < MAX_TAILS; node = previousSiblingOf(node)) children.push(node);
    last.push(...children.reverse());
  };
  noteRest(cursor, firstChildOf(cursor));
  let at: Node = cursor;
  for (let parent = parentOf(at); at !== root && parent; at = parent, parent = parentOf(at)) noteRest(parent, nextSiblingOf(at));
  return last;
}

function noteLine(block: Node, changes: PageChanges): void {
  if (!isInSkipped(block)) changes.shallow.add(block);
}

/**
 * Follows the parser of a page that is still loading, a frame at a time: what it brought since the last frame is
 * reported before the frame is painted. A mutation observer would get a record for each of its nodes, which costs more
 * than all the rest; one is started when the parser has ended, before deferred scripts run.
 * @param input.ended is called once, with everything reported.
 */
export function followParser(input: {
  root: Document;
  changed: (changes: PageChanges) => void;
  ended: () => void;
  /** Whether what scripts put elsewhere must be seen at once: that takes counting all elements in each frame. */
  mustSeeAll: () => boolean;
  signal: AbortSignal;
}): void {
  const { root, changed, ended, mustSeeAll, signal } = input;
  let endings: Ending[] = [];
  let isOver = false;
  /** How many elements the body held; undefined where they were not counted. */
  let count: number | undefined;
  /** Texts that may still grow, with their lengths. */
  const tails = new Map<Text, number>();
  /** Watches the texts that nodes end with, of the last ones. */
  const watchTails = (nodes: readonly Node[]) => {
    for (const node of nodes.slice(-MAX_TAILS)) {
      const tail = lastIn(node);
      if (typeOf(tail) === 3) tails.set(tail as Text, (tail as Text).length);
    }
    if (tails.size > MAX_TAILS) for (const [oldest] of [...tails].slice(0, tails.size - MAX_TAILS)) tails.delete(oldest);
  };
  const noteGrown = (changes: PageChanges) => {
    for (const [text, length] of tails) {
      if (!isInPage(text)) tails.delete(text);
      else if (text.length !== length) {
        noteLine(blockElementOf(text), changes);
        tails.set(text, text.length);
      }
    }
  };
  const report = () => {
    const changes: Required<PageChanges> = { deep: new Set(), shallow: new Set(), rests: new Map(), removed: false, moved: false };
    const top = rootOf(root);
    // A script has taken the whole document away, and writes another one.
    if (!top) return;
    const body = bodyOf(root);
    const before = count;
    count = mustSeeAll() ? (body ? countIn(body) : 0) : undefined;
    const grown = before === undefined || count === undefined ? undefined : count - before;
    const ending = endingThatGrew(endings, body, grown);
    if (ending) {
      noteGrown(changes);
      watchTails(noteAfter(ending.node, root, changes));
    } else {
      // The first look, or scripts have put or taken something elsewhere.
      changes.deep.add(top);
      changes.removed = before !== undefined;
      changes.moved = changes.removed;
    }
    // Behind the body stands what scripts and other extensions have put there.
    const filled = body ?? top;
    endings = count === undefined ? [{ node: lastIn(filled), behind: 0 }] : endingsOf(filled);
    watchTails(endings.map(({ node }) => node));
    if (changes.deep.size || changes.shallow.size || changes.rests.size) changed(changes);
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
