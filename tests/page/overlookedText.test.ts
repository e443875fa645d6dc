// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { OverlookedText } from '../../lib/page/overlookedText.ts';

/** More than are walked without a look at the clock, so that there is a step in between. */
const MANY = 300;

describe('text that was overlooked', () => {
  const search = (isKnown: (node: Text) => boolean) => {
    const found: string[] = [];
    return { found, text: new OverlookedText(document, isKnown, (block) => found.push((block as Element).id)) };
  };

  it('is found, but for what is known, what holds no word and what is not read', () => {
    document.body.innerHTML = '<p id="a">known</p><p id="b">new <b>words</b></p><p id="c"> </p><textarea id="d">mine</textarea>';
    const { found, text } = search((node) => node.data === 'known');
    expect(text.walk(() => false)).toBe(true);
    expect(found).toEqual(['b', 'b']);
  });

  it('is found in steps, also where the page has taken out what the search stopped at', () => {
    document.body.innerHTML = Array.from({ length: MANY }, (_, i) => `<p id="p${i}">${i}</p>`).join('');
    const { found, text } = search(() => false);
    expect(text.walk(() => true)).toBe(false);
    document.getElementById(found.at(-1) as string)?.remove();
    expect(text.walk(() => false)).toBe(true);
    expect(found).toContain(`p${MANY - 1}`);
  });
});
