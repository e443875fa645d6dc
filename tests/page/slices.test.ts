import { afterEach, describe, expect, it, vi } from 'vitest';
import { Slice } from '../../lib/page/slices.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A scheduler whose tasks run when they are let. */
function stubScheduler() {
  const asked: string[] = [];
  let run = () => {};
  const task = (name: string) => () => {
    asked.push(name);
    return new Promise<void>((resolve) => {
      run = resolve;
    });
  };
  vi.stubGlobal('scheduler', { yield: task('yield'), postTask: (_: () => void, { priority }: { priority: string }) => task(priority)() });
  return { asked, run: () => run() };
}

describe('a slice', () => {
  it('is over after some milliseconds, and begins anew', async () => {
    let now = 0;
    const slice = new Slice(() => now);
    expect(slice.isOver).toBe(false);
    now = 8;
    expect(slice.isOver).toBe(true);
    await slice.next();
    expect(slice.isOver).toBe(false);
  });

  it('goes on ahead of what waits behind it', async () => {
    const { asked, run } = stubScheduler();
    const next = new Slice().next();
    run();
    await next;
    expect(asked).toEqual(['yield']);
  });

  it('goes on behind all else while something is awaited, or once that is there', async () => {
    const { asked, run } = stubScheduler();
    const slow = new Slice().next(new Promise(() => undefined));
    run();
    await slow;
    await new Slice().next(Promise.resolve());
    expect(asked).toEqual(['background', 'background']);
  });
});
