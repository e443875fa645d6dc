import { describe, expect, it } from 'vitest';
import { findShows } from '../../lib/model/findShows.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';

const show = (title: string, ...otherTitles: string[]) => ({ title, otherTitles }) as unknown as ShowSummary;
const SHOWS = [show('Game of Thrones', 'Le Trône de fer'), show('Élite'), show('Lost')];

describe('the search among shows', () => {
  it.each([
    ['', ['Game of Thrones', 'Élite', 'Lost']],
    ['  ', ['Game of Thrones', 'Élite', 'Lost']],
    ['THRONES', ['Game of Thrones']],
    ['trone de', ['Game of Thrones']],
    ['elite', ['Élite']],
    ['é', ['Game of Thrones', 'Élite']],
    [' lost ', ['Lost']],
    ['los(t', []],
  ])('for "%s" finds %j', (typed, found) => {
    expect(findShows(SHOWS, typed).map(({ title }) => title)).toEqual(found);
  });
});
