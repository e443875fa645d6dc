import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from '../../lib/progress/afterPause.ts';

const HOUR = 3_600_000;

describe('the end of a pause', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told once, in time', () => {
    const ended = vi.fn();
    afterPause(HOUR, ended);
    vi.advanceTimersByTime(HOUR - 1);
    expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ended).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(HOUR);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('is not told where there was no pause, or where nobody waits any more', () => {
    const ended = vi.fn();
    afterPause(0, ended);
    afterPause(HOUR, ended)();
    vi.advanceTimersByTime(2 * HOUR);
    expect(ended).not.toHaveBeenCalled();
  });

  it('is told soon after a computer woke from sleep', () => {
    const ended = vi.fn();
    afterPause(HOUR, ended);
    // The clock goes on, timers do not.
    vi.setSystemTime(2 * HOUR);
    vi.advanceTimersByTime(30_000);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
