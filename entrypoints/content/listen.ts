import { isSentence, type Mark, type NamedMark } from '../../lib/page/marks.ts';
import type { PageSession } from '../../lib/page/pageSession.ts';
import { marksAtPoint, marksIn } from '../../lib/page/pointing.ts';
import type { ShadowRoots } from '../../lib/page/shadowRoots.ts';
import type { OverlayView } from './overlayView.tsx';

const CONTROLS = 'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [contenteditable]';

/** A finger that rests for so long wants the browser's own menu; in milliseconds. */
const LONG_PRESS_MS = 450;

const isNamed = (mark: Mark): mark is NamedMark => mark.layer === 'named';
const elementsOn = (event: Event): Element[] => event.composedPath().filter((target): target is Element => target instanceof Element);

/** Whether a click does something of the page's own. */
const isOnControl = (event: Event): boolean => elementsOn(event).some((element) => element.matches(CONTROLS));
const isOnLink = (event: Event): boolean => elementsOn(event).some((element) => element.matches('a[href]'));

/** Listens to pointer, keyboard and touch for one page, until the signal. Nothing of the page's own is stopped unless a hidden sentence is meant, or a name is tapped that is a link too. */
export function listen(session: PageSession, view: OverlayView, shadows: ShadowRoots, signal: AbortSignal): void {
  let isQueued = false;
  let last: PointerEvent | undefined;
  let pressedAt = 0;
  const look = () => {
    isQueued = false;
    if (!last) return;
    const [mark] = marksAtPoint(session, last.clientX, last.clientY, shadows.all);
    if (mark?.layer === 'named') view.enter(mark, { x: last.clientX, y: last.clientY });
    else view.hover.send({ type: 'leave' });
  };
  const onMove = (event: PointerEvent) => {
    // A finger that moves scrolls; where it rests, the browser has a menu of its own.
    if (event.pointerType === 'touch') return;
    // An event knows its way only while it is on it, and a card is no place of the page.
    last = view.contains(event) ? undefined : event;
    if (isQueued) return;
    isQueued = true;
    requestAnimationFrame(look);
  };
  const marksUnder = (event: MouseEvent): Mark[] => {
    if (event.detail > 0) return marksAtPoint(session, event.clientX, event.clientY, shadows.all);
    // Enter on a link is a click without a place: what the link holds is meant.
    const [link] = elementsOn(event);
    return link ? marksIn(session, link).filter(isSentence) : [];
  };
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || view.contains(event)) return;
    const at = { x: event.clientX, y: event.clientY };
    const marks = marksUnder(event);
    const hidden = marks.filter(isSentence).find((mark) => mark.layer === 'hidden');
    if (hidden) {
      // A link under a blur is not followed before its text is shown.
      event.preventDefault();
      event.stopImmediatePropagation();
      view.offer(hidden, event.detail > 0 ? at : undefined, event.detail === 0);
      return;
    }
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    if (isTouch && event.timeStamp - pressedAt > LONG_PRESS_MS) return;
    const named = isTouch ? marks.find(isNamed) : undefined;
    if (named && !view.isAt(named)) {
      // The first tap on a name that is a link tells who it is; the second one follows it.
      if (isOnLink(event)) event.preventDefault();
      view.close();
      view.enter(named, at, { now: true });
      return;
    }
    const shown = named ? undefined : marks.find(isSentence);
    if (shown && event.detail === 1 && !isOnControl(event) && (getSelection()?.isCollapsed ?? true)) view.offer(shown, at, false);
    else view.close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && view.isOpen) view.close();
  };
  const options = { capture: true, passive: true, signal };
  addEventListener('pointermove', onMove as EventListener, options);
  addEventListener('click', onClick, { capture: true, signal });
  addEventListener('keydown', onKey, options);
  addEventListener(
    'pointerdown',
    (event) => {
      pressedAt = event.timeStamp;
    },
    options,
  );
  // The finger has begun to scroll: what it points at is no longer what was meant.
  addEventListener('pointercancel', (event) => !view.contains(event) && view.hover.send({ type: 'leave' }), options);
  document.documentElement.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      if (pointerType !== 'touch') view.hover.send({ type: 'leave' });
    },
    options,
  );
}
