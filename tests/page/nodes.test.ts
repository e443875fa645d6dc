// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { countBehind } from '../../lib/page/nodes.ts';

describe('how many elements begin behind a node', () => {
  document.body.innerHTML = '<p id="a">a<b>b</b></p><ul id="c"><li id="d">d</li><li>e<i>f</i></li></ul><p id="g">g</p>';
  const at = (id: string) => document.getElementById(id) as Element;

  it.each([
    ['an element, those in it too', () => at('a'), 6],
    ['a text', () => at('a').firstChild as Node, 6],
    ['a text in the midst', () => at('d').firstChild as Node, 3],
    ['the last element', () => at('g'), 0],
    ['the last text', () => at('g').firstChild as Node, 0],
  ])('%s', (_, node, count) => expect(countBehind(node(), document.body)).toBe(count));
});
