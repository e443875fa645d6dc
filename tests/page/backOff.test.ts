import { describe, expect, it } from 'vitest';
import { BackOff } from '../../lib/page/backOff.ts';

/** A clock that stands still but for what work takes. */
function at() {
  let now = 0;
  const backOff = new BackOff(() => now);
  return {
    backOff,
    work: (ms: number) =>
      backOff.measure(() => {
        now += ms;
      }),
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe('backing off', () => {
  it('knows the share of the last second', () => {
    const { backOff, work, wait } = at();
    expect(backOff.share).toBe(0);
    for (let i = 0; i < 10; i++) {
      work(20);
      wait(80);
    }
    expect(backOff.share).toBeCloseTo(0.2);
    expect(backOff.isOver).toBe(false);
    wait(500);
    expect(backOff.share).toBeCloseTo(0.1);
    wait(1000);
    expect(backOff.share).toBe(0);
  });

  it('is over above a quarter, and calm after a rest', () => {
    const { backOff, work, wait } = at();
    for (let i = 0; i < 10; i++) {
      work(30);
      wait(70);
    }
    expect(backOff.isOver).toBe(true);
    wait(backOff.restMs);
    expect(backOff.isOver).toBe(false);
    expect(backOff.share).toBeLessThanOrEqual(0.1);
  });

  it('rests neither too short nor too long', () => {
    const { backOff, work } = at();
    expect(backOff.restMs).toBe(100);
    work(4000);
    expect(backOff.restMs).toBeLessThanOrEqual(1500);
  });

  it('keeps its share over a long time, however much comes', () => {
    const { backOff, work, wait } = at();
    let worked = 0;
    let passed = 0;
    while (passed < 60_000) {
      if (backOff.isOver) {
        const rest = backOff.restMs;
        wait(rest);
        passed += rest;
      }
      // Ten milliseconds of work in twelve: what a page that never stops asks for.
      work(10);
      wait(2);
      worked += 10;
      passed += 12;
    }
    expect(worked / passed).toBeLessThan(0.3);
  });

  it('notes work that fails', () => {
    const { backOff, work, wait } = at();
    expect(() =>
      backOff.measure(() => {
        wait(40);
        throw new Error('a page');
      }),
    ).toThrow('a page');
    work(0);
    expect(backOff.share).toBeCloseTo(0.04);
  });
});
