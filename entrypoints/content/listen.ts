import type { PageSession } from '../../lib/page/pageSession.ts';
import { markAtPoint } from '../../lib/page/pointing.ts';
import type { ShadowRoots } from '../../lib/page/shadowRoots.ts';
import type { OverlayView } from './overlayView.tsx';

/** Listens to pointer, keyboard and touch for one page, until the signal. Nothing of the page's own is stopped unless a hidden sentence is meant. */
export function listen(session: PageSession, view: OverlayView, shadows: ShadowRoots, signal: AbortSignal): void {
  let isQueued = false;
  let last: PointerEvent | undefined;
  const look = () => {
    isQueued = false;
    if (!last || view.contains(last)) return;
    const mark = last.pointerType === 'touch' ? undefined : markAtPoint(session, last.clientX, last.clientY, shadows.all);
    if (mark?.layer === 'named') view.enter(mark, { x: last.clientX, y: last.clientY });
    else view.hover.send({ type: 'leave' });
  };
  const onMove = (event: PointerEvent) => {
    last = event;
    if (isQueued) return;
    isQueued = true;
    requestAnimationFrame(look);
  };
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || view.contains(event)) return;
    const mark = markAtPoint(session, event.clientX, event.clientY, shadows.all);
    if (mark?.layer === 'hidden') {
      // A link under a blur is not followed before its text is shown.
      event.preventDefault();
      event.stopImmediatePropagation();
      view.offer(mark, { x: event.clientX, y: event.clientY }, event.detail === 0);
      return;
    }
    view.close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && view.isOpen) view.close();
  };
  const options = { capture: true, passive: true, signal };
  addEventListener('pointermove', onMove as EventListener, options);
  addEventListener('click', onClick, { capture: true, signal });
  addEventListener('keydown', onKey, options);
  document.documentElement.addEventListener('pointerleave', () => view.hover.send({ type: 'leave' }), options);
}
