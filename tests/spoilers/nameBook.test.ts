import { describe, expect, it } from 'vitest';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { compileNameBook, findHits } from '../../lib/spoilers/nameBook.ts';
import { otherPack, saltmarsh } from '../support/packs.ts';

const gull = otherPack({
  id: 'gull-rock',
  title: 'Gull Rock',
  scopeWords: ['Mara and Rolf', 'Mara & Rolf', 'Rockhaven'],
  people: [{ id: 'mara', names: [{ text: 'Mara Quill', kind: 'full' }] }],
});
const book = compileNameBook([saltmarsh(), gull].map(compileShow));
const ownersOf = (text: string) => findHits(book, text).flatMap((hit) => book.ownersOf(hit.name).map((owner) => `${owner.show} ${owner.as}`));

describe('the book of names', () => {
  it.each<[string, string[]]>([
    ['Saltmarsh Lane', ['0 title']],
    ['saltmarshlane', ['0 title']],
    ['SML', ['0 title']],
    ['the Lantern House', ['0 scope', '0 entity']],
    ['Gullhaven', ['0 scope']],
    ['Mara Quill', ['0 entity', '1 entity']],
    ['Quill', ['0 entity', '0 entity']],
    ['Inés Falk', ['0 entity']],
    ['Perpetua Lowe', ['0 entity']],
    ['The Drowned Man', ['0 entity', '0 episode']],
    ['High Tide', ['0 episode']],
    ['Rockhaven', ['1 scope']],
    ['Mara and Rolf', ['0 entity']],
    ['nobody', []],
  ])('knows who owns %j', (text, owners) => expect(ownersOf(text)).toEqual(owners));

  it('finds names in order and apart', () => {
    const text = 'In Saltmarsh Lane, Mara Quill met Will Penrose, and Will met the Drowned Man.';
    expect(findHits(book, text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Saltmarsh Lane',
      'Mara Quill',
      'Will Penrose',
      'Will',
      'the Drowned Man',
    ]);
  });

  it('is empty without shows', () => {
    expect(findHits(compileNameBook([]), 'Mara Quill')).toEqual([]);
  });
});
