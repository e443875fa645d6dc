import { describe, expect, it } from 'vitest';
import { fromRows, toRows } from '../../lib/dataset/packRows.ts';
import { parsePack } from '../../lib/model/packSchema.ts';
import { saltmarsh, saltmarshInput } from '../support/packs.ts';

const pack = saltmarsh();
const rows = toRows(pack, 'shipped', 1234);

describe('rows of a pack', () => {
  it('make the same pack again', () => {
    expect(fromRows(rows.show, rows.entities, rows.facts)).toEqual(pack);
  });

  it('make it again in whatever order they are read', () => {
    const facts = rows.facts.map((row, i) => ({ ...row, key: i + 1 })).reverse();
    expect(fromRows(rows.show, [...rows.entities].reverse(), facts)).toEqual(pack);
  });

  it('make a pack that is valid', () => {
    const again = fromRows(rows.show, rows.entities, rows.facts);
    expect(parsePack(JSON.parse(JSON.stringify(again)))).toEqual(pack);
  });

  it('count and date', () => {
    expect(rows.show).toMatchObject({ id: 'saltmarsh-lane', version: 1, bytes: 1234, factCount: 9, entityCount: 5, origin: 'shipped' });
    expect(rows.facts.map(({ revealedIn }) => revealedIn)).toEqual([1, 2, 2, 3, 4, 4, 5, 6, 7]);
  });

  it('are found by everybody and everything in a fact', () => {
    expect(rows.facts[0]?.about).toEqual(['saltmarsh-lane/mara', 'saltmarsh-lane/lantern-house']);
    expect(rows.facts[4]?.about).toEqual(['saltmarsh-lane/tobin', 'saltmarsh-lane/will']);
  });

  it('name nobody twice in one fact', () => {
    const input = saltmarshInput();
    Object.assign(input.seasons[0]?.episodes[0]?.facts[0] ?? {}, { who: ['mara', 'mara'], with: ['mara'] });
    expect(toRows(parsePack(input), 'shipped', 1).facts[0]?.about).toEqual(['saltmarsh-lane/mara', 'saltmarsh-lane/lantern-house']);
  });
});
