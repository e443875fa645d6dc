import type { Mark } from './marks.ts';
import type { PageSession } from './pageSession.ts';
import { offsetIn, rectsOf } from './textRange.ts';

/** Slack around a mark's rectangle, in CSS pixels: a pointer between two lines still rests on the name. */
const SLACK_PX = 2;

type Caret = { offsetNode: Node; offset: number };
type CaretDocument = Document & { caretPositionFromPoint?: (x: number, y: number, options?: { shadowRoots: ShadowRoot[] }) => Caret | null };

/** The mark under a point of the viewport (CSS pixels), hidden sentences before names. */
export function markAtPoint(session: PageSession, x: number, y: number, shadowRoots: ShadowRoot[] = [], root: CaretDocument = document): Mark | undefined {
  const caret = root.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (caret?.offsetNode.nodeType !== 3) return undefined;
  const found = session.marksAt(caret.offsetNode);
  if (!found || found.marks.length === 0) return undefined;
  const at = offsetIn(found.block, caret.offsetNode, caret.offset);
  if (at === undefined) return undefined;
  const candidates = found.marks.filter((mark) => at >= mark.start && at <= mark.end && isOver(mark, x, y));
  return candidates.find((mark) => mark.layer === 'hidden') ?? candidates[0];
}

function isOver(mark: Mark, x: number, y: number): boolean {
  return rectsOf(mark.range).some((rect) => x >= rect.left - SLACK_PX && x <= rect.right + SLACK_PX && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX);
}
