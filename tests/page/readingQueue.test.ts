// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import weights from '../../data/model/weights.json';
import { collectTextBlocks } from '../../lib/page/blockCollector.ts';
import { BlockList } from '../../lib/page/blockList.ts';
import { type PageBlock, PageEngine } from '../../lib/page/pageEngine.ts';
import { ReadingQueue } from '../../lib/page/readingQueue.ts';
import { Slice } from '../../lib/page/slices.ts';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { unpackModel } from '../../lib/spoilers/engineModel.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import { type ReadingRequest, StretchReader } from '../../lib/spoilers/stretchReader.ts';
import { saltmarsh } from '../support/packs.ts';

const book = compileNameBook([compileShow(saltmarsh())]);
const reader = new StretchReader(book, unpackModel(weights));

/** A page of these paragraphs with a queue behind it; what is painted is kept. */
function open(...paragraphs: string[]) {
  document.body.innerHTML = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const engine = new PageEngine({ book, page: { url: 'https://example.org/', title: 'Saltmarsh Lane recap' } });
  const list = new BlockList();
  list.insert(collectTextBlocks(document.body).map((block) => engine.note(block).block));
  const ask = vi.fn(async (request: ReadingRequest) => reader.read(request));
  const paint = vi.fn<(block: PageBlock) => void>();
  const answered = vi.fn();
  const queue = new ReadingQueue({ engine, list, ask, paint, answered });
  return { engine, list, ask, paint, answered, queue };
}
const TELLS = 'Tobin confesses that he capsized the ferry.';

describe('what waits to be read', () => {
  it('is read once, and painted then', async () => {
    const { list, queue, ask, paint, answered } = open(TELLS, 'About us');
    queue.send(new Slice());
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    expect(ask).toHaveBeenCalledTimes(1);
    expect(list.blocks.map((block) => block.isDue)).toEqual([false, false]);
    expect(list.blocks[0]?.judgements?.[0]?.judgements).toHaveLength(1);
    expect(paint).toHaveBeenCalledTimes(2);
  });

  it('is no longer judged once the page speaks of something else', async () => {
    const { engine, list, queue, ask, answered } = open(TELLS);
    queue.send(new Slice());
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    vi.spyOn(engine, 'showsOf').mockReturnValue([]);
    queue.markAllDue();
    queue.send(new Slice());
    expect(ask).toHaveBeenCalledTimes(1);
    expect(list.blocks[0]?.isDue).toBe(false);
    expect(list.blocks[0]?.judgements).toBeUndefined();
  });

  it('is not painted where it has left the page before the answer came', async () => {
    const { list, queue, paint, answered } = open(TELLS, 'About us');
    queue.send(new Slice());
    const [gone, kept] = [...list.blocks];
    list.remove(gone as PageBlock);
    queue.drop([gone as PageBlock]);
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    expect(paint.mock.calls).toEqual([[kept]]);
  });

  it('is read where others before it have left the page', async () => {
    const { list, queue, answered } = open('About us', 'Contact', TELLS);
    const told = list.blocks[2] as PageBlock;
    queue.send(new Slice());
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    queue.markDue(2);
    const gone = list.blocks.slice(0, 2);
    for (const block of gone) list.remove(block);
    queue.drop(gone);
    queue.send(new Slice());
    await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(2));
    expect(told.isDue).toBe(false);
  });

  it('is read ahead of what still comes in, but for the stretch that may go on', async () => {
    const texts = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? TELLS : `About us, part ${i}`));
    const { list, queue, answered } = open(...texts);
    queue.sendAhead();
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    const read = list.blocks.filter((block) => !block.isDue).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(texts.length);
    queue.send(new Slice());
    await vi.waitFor(() => expect(list.blocks.every((block) => !block.isDue)).toBe(true));

    const whole = open(...texts);
    whole.queue.send(new Slice());
    await vi.waitFor(() => expect(whole.list.blocks.every((block) => !block.isDue)).toBe(true));
    expect(list.blocks.map((block) => block.judgements)).toEqual(whole.list.blocks.map((block) => block.judgements));
  });

  it('is awaited while it is what is seen first', async () => {
    const texts = Array.from({ length: 400 }, (_, i) => `${TELLS} Part ${i}.`);
    const { list, queue } = open(...texts);
    expect(queue.firstRead).toBeUndefined();
    queue.send(new Slice());
    const awaited = queue.firstRead;
    expect(awaited).toBeDefined();
    await awaited;
    expect(list.blocks[0]?.isDue).toBe(false);
    queue.send(new Slice());
    await vi.waitFor(() => expect(list.blocks.every((block) => !block.isDue)).toBe(true));
    // The third batch has been sent and read: nobody waited for it.
    queue.markAllDue();
    queue.send(new Slice());
    expect(queue.firstRead).toBeUndefined();
  });

  it('is awaited so long and no longer', async () => {
    vi.useFakeTimers();
    const { queue, ask } = open(TELLS);
    ask.mockImplementation(() => new Promise(() => undefined));
    queue.send(new Slice());
    expect(queue.firstRead).toBeDefined();
    await vi.advanceTimersByTimeAsync(1000);
    expect(queue.firstRead).toBeUndefined();
    vi.useRealTimers();
  });

  it('is not sent ahead while there is little', () => {
    const { queue, ask } = open(TELLS, TELLS);
    queue.sendAhead();
    expect(ask).not.toHaveBeenCalled();
  });
});
