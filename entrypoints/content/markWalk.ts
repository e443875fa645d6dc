import { isSentence, type Mark } from '../../lib/page/marks.ts';
import type { PageSession } from '../../lib/page/pageSession.ts';
import { rectsOf, toStaticRange } from '../../lib/page/textRange.ts';
import type { OverlayView } from './overlayView.tsx';

const isInView = (mark: Mark) => rectsOf(mark).some((rect) => rect.bottom > 0 && rect.top < innerHeight);
const isSame = (a: Mark, b: Mark) => a.block === b.block && a.start === b.start && isSentence(a) === isSentence(b);

/** The keyboard's way to names, hidden sentences and those that were shown: opens what the next one has to offer. */
export class MarkWalk {
  readonly #session: PageSession;
  readonly #view: OverlayView;
  #current: Mark | undefined;

  constructor(session: PageSession, view: OverlayView) {
    this.#session = session;
    this.#view = view;
  }

  /** Goes to the next mark or to the one before; at first to the first one on the screen. @returns false where there is none. */
  step(direction: 1 | -1): boolean {
    const marks = [...this.#session.marks()].filter((mark) => mark.layer !== 'unread');
    if (marks.length === 0) return false;
    const current = this.#current;
    const at = current ? marks.findIndex((mark) => isSame(mark, current)) : -1;
    const first = Math.max(0, marks.findIndex(isInView));
    const mark = marks[at < 0 ? first : (at + direction + marks.length) % marks.length] as Mark;
    this.#current = mark;
    toStaticRange(mark)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    if (mark.layer === 'named') this.#view.enter(mark, undefined, { now: true, focus: true });
    else if (isSentence(mark)) this.#view.offer(mark, undefined, true);
    return true;
  }
}
