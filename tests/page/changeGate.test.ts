// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackOff } from '../../lib/page/backOff.ts';
import { ChangeGate } from '../../lib/page/changeGate.ts';
import type { PageChanges } from '../../lib/page/watchPage.ts';

const recordOf = (selector: string) => ({ target: document.querySelector(selector) as Node }) as MutationRecord;

function gateAt(mustCover: boolean) {
  let now = 0;
  let opened = 0;
  const taken: PageChanges[] = [];
  const covered = new Set<StaticRange>();
  const resting: (() => void)[] = [];
  const backOff = new BackOff(() => now);
  const gate = new ChangeGate({
    backOff,
    take: (changes) => taken.push(changes),
    mustCover: () => mustCover,
    cover: (range) => covered.add(range),
    uncover: (range) => covered.delete(range),
    later: (run) => resting.push(run),
  });
  const pass = (...selectors: string[]) =>
    gate.pass(selectors.map(recordOf), () => {
      opened++;
      now += 60;
    });
  /** As often as makes its work too much. */
  const tire = () => {
    for (let i = 0; i < 5; i++) pass('#a');
  };
  return { gate, pass, tire, taken, covered, resting, opened: () => opened };
}

beforeAll(() => {
  // happy-dom has none.
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init);
      }
    },
  );
});

describe('the gate before changes', () => {
  beforeEach(() => {
    document.body.innerHTML = '<div id="a"><p id="b">b</p><p id="c">c</p></div><div id="d">d</div><ul></ul>';
  });

  it('is open as a rule', () => {
    const { gate, pass, opened } = gateAt(false);
    pass('#a');
    pass('#b');
    expect(opened()).toBe(2);
    expect(gate.isBusy).toBe(false);
  });

  it('gathers the parts that change once its work is too much, and lets them in together', () => {
    const { gate, pass, tire, taken, resting, opened } = gateAt(false);
    tire();
    expect(opened()).toBe(5);
    expect(gate.isBusy).toBe(true);
    pass('#b', '#b', '#c', '#d');
    pass('#a');
    expect(opened()).toBe(5);
    expect(taken).toEqual([]);
    resting[0]?.();
    // What stands in another part goes with it.
    expect([...(taken[0]?.deep ?? [])]).toEqual([document.querySelector('#d'), document.querySelector('#a')]);
    expect(taken[0]?.removed).toBe(true);
    expect(resting).toHaveLength(1);
  });

  it('covers what changes in the meantime, each part once, and uncovers it when it is taken', () => {
    const { pass, tire, covered, taken, resting } = gateAt(true);
    tire();
    pass('#b');
    pass('#b', '#d');
    expect(covered.size).toBe(2);
    pass('#a');
    expect([...covered].map(({ startContainer, startOffset, endOffset }) => [startContainer, startOffset, endOffset])).toEqual([
      [document.body, 1, 2],
      [document.body, 0, 1],
    ]);
    resting[0]?.();
    expect(taken).toHaveLength(1);
    expect(covered.size).toBe(0);
  });

  it('takes many parts for what they stand in, and leaves out what has gone', () => {
    const list = document.querySelector('ul') as Element;
    for (let i = 0; i < 30; i++) list.insertAdjacentHTML('beforeend', `<li id="i${i}">${i}</li>`);
    const { pass, tire, taken, resting } = gateAt(false);
    tire();
    for (let i = 0; i < 30; i++) pass(`#i${i}`);
    pass('#d');
    document.querySelector('#d')?.remove();
    resting[0]?.();
    expect([...(taken[0]?.deep ?? [])]).toEqual([list]);
  });
});
