// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageBlock } from '../../lib/page/pageEngine.ts';
import { PaintWindow } from '../../lib/page/paintWindow.ts';
import type { Rest } from '../../lib/page/rests.ts';
import { stubStaticRange } from '../support/stubStaticRange.ts';

const HEIGHT = 100;
let scrolled = 0;
let blocks: PageBlock[];
let far: Set<PageBlock>;
let covers: Set<AbstractRange>;
let mustCover = true;
/** Those that are for the viewer, far off too. */
let harmless: Set<PageBlock>;
let rests: readonly Rest[] | 'everywhere';
let coverMore: () => boolean;
let paintWindow: PaintWindow;

/** A block of HEIGHT pixels below all others. */
function blockAt(index: number): PageBlock {
  const element = document.createElement('p');
  vi.spyOn(element, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, index * HEIGHT - scrolled, 600, HEIGHT));
  element.append(`block ${index}`);
  document.body.append(element);
  return { element, nodes: [element.firstChild] } as unknown as PageBlock;
}

const open = (count: number) => {
  far = new Set();
  covers = new Set();
  harmless = new Set();
  document.body.textContent = '';
  blocks = Array.from({ length: count }, (_, i) => blockAt(i));
  paintWindow = new PaintWindow({
    blocks,
    board: {
      setFar: (block, isFar) => (isFar ? far.add(block) : far.delete(block)),
      isFar: (block) => far.has(block),
      mustCover: (block) => !harmless.has(block),
    },
    mustCover: () => mustCover,
    cover: (range) => covers.add(range),
    uncover: (range) => covers.delete(range),
    rests: () => rests,
    coverMore: () => coverMore(),
  });
};
const isFar = (index: number) => far.has(blocks[index] as PageBlock);

