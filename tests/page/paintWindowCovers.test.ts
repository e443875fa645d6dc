// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageBlock } from '../../lib/page/pageEngine.ts';
import type { Rest } from '../../lib/page/rests.ts';
import { HEIGHT, WindowedPage } from '../support/windowedPage.ts';

let page: WindowedPage;
beforeEach(() => {
  page = new WindowedPage();
});
afterEach(() => page.close());

describe('what is far', () => {
  const isCovered = (index: number) => {
    const [text] = (page.blocks[index] as PageBlock).nodes as [Text];
    const isAfter = (node: Node) => (text.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return [...page.covers].some(({ startContainer, endContainer }) => !isAfter(startContainer) && (endContainer === text || isAfter(endContainer)));
  };

  it('is covered as a whole, above and below', () => {
    page.open(2000);
    page.scrolled = 1000 * HEIGHT;
    page.paintWindow.look();
    expect(page.covers.size).toBe(2);
    expect([isCovered(500), isCovered(1000), isCovered(1500)]).toEqual([true, false, true]);
    page.paintWindow.stop();
    expect(page.covers.size).toBe(0);
  });

  it('is not covered where it is for the viewer, as soon as that is known', async () => {
    page.open(2000);
    page.paintWindow.look();
    expect(isCovered(1000)).toBe(true);
    for (const block of page.blocks.slice(500, 1500)) page.harmless.add(block);
    page.paintWindow.askCovers();
    await vi.waitFor(() => expect(isCovered(1000)).toBe(false));
    expect([isCovered(400), isCovered(1600)]).toEqual([true, true]);
  });

  it('keeps a cover that is still right', () => {
    page.open(2000);
    page.harmless.add(page.blocks[1000] as PageBlock);
    page.paintWindow.look();
    const before = [...page.covers];
    page.harmless.add(page.blocks[1500] as PageBlock);
    page.paintWindow.look();
    expect(page.covers.has(before[0] as AbstractRange)).toBe(true);
    expect(page.covers.has(before[1] as AbstractRange)).toBe(false);
    expect([isCovered(1400), isCovered(1500), isCovered(1600)]).toEqual([true, false, true]);
  });

  it('is not covered where nothing is a spoiler', () => {
    page.mustCover = false;
    page.open(2000);
    page.paintWindow.look();
    expect(page.covers.size).toBe(0);
  });

  it('is not covered where that would take too much', () => {
    page.open(5000);
    page.paintWindow.look();
    expect(page.covers.size).toBe(0);
    for (const block of page.blocks.slice(500)) page.harmless.add(block);
    page.paintWindow.look();
    expect([isCovered(400), isCovered(600)]).toEqual([true, false]);
  });
});

describe('while much of a page waits, the whole of it', () => {
  const isPageCovered = () => document.adoptedStyleSheets.length > 0;
  const restFrom = (index: number): Rest => ({ root: document.body, first: (page.blocks[index] as PageBlock).element as Element });

  it('is covered as long as it is near the screen', () => {
    page.open(2000);
    page.rests = [restFrom(30)];
    page.paintWindow.look();
    expect(isPageCovered()).toBe(true);
    page.rests = [restFrom(200)];
    page.paintWindow.look();
    expect([isPageCovered(), page.isFar(50), page.isFar(150)]).toEqual([false, false, true]);
    page.scrolled = 180 * HEIGHT;
    dispatchEvent(new Event('scroll'));
    expect(isPageCovered()).toBe(true);
    page.rests = [];
    page.paintWindow.look();
    expect([isPageCovered(), page.isFar(180)]).toEqual([false, false]);
  });

  it('is looked through for what came, not for all each time', async () => {
    page.open(2000);
    const { element } = page.blocks[1900] as PageBlock;
    page.rests = [{ root: element, first: element.firstChild }];
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock++);
    page.paintWindow.look();
    const asked = vi.spyOn((page.blocks[1000] as PageBlock).element as Element, 'getBoundingClientRect');
    asked.mockClear();
    const fresh = [page.blockAt(2000), page.blockAt(20)];
    page.blocks.push(...fresh);
    page.paintWindow.take([fresh[0] as PageBlock]);
    page.paintWindow.take([fresh[1] as PageBlock]);
    expect(page.far.has(fresh[1] as PageBlock)).toBe(true);
    await vi.waitFor(() => expect(page.far.has(fresh[1] as PageBlock)).toBe(false));
    expect(asked).not.toHaveBeenCalled();
    vi.mocked(performance.now).mockRestore();
  });

  it('is covered where something of it stands beside the rest', () => {
    page.open(2000);
    const aside = document.createElement('aside');
    aside.append('Who dies next');
    document.body.append(aside);
    vi.spyOn(aside, 'getBoundingClientRect').mockImplementation(() => new DOMRect(600, 0, 200, 400));
    page.rests = [restFrom(200)];
    page.paintWindow.look();
    expect(isPageCovered()).toBe(true);
  });

  it('is not covered where what is near can be covered by itself', () => {
    page.open(2000);
    page.rests = [restFrom(30)];
    page.coverMore = () => {
      if (page.rests === 'everywhere' || page.rests[0]?.first !== restFrom(30).first) return false;
      page.rests = [restFrom(200)];
      return true;
    };
    page.paintWindow.look();
    expect([isPageCovered(), page.isFar(50), page.isFar(150)]).toEqual([false, false, true]);
  });

  it('is covered where nobody can say where it stands', () => {
    page.open(2000);
    page.rests = 'everywhere';
    page.paintWindow.look();
    expect(isPageCovered()).toBe(true);
    page.paintWindow.stop();
    expect(isPageCovered()).toBe(false);
  });

  it('is not covered where nothing is a spoiler', () => {
    page.mustCover = false;
    page.open(2000);
    page.rests = 'everywhere';
    page.paintWindow.look();
    expect([isPageCovered(), page.isFar(0), page.isFar(1000)]).toEqual([false, false, true]);
  });
});
