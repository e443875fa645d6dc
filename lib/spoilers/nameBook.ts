import { compileGazetteer, type Gazetteer, nameWords } from '../text/gazetteer.ts';
import type { ShowIndex } from './showIndex.ts';

/** What a name may stand for. A name has several owners where shows or people share it. */
export type Owner =
  | { show: number; as: 'entity'; name: number; entity: number }
  /** `text`: the title as it is written; undefined for one run together, which has no other meaning. */
  | { show: number; as: 'title'; text: string | undefined }
  | { show: number; as: 'scope'; text: string; isOneWord: boolean }
  | { show: number; as: 'episode'; ordinal: number };

/** A name found in a text, in UTF-16 units. `name` is an index into `NameBook.owners`. */
export interface Hit {
  start: number;
  end: number;
  name: number;
}

/** Every name of some shows, compiled for one pass over a text. */
export interface NameBook {
  shows: readonly ShowIndex[];
  gazetteer: Gazetteer;
  owners: readonly (readonly Owner[])[];
}

/** A title run together ("#StrangerThings", /breakingbad/) is long enough from here on to be nothing else. */
const MIN_JOINED_UNITS = 8;

/** A show's titles as they are written, run together, and as the name of their readers ("heartstoppers"). */
function titleForms(index: ShowIndex): string[] {
  const forms = index.titles.flatMap((title) => {
    const words = nameWords(title);
    const joined = words.join('');
    if (joined.length < MIN_JOINED_UNITS) return [title];
    return words.length > 1 ? [title, joined] : index.titleIsCommon ? [title] : [title, `${title}s`];
  });
  return [...new Set(forms)];
}

/** Compiles all names, titles, scope words and episode titles of the shows into one gazetteer. */
export function compileNameBook(shows: readonly ShowIndex[]): NameBook {
  const texts: string[] = [];
  const owners: Owner[][] = [];
  const byKey = new Map<string, number>();
  const add = (text: string, owner: Owner) => {
    const key = nameWords(text).join(' ');
    if (!key) return;
    const known = byKey.get(key);
    if (known !== undefined) (owners[known] as Owner[]).push(owner);
    else {
      byKey.set(key, texts.push(text) - 1);
      owners.push([owner]);
    }
  };
  shows.forEach((index, show) => {
    for (const title of titleForms(index)) add(title, { show, as: 'title', text: index.titles.includes(title) ? title : undefined });
    for (const word of index.scopeWords) {
      // A pair of first names ("Nick and Charlie") is found on this show's pages, and on those of every sports club.
      if (!/ (and|&) /i.test(word)) add(word, { show, as: 'scope', text: word, isOneWord: nameWords(word).length === 1 });
    }
    index.names.forEach((name, i) => {
      add(name.text, { show, as: 'entity', name: i, entity: name.entity });
    });
    index.episodeTitles.forEach((title, i) => {
      add(title, { show, as: 'episode', ordinal: i + 1 });
    });
  });
  return { shows, gazetteer: compileGazetteer(texts), owners };
}

/** All names of the book in a text, in order, not overlapping. */
export function findHits(book: NameBook, text: string): Hit[] {
  const hits: Hit[] = [];
  book.gazetteer.find(text, (start, end, name) => {
    hits.push({ start, end, name });
  });
  return hits;
}
