// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import { BlockList } from '../../lib/page/blockList.ts';
import type { PageBlock } from '../../lib/page/pageEngine.ts';

let list: BlockList;
const texts = () => list.blocks.map(({ text }) => text);
const at = (id: string) => document.getElementById(id) as Element;

beforeEach(() => {
  document.body.innerHTML = '<h2 id="a">A</h2><p id="b">b</p><p>c</p><h2 id="d">D</h2><p id="e">e</p><p>f</p>';
  list = new BlockList();
  list.insert(collectTextBlocks(document.body) as PageBlock[]);
});

describe('blocks that come one by one', () => {
  it('stand in document order, in whatever order they come, and are found there', () => {
    document.body.innerHTML = Array.from({ length: 40 }, (_, i) => `<p>${i}</p>`).join('');
    const blocks = collectTextBlocks(document.body) as PageBlock[];
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks), (coming) => {
        const some = new BlockList();
        for (const block of coming) expect(some.blocks[some.insert([block])]).toBe(block);
        expect(some.blocks).toEqual(blocks.filter((block) => coming.includes(block)));
        for (const [i, block] of [...some.blocks].entries()) expect(some.indexOf(block)).toBe(i);
      }),
      { numRuns: 50 },
    );
  });
});

describe('blocks that were moved', () => {
  it('come to where they stand, and it is told what stands behind something else now', () => {
    at('d').after(at('a'));
    expect(list.putInOrder()).toEqual([0, 3, 4]);
    expect(texts()).toEqual(['b', 'c', 'D', 'A', 'e', 'f']);
  });

  it('are none where all is in order', () => {
    expect(list.putInOrder()).toEqual([]);
    expect(texts()).toEqual(['A', 'b', 'c', 'D', 'e', 'f']);
  });
});

describe('blocks that have left', () => {
  it('are taken out, and it is told what stood below a heading', () => {
    for (const id of ['b', 'd']) at(id).remove();
    const { gone, unheaded } = list.removeDetached();
    expect(gone.map(({ text }) => text)).toEqual(['b', 'D']);
    expect(unheaded.map((index) => list.blocks[index]?.text)).toEqual(['e']);
    expect(texts()).toEqual(['A', 'c', 'e', 'f']);
  });

  it('are not found any longer', () => {
    const [first] = list.blocks as [PageBlock];
    const node = first.nodes[0] as Node;
    expect(list.of(node)).toBe(first);
    expect(list.directlyIn(at('a'))).toEqual([first]);
    expect(list.remove(first)).toBe(0);
    expect(list.of(node)).toBeUndefined();
    expect(list.directlyIn(at('a'))).toEqual([]);
  });
});
