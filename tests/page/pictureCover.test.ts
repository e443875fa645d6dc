// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { picturesOf, selectorOf } from '../../lib/page/pictureCover.ts';

function element(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

describe('the selector of a picture', () => {
  it.each([
    ['<img src="a.png" alt="x">', 'img[src="a\\.png"]'],
    ['<img srcset="a.png 2x">', 'img[srcset="a\\.png\\ 2x"]'],
    ['<video poster="p.jpg"></video>', 'video[poster="p\\.jpg"]'],
    ['<img id="7">', 'img[id="\\37 "]'],
    ['<img>', undefined],
    [`<img src="data:${'x'.repeat(3000)}">`, undefined],
  ])('of %s', (html, selector) => expect(selectorOf(element(html))).toBe(selector));

  it('ends no rule, whatever the page wrote there', () => {
    const picture = element('<img>');
    picture.setAttribute('src', '"] { } body { display: none } [x="\n\\');
    const selector = selectorOf(picture) ?? '';
    expect(selector.replace(/\\(?:[0-9a-f]{1,6} ?|.)/g, '')).toMatch(/^img\[src="[^"\\{}\n]*"\]$/);
  });
});

describe('the pictures of a text', () => {
  const long = 'word '.repeat(200);
  it.each([
    ['its figure', '<figure><img id="a"><figcaption id="at">x</figcaption></figure>', ['a']],
    ['its link', '<a href="/"><img id="a"><span id="at">x</span></a>', ['a']],
    ['its card', '<li><div><img id="a"></div><div><h3 id="at">x</h3></div></li>', ['a']],
    ['its card, with a poster', '<div><video id="a" poster="p"></video><p id="at">x</p></div>', ['a']],
    ['no article', `<article><img id="a"><p id="at">x</p><p>${long}</p></article>`, []],
    ['no gallery', '<div><img><img><img><p id="at">x</p></div>', []],
    ['nothing', '<div><p id="at">x</p></div>', []],
  ])('are those of %s', (_, html, ids) => {
    element(html);
    const at = document.getElementById('at') as HTMLElement;
    expect(picturesOf({ element: at }).map((picture) => picture.id)).toEqual(ids);
  });
});
