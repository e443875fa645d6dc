// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageEngine } from '../../lib/page/pageEngine.ts';
import { linesIn, Scout } from '../../lib/page/scout.ts';

/** More than are walked without a look at the clock, so that there is a step in between. */
const MANY = 300;

/** A scout of a page in which nothing ever matters, and what it reads: each text with the role of its place. */
function scoutOf(root: Node, options: { from?: Node; shadowOf?: (element: Element) => ShadowRoot | null } = {}) {
  const read: string[] = [];
  const engine = {
    mayMatter: false,
    scout: (text: string, place: () => { role: string }) => read.push(`${place().role}: ${text}`),
  } as unknown as PageEngine;
  return { read, scout: new Scout(root, engine, options.shadowOf ?? (() => null), options.from) };
}

describe('a page of which nobody knows whether it matters', () => {
  it('is read text by text, each with its place', () => {
    document.body.innerHTML = '<h1>The lane</h1><ul><li>One <b>two</b> three</li><li><i>four</i></li></ul>';
    const { read, scout } = scoutOf(document.body);
    expect(scout.walk(() => false)).toBe(true);
    expect(read).toEqual(['heading: The lane', 'item: One ', 'item: two', 'item:  three', 'item: four']);
  });

  it('is read but for scripts, fields and code', () => {
    document.body.innerHTML = '<p>One</p><script>two</script><textarea>three</textarea><pre><code>four <b>five</b></code></pre><p>six</p>';
    const { read, scout } = scoutOf(document.body);
    scout.walk(() => false);
    expect(read).toEqual(['text: One', 'text: six']);
  });

  it('is read from a child on, and no farther than the part goes', () => {
    document.body.innerHTML = '<main><p>One</p><p>two</p><p><b>three</b></p></main><p>four</p>';
    const main = document.body.firstChild as Element;
    const { read, scout } = scoutOf(main, { from: main.children[1] as Element });
    scout.walk(() => false);
    expect(read).toEqual(['text: two', 'text: three']);
  });

  it('is read where all of a part is one text, and not before the walk', () => {
    document.body.innerHTML = '<p>One</p><p>two</p>';
    const { read, scout } = scoutOf(document.body.firstChild as Element);
    expect(read).toEqual([]);
    expect(scout.walk(() => false)).toBe(true);
    expect(read).toEqual(['text: One']);
  });

  it('is read in shadow trees, also of elements with nothing else in them', () => {
    document.body.innerHTML = '<x-card></x-card><p>two</p>';
    const host = document.body.firstChild as Element;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>One</p>';
    const { read, scout } = scoutOf(document.body, { shadowOf: (element) => (element === host ? shadow : null) });
    scout.walk(() => false);
    expect(read).toEqual(['text: One', 'text: two']);
  });

  it('is read in steps, also where the page has taken out what the walk stopped at', () => {
    document.body.innerHTML = Array.from({ length: MANY }, (_, i) => `<p id="p${i}">line ${i}</p>`).join('');
    const { read, scout } = scoutOf(document.body);
    expect(scout.walk(() => true)).toBe(false);
    const last = read.at(-1)?.replace('text: line ', 'p') as string;
    document.getElementById(last)?.remove();
    expect(scout.walk(() => false)).toBe(true);
    expect(read).toContain(`text: line ${MANY - 1}`);
  });
});

describe('what stands directly in a node', () => {
  it('is its lines, not its blocks', () => {
    document.body.innerHTML = 'One <b>two</b><p>three</p> ';
    expect(linesIn(document.body).map((node) => node.textContent)).toEqual(['One ', 'two']);
  });
});
