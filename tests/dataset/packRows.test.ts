import { describe, expect, it } from 'vitest';
import { fromRows, toRows } from '../../lib/dataset/packRows.ts';
import { parsePack } from '../../lib/model/packSchema.ts';
import { saltmarsh } from '../support/packs.ts';

const pack = saltmarsh();
const rows = toRows(pack, 'shipped', 1234);

describe('rows of a pack', () => {
  it('make the same pack again', () => {
    expect(fromRows(rows.show, rows.cast, rows.chapters)).toEqual(pack);
  });

  it('make it again in whatever order they are read', () => {
    expect(fromRows(rows.show, rows.cast, [...rows.chapters].reverse())).toEqual(pack);
  });

  it('make a pack that is valid', () => {
    const again = fromRows(rows.show, rows.cast, rows.chapters);
    expect(parsePack(JSON.parse(JSON.stringify(again)))).toEqual(pack);
  });

  it('count and date', () => {
    expect(rows.show).toMatchObject({ id: 'saltmarsh-lane', version: 1, bytes: 1234, factCount: 9, entityCount: 5, origin: 'shipped' });
    expect(rows.chapters.flatMap(({ ordinal, facts }) => facts.map(() => ordinal))).toEqual([1, 2, 2, 3, 4, 4, 5, 6, 7]);
  });
});
