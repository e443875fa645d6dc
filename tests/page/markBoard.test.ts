// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import { MarkBoard } from '../../lib/page/markBoard.ts';
import { isSentence, MarkMaker } from '../../lib/page/marks.ts';
import { type PageBlock, PageEngine } from '../../lib/page/pageEngine.ts';
import type { Layer, Painter } from '../../lib/page/painter.ts';
import { withDefaults } from '../../lib/progress/storedViewer.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import { saltmarsh } from '../support/packs.ts';
import { stubStaticRange } from '../support/stubStaticRange.ts';

const pack = saltmarsh();
const book = compileNameBook([compileShow(pack)]);
const TOLD = 'Tobin confesses that he capsized the ferry.';

/** What the browser paints: happy-dom has no highlights. */
class Painted {
  readonly layers: Record<Layer, Set<AbstractRange>> = { hidden: new Set(), shown: new Set(), named: new Set(), unread: new Set(), far: new Set() };
  add = (layer: Layer, range: AbstractRange) => this.layers[layer].add(range);
  remove = (layer: Layer, range: AbstractRange) => this.layers[layer].delete(range);
  clean = () => undefined;
  get counts() {
    return { hidden: this.layers.hidden.size, shown: this.layers.shown.size, named: this.layers.named.size };
  }
}

beforeEach(() => {
  stubStaticRange();
});

/** A board with one block, whose last sentence was judged to lie beyond the viewer. */
function open() {
  document.body.innerHTML = `<p>Mara Quill keeps the lighthouse. ${TOLD}</p>`;
  const viewer = withDefaults({ shows: { [pack.show.id]: { watched: 'S1E1', changedAt: 0 } } });
  const engine = new PageEngine({ book, page: { url: 'https://example.org/', title: 'Saltmarsh Lane recap' } });
  const block = engine.note(collectTextBlocks(document.body)[0] as never).block as PageBlock;
  block.isDue = false;
  const start = block.text.indexOf(TOLD);
  block.judgements = [
    {
      show: 0,
      judgements: [{ start, end: start + TOLD.length, hiddenThrough: { light: 99, balanced: 99, strict: 99 }, revealedIn: 3, reason: 'fact' } as never],
    },
  ];
  const painted = new Painted();
  const board = new MarkBoard(new MarkMaker({ engine, book, viewer }), painted as never as Painter);
  return { board, block, painted, count: () => board.count([block], [pack.show.id]).shows[0] };
}

describe('a block', () => {
  it('has to be covered far off while it is not read, and where it holds what is hidden', () => {
    const { board, block } = open();
    board.paint(block);
    expect(board.mustCover(block)).toBe(true);
    board.setFar(block, true);
    expect(board.mustCover(block)).toBe(true);
    board.setAllRevealed(true);
    board.paint(block);
    expect(board.mustCover(block)).toBe(false);
    block.isDue = true;
    expect(board.mustCover(block)).toBe(true);
  });

  it('is painted near the screen, and kept in mind far from it', () => {
    const { board, block, painted, count } = open();
    board.paint(block);
    const near = { marks: board.of(block).map(({ layer, start }) => ({ layer, start })), counts: count(), painted: painted.counts };
    expect(near.painted).toEqual({ hidden: 1, shown: 0, named: 1 });
    expect(near.counts).toMatchObject({ names: 1, hidden: 1 });

    board.setFar(block, true);
    expect(painted.counts).toEqual({ hidden: 0, shown: 0, named: 0 });
    expect([...board.covers()].map(({ layer }) => layer)).toEqual(['hidden']);
    expect(board.hiddenCount).toBe(1);
    expect(count()).toEqual(near.counts);
    expect(board.of(block).map(({ layer, start }) => ({ layer, start }))).toEqual(near.marks);

    board.setFar(block, false);
    expect(painted.counts).toEqual(near.painted);
  });

  it('has no more painted than before when it was painted twice', () => {
    const { board, block, painted } = open();
    board.paint(block);
    const before = painted.counts;
    board.paint(block);
    expect(painted.counts).toEqual(before);
  });

  it('shows a sentence that was uncovered, and hides it again, far away too', () => {
    const { board, block, painted } = open();
    board.paint(block);
    board.setFar(block, true);
    const [sentence] = board.of(block).filter(isSentence);
    board.toggle(sentence as never);
    expect(board.hiddenCount).toBe(0);
    board.setFar(block, false);
    expect(painted.counts).toMatchObject({ hidden: 0, shown: 1 });
    board.toggle(board.of(block).filter(isSentence)[0] as never);
    expect(painted.counts).toMatchObject({ hidden: 1, shown: 0 });
  });
});
