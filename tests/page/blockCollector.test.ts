// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { BlockCollector } from '../../lib/page/blockCollector.ts';

/** More than are walked without a look at the clock, so that there is a step in between. */
const MANY = 200;

const textsOf = (collector: BlockCollector) => collector.blocks.map((block) => block.text);
const paragraphs = (from: number) => Array.from({ length: MANY - from }, (_, i) => `p${i + from}`);
let isOver = true;

/** Walks one step, lets the page change, and walks on to the end. */
function walkAround(root: Node, change: (collected: number) => void): string[] {
  const collector = new BlockCollector(root, {});
  isOver = true;
  expect(collector.walk(() => isOver)).toBe(false);
  change(collector.blocks.length);
  isOver = false;
  expect(collector.walk(() => isOver)).toBe(true);
  return textsOf(collector);
}

describe('a walk that is interrupted', () => {
  let items: Element[];

  beforeEach(() => {
    document.body.innerHTML = Array.from({ length: MANY }, (_, i) => `<p>p${i}</p>`).join('');
    items = [...document.body.children];
  });

  it('goes on where it stopped', () => {
    expect(walkAround(document.body, () => undefined)).toEqual(paragraphs(0));
  });

  it('misses nothing where the page has taken out what it stopped at', () => {
    const texts = walkAround(document.body, (collected) => {
      for (const item of items.slice(collected - 2, collected + 3)) item.remove();
    });
    expect(texts.slice(-100)).toEqual(paragraphs(100));
  });

  it('misses nothing where the page has put what it stopped at to the end', () => {
    const texts = walkAround(document.body, (collected) => {
      document.body.append(items[collected] as Element);
    });
    expect([...new Set(texts)]).toEqual(expect.arrayContaining(paragraphs(0)));
  });

  it('keeps no block whose text was put elsewhere', () => {
    const bold = '<b>x</b>'.repeat(MANY);
    document.body.innerHTML = `<p>${bold}</p><p>after</p>`;
    const texts = walkAround(document.body, () => {
      (document.body.firstChild as Element).innerHTML = '';
    });
    expect(texts).toEqual(['after']);
  });

  it('ends where the whole part has left the page it stood in', () => {
    document.body.innerHTML = `<section>${document.body.innerHTML}</section>`;
    const section = document.body.firstChild as Element;
    const texts = walkAround(section, () => {
      section.innerHTML = '';
    });
    expect(texts.every((text) => /^p\d+$/.test(text))).toBe(true);
  });

  it('knows that it has left preformatted text', () => {
    document.body.innerHTML = `<pre>${'<b>x\n</b>'.repeat(MANY)}</pre><p>a\nb</p>`;
    const texts = walkAround(document.body, () => {
      (document.body.firstChild as Element).innerHTML = '';
    });
    expect(texts).toEqual(['a b']);
  });
});

describe('a part of what stands in a node', () => {
  const collect = (html: string, options: (body: Element) => ConstructorParameters<typeof BlockCollector>[1]) => {
    document.body.innerHTML = html;
    const collector = new BlockCollector(document.body, options(document.body));
    collector.walk(() => false);
    return { texts: textsOf(collector), hasLines: collector.hasLines };
  };

  it('begins with the child that it is told', () => {
    expect(collect('<p>one</p><p>two</p><ul><li>three</li></ul>', (body) => ({ from: body.children[1] }))).toEqual({
      texts: ['two', 'three'],
      hasLines: false,
    });
  });

  it('leaves out lines of the node itself, and says so', () => {
    const html = '<p>one</p><p>two</p> begun <b>and</b> gone on<p>three</p>';
    expect(collect(html, (body) => ({ from: body.children[1] }))).toEqual({ texts: ['two', 'three'], hasLines: true });
    expect(collect(html, () => ({ shallow: true })).texts).toEqual([' begun and gone on']);
  });

  it('is all of it where that child was moved elsewhere', () => {
    expect(collect('<p>one</p><p>two</p>', () => ({ from: document.createElement('p') })).texts).toEqual(['one', 'two']);
  });

  it('holds the blocks of a link that stands in a line', () => {
    expect(collect('<p>one</p><a href="#"><h3>two</h3> <span>three</span></a>', () => ({ shallow: true })).texts).toEqual(['two', ' three']);
  });
});
