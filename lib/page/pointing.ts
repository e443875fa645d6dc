import type { Mark } from './marks.ts';
import type { PageSession } from './pageSession.ts';
import { offsetIn, rectsOf } from './textRange.ts';

/** Slack around a mark's rectangle, in CSS pixels: a pointer between two lines still rests on the name. */
const SLACK_PX = 2;

const ORDER: Record<Mark['layer'], number> = { hidden: 0, unread: 1, named: 2, shown: 3 };

type Caret = { offsetNode: Node; offset: number };
type CaretDocument = Document & { caretPositionFromPoint?: (x: number, y: number, options?: { shadowRoots: ShadowRoot[] }) => Caret | null };

/** All marks under a point of the viewport (CSS pixels): hidden sentences before names, names before sentences that were shown. */
export function marksAtPoint(session: PageSession, x: number, y: number, shadowRoots: ShadowRoot[] = [], root: CaretDocument = document): Mark[] {
  const caret = root.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (caret?.offsetNode.nodeType !== 3) return [];
  const found = session.marksAt(caret.offsetNode);
  if (!found || found.marks.length === 0) return [];
  const at = offsetIn(found.block, caret.offsetNode, caret.offset);
  if (at === undefined) return [];
  return found.marks.filter((mark) => at >= mark.start && at <= mark.end && isOver(mark, x, y)).sort((a, b) => ORDER[a.layer] - ORDER[b.layer]);
}

/** All marks that reach into the text of an element. */
export function marksIn(session: PageSession, element: Element): Mark[] {
  const found = new Set<Mark>();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { block, marks } = session.marksAt(node) ?? {};
    const at = block && offsetIn(block, node, 0);
    if (at !== undefined) for (const mark of marks ?? []) if (mark.start < at + node.length && mark.end > at) found.add(mark);
  }
  return [...found];
}

function isOver(mark: Mark, x: number, y: number): boolean {
  return rectsOf(mark).some((rect) => x >= rect.left - SLACK_PX && x <= rect.right + SLACK_PX && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX);
}
