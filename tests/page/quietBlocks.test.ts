// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import type { Mark } from '../../lib/page/marks.ts';
import { QuietBlocks } from '../../lib/page/quietBlocks.ts';

/** Marks that hide the blocks whose text holds one of these words. */
function hide(...words: string[]): Mark[] {
  return collectTextBlocks(document.body)
    .filter((block) => words.some((word) => block.text.includes(word)))
    .map((block) => ({ layer: 'hidden', block }) as never);
}

describe('blocks kept from screen readers', () => {
  const quiet = new QuietBlocks();
  const html = () => document.body.innerHTML;

  beforeEach(() => {
    quiet.stop();
  });

  it.each([
    ['<p>one</p><p>two</p>', '<p aria-hidden="true">one</p><p>two</p>'],
    ['<p aria-hidden="false">one</p>', '<p aria-hidden="true">one</p>'],
    ['<p>zero<br>one</p>', '<p aria-hidden="true">zero<br>one</p>'],
    // What stands around other blocks would take them along.
    ['<div><span>one</span><p>two</p></div>', '<div><span aria-hidden="true">one</span><p>two</p></div>'],
    ['<div>one<p>two</p></div>', '<div>one<p>two</p></div>'],
  ])('in %s', (before, during) => {
    document.body.innerHTML = before;
    quiet.follow(hide('one'), []);
    expect(html()).toBe(during);
    quiet.follow([], []);
    expect(html()).toBe(before);
  });

  it('are put back one by one, and all at the end', () => {
    document.body.innerHTML = '<p>one</p><p>two</p><img src="a">';
    quiet.follow(hide('one', 'two'), [document.querySelector('img') as Element]);
    expect(document.querySelectorAll('[aria-hidden=true]').length).toBe(3);
    quiet.follow(hide('two'), []);
    expect(html()).toBe('<p>one</p><p aria-hidden="true">two</p><img src="a">');
    quiet.stop();
    expect(html()).toBe('<p>one</p><p>two</p><img src="a">');
  });

  it('leave an attribute to the page that it wrote itself', () => {
    document.body.innerHTML = '<p>one</p>';
    quiet.follow(hide('one'), []);
    document.querySelector('p')?.setAttribute('aria-hidden', 'false');
    quiet.stop();
    expect(html()).toBe('<p aria-hidden="false">one</p>');
  });
});
