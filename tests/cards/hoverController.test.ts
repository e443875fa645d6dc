import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoverController } from '../../lib/cards/hoverController.ts';
import { DWELL_MS, GRACE_MS, type HoverState } from '../../lib/cards/hoverMachine.ts';

const mara = { show: 'lane', entity: 'mara' };
const tobin = { show: 'lane', entity: 'tobin' };

describe('the hover controller', () => {
  let seen: string[];
  let controller: HoverController;

  beforeEach(() => {
    vi.useFakeTimers();
    seen = [];
    controller = new HoverController((state: HoverState, before: HoverState) => seen.push(`${before.at} → ${state.at}`));
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('opens after the dwell, not before', () => {
    controller.send({ type: 'enter', target: mara });
    vi.advanceTimersByTime(DWELL_MS - 1);
    expect(controller.state.at).toBe('dwelling');
    vi.advanceTimersByTime(1);
    expect(controller.state).toMatchObject({ at: 'open', target: mara });
    expect(seen).toEqual(['idle → dwelling', 'dwelling → open']);
  });

  it('opens nothing for a pointer that passes by', () => {
    controller.send({ type: 'enter', target: mara });
    vi.advanceTimersByTime(DWELL_MS - 1);
    controller.send({ type: 'leave' });
    vi.advanceTimersByTime(10_000);
    expect(controller.state.at).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins the dwell again with another name', () => {
    controller.send({ type: 'enter', target: mara });
    vi.advanceTimersByTime(DWELL_MS - 1);
    controller.send({ type: 'enter', target: tobin });
    vi.advanceTimersByTime(DWELL_MS - 1);
    expect(controller.state).toMatchObject({ at: 'dwelling', target: tobin });
    vi.advanceTimersByTime(1);
    expect(controller.state).toMatchObject({ at: 'open', target: tobin });
  });

  it('does not begin the dwell again while the pointer moves on the same name', () => {
    controller.send({ type: 'enter', target: mara });
    vi.advanceTimersByTime(DWELL_MS - 1);
    controller.send({ type: 'enter', target: { ...mara } });
    vi.advanceTimersByTime(1);
    expect(controller.state.at).toBe('open');
  });

  it('opens at once by focus, and sets no timer', () => {
    controller.send({ type: 'enter', target: mara, now: true });
    expect(controller.state.at).toBe('open');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('closes when the grace is over', () => {
    controller.send({ type: 'enter', target: mara, now: true });
    controller.send({ type: 'leave' });
    vi.advanceTimersByTime(GRACE_MS - 1);
    expect(controller.state.at).toBe('leaving');
    vi.advanceTimersByTime(1);
    expect(controller.state.at).toBe('idle');
  });

  it('stays open for a pointer that reaches the card in time, however long it stays', () => {
    controller.send({ type: 'enter', target: mara, now: true });
    controller.send({ type: 'leave' });
    vi.advanceTimersByTime(GRACE_MS - 1);
    controller.send({ type: 'enterCard' });
    vi.advanceTimersByTime(60_000);
    expect(controller.state.at).toBe('open');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives the whole grace again at every leaving', () => {
    controller.send({ type: 'enter', target: mara, now: true });
    for (let i = 0; i < 3; i++) {
      controller.send({ type: 'leave' });
      vi.advanceTimersByTime(GRACE_MS - 1);
      controller.send({ type: 'enterCard' });
    }
    expect(controller.state.at).toBe('open');
  });

  it('keeps a pinned card until it is dismissed', () => {
    controller.send({ type: 'enter', target: mara, now: true });
    controller.send({ type: 'pin', pinned: true });
    controller.send({ type: 'leave' });
    vi.advanceTimersByTime(60_000);
    expect(controller.state).toMatchObject({ at: 'open', pinned: true });
    controller.send({ type: 'dismiss' });
    expect(controller.state.at).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has at most one timer', () => {
    for (const target of [mara, tobin, mara, tobin]) {
      controller.send({ type: 'enter', target });
      expect(vi.getTimerCount()).toBe(1);
    }
  });

  it('tells of no change where there was none', () => {
    controller.send({ type: 'leave' });
    controller.send({ type: 'dismiss' });
    expect(seen).toEqual([]);
  });

  it('takes timers from outside', () => {
    const timers = { set: vi.fn(() => 7), clear: vi.fn() };
    const own = new HoverController(() => undefined, timers);
    own.send({ type: 'enter', target: mara });
    own.send({ type: 'leave' });
    expect(timers.set).toHaveBeenCalledExactlyOnceWith(expect.any(Function), DWELL_MS);
    expect(timers.clear).toHaveBeenCalledExactlyOnceWith(7);
    expect(vi.getTimerCount()).toBe(0);
  });
});
