import type { Mark } from '../../lib/page/marks.ts';
import type { PageSession } from '../../lib/page/pageSession.ts';
import { rectsOf } from '../../lib/page/textRange.ts';
import type { OverlayView } from './overlayView.tsx';

const isInView = (mark: Mark) => rectsOf(mark.range).some((rect) => rect.bottom > 0 && rect.top < innerHeight);

/**
 * The keyboard's way to names and hidden sentences: Alt+Shift+S opens what the next one has to offer, Alt+Shift+A the
 * one before. The first is the first one on the screen. Ends with the signal.
 */
export function stepThroughMarks(session: PageSession, view: OverlayView, signal: AbortSignal): void {
  let current: Mark | undefined;
  const step = (direction: 1 | -1) => {
    const marks = [...session.marks()].filter((mark) => mark.layer !== 'unread');
    if (marks.length === 0) return;
    const at = current ? marks.findIndex((mark) => mark.block === current?.block && mark.start === current.start) : -1;
    const first = Math.max(0, marks.findIndex(isInView));
    const next = at < 0 ? first : (at + direction + marks.length) % marks.length;
    current = marks[next] as Mark;
    current.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    if (current.layer === 'hidden') view.offer(current, undefined, true);
    else if (current.layer === 'named') view.enter(current, undefined, true);
  };
  addEventListener(
    'keydown',
    (event) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      if (event.code !== 'KeyS' && event.code !== 'KeyA') return;
      event.preventDefault();
      step(event.code === 'KeyS' ? 1 : -1);
    },
    { capture: true, signal },
  );
}
