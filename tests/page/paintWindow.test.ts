// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HEIGHT, WindowedPage } from '../support/windowedPage.ts';

let page: WindowedPage;
beforeEach(() => {
  page = new WindowedPage();
});
afterEach(() => page.close());

describe('what is painted', () => {
  it('is everything where there is little', () => {
    page.open(200);
    page.paintWindow.look();
    expect(page.far.size).toBe(0);
  });

  it('is what stands around the screen where there is much, and the ends of the page', () => {
    page.open(2000);
    page.paintWindow.look();
    expect([page.isFar(0), page.isFar(60), page.isFar(100), page.isFar(1000), page.isFar(1999)]).toEqual([false, false, true, true, false]);
  });

  it('follows as the page is scrolled', () => {
    page.open(2000);
    page.paintWindow.look();
    page.scrolled = 1000 * HEIGHT;
    dispatchEvent(new Event('scroll'));
    expect([page.isFar(500), page.isFar(1000), page.isFar(1500)]).toEqual([true, false, true]);
  });

  it('is not looked at with each event of a page that is page.scrolled, but before anything comes that was not painted', () => {
    page.open(2000);
    page.paintWindow.look();
    const look = vi.spyOn(page.paintWindow, 'look');
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
    page.open(2000);
    page.paintWindow.look();
    page.blocks.length = 200;
    page.paintWindow.look();
    expect(page.blocks.some((block) => page.far.has(block))).toBe(false);
  });

  it('is what has no box too: it may be shown at any time', () => {
    page.open(2000);
    for (const block of page.blocks.slice(1000, 1100)) vi.spyOn(block.element as Element, 'getBoundingClientRect').mockImplementation(() => new DOMRect());
    page.paintWindow.look();
    expect([page.isFar(900), page.isFar(1050)]).toEqual([true, false]);
  });

  it('is not looked at with each frame of a page that grows', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    vi.useFakeTimers();
    page.open(2000);
    const look = vi.spyOn(page.paintWindow, 'look');
    for (; clock < 1000; clock += 20) {
      page.paintWindow.ask();
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(look.mock.calls.length).toBeGreaterThan(2);
    expect(look.mock.calls.length).toBeLessThan(6);
    vi.useRealTimers();
    vi.mocked(performance.now).mockRestore();
  });

  it('is looked at once before the next frame, however much came', async () => {
    page.open(2000);
    const look = vi.spyOn(page.paintWindow, 'look');
    page.paintWindow.ask();
    page.paintWindow.ask();
    await vi.waitFor(() => expect(look).toHaveBeenCalled());
    expect(look).toHaveBeenCalledTimes(1);
  });
});
