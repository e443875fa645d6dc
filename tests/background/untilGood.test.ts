import { describe, expect, it, vi } from 'vitest';
import { untilGood } from '../../entrypoints/background/untilGood.ts';

describe('work that is tried until it is good', () => {
  it('is done once, however many ask', async () => {
    const work = vi.fn(async () => undefined);
    const ready = untilGood(work, vi.fn());
    await Promise.all([ready(), ready()]);
    await ready();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is begun anew by the next who asks after it failed, and tells everybody of the failure', async () => {
    const work = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('no disk'));
    const report = vi.fn();
    const ready = untilGood(work, report);
    const asked = await Promise.allSettled([ready(), ready()]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(report).toHaveBeenCalledTimes(1);
    await ready();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
