// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { holdPaint } from '../../lib/page/paintHold.ts';

/** A document of which only the sheets matter, and a clock that goes on when it is told to. */
function setUp() {
  const root = { adoptedStyleSheets: [] as CSSStyleSheet[] } as Document;
  const waiting: { run: () => void; ms: number }[] = [];
  const release = holdPaint(root, (run, ms) => waiting.push({ run, ms }));
  let waited = 0;
  const goOn = () => {
    const next = waiting.shift();
    waited += next?.ms ?? 0;
    next?.run();
    return next !== undefined;
  };
  return { root, release, goOn, waited: () => waited };
}

describe('the hold of the first paint', () => {
  it('ends when it is released, and once', () => {
    const { root, release } = setUp();
    expect(root.adoptedStyleSheets).toHaveLength(1);
    release();
    release();
    expect(root.adoptedStyleSheets).toEqual([]);
  });

  it('ends after 150 ms by itself, counted in steps that a busy machine is late with', () => {
    const { root, goOn, waited } = setUp();
    for (let step = 0; step < 4; step++) goOn();
    expect(root.adoptedStyleSheets).toHaveLength(1);
    while (goOn());
    expect(root.adoptedStyleSheets).toEqual([]);
    expect(waited()).toBe(150);
  });

  it('leaves the sheets of the page alone', () => {
    const { root, release } = setUp();
    const own = {} as CSSStyleSheet;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, own];
    release();
    expect(root.adoptedStyleSheets).toEqual([own]);
  });
});
