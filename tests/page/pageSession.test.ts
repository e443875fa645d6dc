// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageEngine } from '../../lib/page/pageEngine.ts';
import { PageSession } from '../../lib/page/pageSession.ts';
import type { Layer, Painter } from '../../lib/page/painter.ts';
import { withDefaults } from '../../lib/progress/storedViewer.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import { saltmarsh } from '../support/packs.ts';
import { stubStaticRange } from '../support/stubStaticRange.ts';

const pack = saltmarsh();
const book = compileNameBook([compileShow(pack)]);
const viewer = withDefaults({ shows: { [pack.show.id]: { watched: 'S1E1', changedAt: 0 } } });

let unread: Set<AbstractRange>;
const painter = {
  add: (layer: Layer, range: AbstractRange) => layer === 'unread' && unread.add(range),
  remove: (_: Layer, range: AbstractRange) => unread.delete(range),
  clean: () => undefined,
} as unknown as Painter;

/** Nothing is ever read here. @param step of the clock, in milliseconds, each time that somebody looks at it. */
function open(step: number): PageSession {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += step));
  const engine = new PageEngine({ book, page: { url: 'https://example.org/', title: 'Saltmarsh Lane recap' } });
  return new PageSession({ engine, book, painter, viewer, shadowOf: () => null, ask: () => new Promise(() => undefined), changed: () => undefined });
}

beforeEach(() => {
  unread = new Set();
  stubStaticRange();
  // happy-dom lays nothing out.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Whether it is covered together with what is around it: blocks that were put together have static ranges. */
const isCoveredAsRest = (element: Element) => [...unread].some((range) => range instanceof Range && range.isPointInRange(element.firstChild as Node, 0));

describe('what has to wait', () => {
  it('is covered, but not what stands before it', () => {
    document.body.innerHTML = '<main><p>About the lane</p><p>Who lives there</p></main>';
    const [first, second] = document.querySelectorAll('p') as unknown as [Element, Element];
    const session = open(100);
    session.take({ deep: new Set(), shallow: new Set(), rests: new Map([[first.parentNode as Node, second]]), removed: false });
    expect([isCoveredAsRest(first), isCoveredAsRest(second)]).toEqual([false, true]);
    session.stop();
  });

  it('is covered at once from where the work on it has come to', () => {
    document.body.innerHTML = '<p>About the lane</p>'.repeat(400);
    const session = open(1);
    session.take({ deep: new Set([document.documentElement]), shallow: new Set(), removed: false });
    const paragraphs = document.querySelectorAll('p');
    expect([isCoveredAsRest(paragraphs[0] as Element), isCoveredAsRest(paragraphs[399] as Element)]).toEqual([false, true]);
    session.stop();
  });

  it('is covered as far as that is worth its price, and then from there on', async () => {
    document.body.innerHTML = '<p>About the lane</p>'.repeat(3000);
    const session = open(1);
    /** Of the cover over what waits: the indexes of the first paragraph in it and of the first behind it. */
    const covered = () => {
      const range = [...unread].find((one) => one instanceof Range && one.startContainer === document.body);
      return range && { first: range.startOffset, end: range.endOffset };
    };
    session.take({ deep: new Set([document.body]), shallow: new Set(), removed: false });
    const before = covered();
    expect(before).toEqual({ first: expect.any(Number), end: (before?.first as number) + 2000 });
    await vi.waitFor(() => expect(covered()?.end).toBe(3000), { interval: 1 });
    session.stop();
  });
});
