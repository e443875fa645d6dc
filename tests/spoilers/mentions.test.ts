import { describe, expect, it } from 'vitest';
import { findMentions } from '../../lib/spoilers/mentions.ts';
import { block, TestEngine } from '../support/engine.ts';
import { saltmarsh } from '../support/packs.ts';

const engine = new TestEngine([saltmarsh()]);

/** The names that a viewer at that progress finds marked, as "text=entity". */
function marked(text: string, progress: number, title = 'Saltmarsh Lane'): string[] {
  const blocks = [block(text)];
  const reading = engine.read({ url: '', title, blocks });
  return findMentions(engine.book, 0, progress, reading, blocks).map(({ start, end, entity }) => `${text.slice(start, end)}=${entity.id}`);
}

describe('names on a page', () => {
  it('are marked where the viewer may know of them', () => {
    expect(marked('Mara Quill, Tobin and Inés Falk', 1)).toEqual(['Mara Quill=mara', 'Tobin=tobin', 'Inés Falk=actor:ines-falk']);
  });

  it('are not marked before the person is met', () => {
    expect(marked('Tobin and Odile', 0)).toEqual([]);
    expect(marked('Tobin and Odile', 5)).toEqual(['Tobin=tobin']);
    expect(marked('Tobin and Odile', 6)).toEqual(['Tobin=tobin', 'Odile=odile']);
  });

  it('are not marked before the name itself is known', () => {
    expect(marked('So the Drowned Man spoke.', 3)).toEqual([]);
    expect(marked('So the Drowned Man spoke.', 4)).toEqual(['the Drowned Man=tobin']);
  });

  it('lead to the weightiest of those who bear them', () => {
    expect(marked('Quill spoke.', 7)).toEqual(['Quill=mara']);
  });

  it('that are words count with their capital alone', () => {
    expect(marked('Then Will went, as he will.', 1)).toEqual(['Will=will']);
  });

  it('of makers have no card', () => {
    expect(marked('Perpetua Lowe wrote it.', 7)).toEqual([]);
  });

  it('are not marked on a page about something else', () => {
    expect(marked('Tobin and Mara met Will.', 7, 'Village news')).toEqual([]);
  });
});