beforeEach(() => {
  scrolled = 0;
  mustCover = true;
  rests = [];
  coverMore = () => false;
  vi.stubGlobal('innerHeight', 800);
  stubStaticRange();
  // happy-dom lays nothing out: here each observation is reported in the next task.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #report: () => void;
      constructor(report: () => void) {
        this.#report = report;
      }
      observe = () => setTimeout(this.#report);
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
});

afterEach(() => {
  paintWindow.stop();
  vi.unstubAllGlobals();
});

describe('what is far', () => {
  const isCovered = (index: number) => {
    const [text] = (blocks[index] as PageBlock).nodes as [Text];
    const isAfter = (node: Node) => (text.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return [...covers].some(({ startContainer, endContainer }) => !isAfter(startContainer) && (endContainer === text || isAfter(endContainer)));
  };

  it('is covered as a whole, above and below', () => {
    open(2000);
    scrolled = 1000 * HEIGHT;
    paintWindow.look();
    expect(covers.size).toBe(2);
    expect([isCovered(500), isCovered(1000), isCovered(1500)]).toEqual([true, false, true]);
    paintWindow.stop();
    expect(covers.size).toBe(0);
  });

  it('is not covered where it is for the viewer, as soon as that is known', async () => {
    open(2000);
    paintWindow.look();
    expect(isCovered(1000)).toBe(true);
    for (const block of blocks.slice(500, 1500)) harmless.add(block);
    paintWindow.askCovers();
    await vi.waitFor(() => expect(isCovered(1000)).toBe(false));
    expect([isCovered(400), isCovered(1600)]).toEqual([true, true]);
  });

  it('keeps a cover that is still right', () => {
    open(2000);
    harmless.add(blocks[1000] as PageBlock);
    paintWindow.look();
    const before = [...covers];
    harmless.add(blocks[1500] as PageBlock);
    paintWindow.look();
    expect(covers.has(before[0] as AbstractRange)).toBe(true);
    expect(covers.has(before[1] as AbstractRange)).toBe(false);
    expect([isCovered(1400), isCovered(1500), isCovered(1600)]).toEqual([true, false, true]);
  });

  it('is not covered where nothing is a spoiler', () => {
    mustCover = false;
    open(2000);
    paintWindow.look();
    expect(covers.size).toBe(0);
  });

  it('is not covered where that would take too much', () => {
    open(5000);
    paintWindow.look();
    expect(covers.size).toBe(0);
    for (const block of blocks.slice(500)) harmless.add(block);
    paintWindow.look();
    expect([isCovered(400), isCovered(600)]).toEqual([true, false]);
  });
});

describe('while much of a page waits, the whole of it', () => {
  const isPageCovered = () => document.adoptedStyleSheets.length > 0;
  const restFrom = (index: number): Rest => ({ root: document.body, first: (blocks[index] as PageBlock).element as Element });

  it('is covered as long as it is near the screen', () => {
    open(2000);
    rests = [restFrom(30)];
    paintWindow.look();
    expect(isPageCovered()).toBe(true);
    rests = [restFrom(200)];
    paintWindow.look();
    expect([isPageCovered(), isFar(50), isFar(150)]).toEqual([false, false, true]);
    scrolled = 180 * HEIGHT;
    dispatchEvent(new Event('scroll'));
    expect(isPageCovered()).toBe(true);
    rests = [];
    paintWindow.look();
    expect([isPageCovered(), isFar(180)]).toEqual([false, false]);
  });

  it('is looked through for what came, not for all each time', async () => {
    open(2000);
    const { element } = blocks[1900] as PageBlock;
    rests = [{ root: element, first: element.firstChild }];
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock++);
    paintWindow.look();
    const asked = vi.spyOn((blocks[1000] as PageBlock).element as Element, 'getBoundingClientRect');
    asked.mockClear();
    const fresh = [blockAt(2000), blockAt(20)];
    blocks.push(...fresh);
    paintWindow.take([fresh[0] as PageBlock]);
    paintWindow.take([fresh[1] as PageBlock]);
    expect(far.has(fresh[1] as PageBlock)).toBe(true);
    await vi.waitFor(() => expect(far.has(fresh[1] as PageBlock)).toBe(false));
    expect(asked).not.toHaveBeenCalled();
    vi.mocked(performance.now).mockRestore();
  });

  it('is covered where something of it stands beside the rest', () => {
    open(2000);
    const aside = document.createElement('aside');
    aside.append('Who dies next');
    document.body.append(aside);
    vi.spyOn(aside, 'getBoundingClientRect').mockImplementation(() => new DOMRect(600, 0, 200, 400));
    rests = [restFrom(200)];
    paintWindow.look();
    expect(isPageCovered()).toBe(true);
  });

  it('is not covered where what is near can be covered by itself', () => {
    open(2000);
    rests = [restFrom(30)];
    coverMore = () => {
      if (rests === 'everywhere' || rests[0]?.first !== restFrom(30).first) return false;
      rests = [restFrom(200)];
      return true;
    };
    paintWindow.look();
    expect([isPageCovered(), isFar(50), isFar(150)]).toEqual([false, false, true]);
  });

  it('is covered where nobody can say where it stands', () => {
    open(2000);
    rests = 'everywhere';
    paintWindow.look();
    expect(isPageCovered()).toBe(true);
    paintWindow.stop();
    expect(isPageCovered()).toBe(false);
  });

  it('is not covered where nothing is a spoiler', () => {
    mustCover = false;
    open(2000);
    rests = 'everywhere';
    paintWindow.look();
    expect([isPageCovered(), isFar(0), isFar(1000)]).toEqual([false, false, true]);
  });
});

describe('what is painted', () => {
  it('is everything where there is little', () => {
    open(200);
    paintWindow.look();
    expect(far.size).toBe(0);
  });

  it('is what stands around the screen where there is much, and the ends of the page', () => {
    open(2000);
    paintWindow.look();
    expect([isFar(0), isFar(60), isFar(100), isFar(1000), isFar(1999)]).toEqual([false, false, true, true, false]);
  });

  it('follows as the page is scrolled', () => {
    open(2000);
    paintWindow.look();
    scrolled = 1000 * HEIGHT;
    dispatchEvent(new Event('scroll'));
    expect([isFar(500), isFar(1000), isFar(1500)]).toEqual([true, false, true]);
  });

  it('is not looked at with each event of a page that is scrolled, but before anything comes that was not painted', () => {
    open(2000);
    paintWindow.look();
    const look = vi.spyOn(paintWindow, 'look');
    for (const y of [100, 500, 900]) {
      vi.stubGlobal('scrollY', y);
      document.dispatchEvent(new Event('scroll', { bubbles: true }));
    }
    expect(look).not.toHaveBeenCalled();
    vi.stubGlobal('scrollY', 1100);
    document.dispatchEvent(new Event('scroll', { bubbles: true }));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is everything again where most has gone', () => {
    open(2000);
    paintWindow.look();
    blocks.length = 200;
    paintWindow.look();
    expect(blocks.some((block) => far.has(block))).toBe(false);
  });

  it('is what has no box too: it may be shown at any time', () => {
    open(2000);
    for (const block of blocks.slice(1000, 1100)) vi.spyOn(block.element as Element, 'getBoundingClientRect').mockImplementation(() => new DOMRect());
    paintWindow.look();
    expect([isFar(900), isFar(1050)]).toEqual([true, false]);
  });

  it('is not looked at with each frame of a page that grows', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    vi.useFakeTimers();
    open(2000);
    const look = vi.spyOn(paintWindow, 'look');
    for (; clock < 1000; clock += 20) {
      paintWindow.ask();
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(look.mock.calls.length).toBeGreaterThan(2);
    expect(look.mock.calls.length).toBeLessThan(6);
    vi.useRealTimers();
    vi.mocked(performance.now).mockRestore();
  });

  it('is looked at once before the next frame, however much came', async () => {
    open(2000);
    const look = vi.spyOn(paintWindow, 'look');
    paintWindow.ask();
    paintWindow.ask();
    await vi.waitFor(() => expect(look).toHaveBeenCalled());
    expect(look).toHaveBeenCalledTimes(1);
  });
});
