// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

// happy-dom lays nothing out, and shows nothing.
let isShown = true;
vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(() => isShown);
const { isAnyNear } = await import('../../lib/page/rests.ts');

const isNear = (top: number, bottom: number) => top <= 1000 && bottom >= 0;
const at = (id: string) => document.getElementById(id) as Element;
const place = (id: string, top: number, height: number) =>
  vi.spyOn(at(id), 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, top, height && 600, height));
const isRestNear = (first: Node | null, root: Node = document.body) => isAnyNear([{ root, first }], isNear);

beforeEach(() => {
  document.body.innerHTML = '<main id="main"><p id="a">a</p><p id="b">b</p><p id="c">c</p></main><footer id="foot">f</footer>';
  place('main', 0, 9000);
  place('a', 0, 3000);
  place('b', 3000, 3000);
  place('c', 6000, 3000);
  place('foot', 9000, 100);
});

describe('whether anything that waits is near', () => {
  it('goes by where it begins and what follows, not by what it stands in', () => {
    expect(isRestNear(at('a'))).toBe(true);
    expect(isRestNear(at('b'))).toBe(false);
    expect(isRestNear(null)).toBe(false);
  });

  it('looks at what comes later beside what it stands in', () => {
    place('foot', 200, 100);
    expect(isRestNear(at('b'))).toBe(true);
    expect(isRestNear(at('b'), at('main'))).toBe(false);
  });

  it('passes over what shows nothing, and takes what has text and no room of its own to be anywhere', () => {
    place('foot', 200, 0);
    expect(isRestNear(at('b'))).toBe(true);
    isShown = false;
    expect(isRestNear(at('b'))).toBe(false);
    isShown = true;
    at('foot').textContent = ' ';
    expect(isRestNear(at('b'))).toBe(false);
  });

  it('takes those in the middle of very many to stand between the others', () => {
    document.body.innerHTML = Array.from({ length: 100 }, (_, i) => `<p id="p${i}">${i}</p>`).join('');
    for (let i = 0; i < 100; i++) place(`p${i}`, (i - 50) * 2000, 500);
    place('p50', 600, 500);
    expect(isRestNear(at('p0'))).toBe(true);
    expect(isRestNear(at('p60'))).toBe(false);
    // Where all are looked at, none has to be guessed.
    for (let i = 20; i < 90; i++) at(`p${i}`).remove();
    expect(isRestNear(at('p0'))).toBe(false);
  });

  it('does not know where what has left the page stands', () => {
    const gone = at('b');
    gone.remove();
    expect(isRestNear(gone)).toBe(true);
  });
});
