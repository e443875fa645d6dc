import { base64ToInts, intsToBase64 } from '../text/base64.ts';
import { type CompiledNames, compileNames, type Gazetteer, nameWords, openNames } from '../text/gazetteer.ts';
import type { IndexedName, ShowNames } from './showIndex.ts';

/** What a name may stand for. A name has several owners where shows or people share it. */
export type Owner =
  | { show: number; as: 'entity'; name: number; entity: number }
  /** `text`: the title as it is written; undefined for one run together, which has no other meaning. */
  | { show: number; as: 'title'; text: string | undefined }
  | { show: number; as: 'scope'; text: string; isOneWord: boolean }
  | { show: number; as: 'episode'; ordinal: number };

/** A name found in a text, in UTF-16 units. `name` is what `NameBook.ownersOf` is asked with. */
export interface Hit {
  start: number;
  end: number;
  name: number;
}

/** Every name of some shows, ready for one pass over a text. */
export interface NameBook<S extends ShowNames = ShowNames> {
  shows: readonly S[];
  gazetteer: Gazetteer;
  nameCount: number;
  /** What a name may stand for. */
  ownersOf: (name: number) => readonly Owner[];
}

/** A name book as plain data: made in the background, opened by pages in no time. */
export interface CompiledBook {
  names: CompiledNames;
  /** Int32 in base64: per name where its owners begin, and the end of the last. */
  ownersAt: string;
  /** Int32 in base64, two an owner: show · 4 + kind; the index of its name, title or scope word, or its ordinal. */
  owners: string;
}

const KINDS = ['entity', 'title', 'scope', 'episode'] as const;

/** A title run together ("#StrangerThings", /breakingbad/) is long enough from here on to be nothing else. */
const MIN_JOINED_UNITS = 8;

/** A show's titles as they are written, run together, and as the name of their readers ("heartstoppers"). */
function titleForms(index: ShowNames): string[] {
  const forms = index.titles.flatMap((title) => {
    const words = nameWords(title);
    const joined = words.join('');
    if (joined.length < MIN_JOINED_UNITS) return [title];
    return words.length > 1 ? [title, joined] : index.titleIsCommon ? [title] : [title, `${title}s`];
  });
  return [...new Set(forms)];
}

/** Compiles all names, titles, scope words and episode titles of the shows. */
export function compileBook(shows: readonly ShowNames[]): CompiledBook {
  const texts: string[] = [];
  const owners: number[][] = [];
  const byKey = new Map<string, number>();
  const add = (text: string, show: number, kind: (typeof KINDS)[number], value: number) => {
    const key = nameWords(text).join(' ');
    if (!key) return;
    const owner = [show * KINDS.length + KINDS.indexOf(kind), value];
    const known = byKey.get(key);
    if (known !== undefined) (owners[known] as number[]).push(...owner);
    else {
      byKey.set(key, texts.push(text) - 1);
      owners.push(owner);
    }
  };
  shows.forEach((index, show) => {
    for (const title of titleForms(index)) add(title, show, 'title', index.titles.indexOf(title));
    index.scopeWords.forEach((word, i) => {
      // A pair of first names ("Nick and Charlie") is found on this show's pages, and on those of every sports club.
      if (!/ (and|&) /i.test(word)) add(word, show, 'scope', i);
    });
    index.names.forEach((name, i) => {
      add(name.text, show, 'entity', i);
    });
    index.episodeTitles.forEach((title, i) => {
      add(title, show, 'episode', i + 1);
    });
  });
  let at = 0;
  const ownersAt = [0, ...owners.map((list) => (at += list.length))];
  return { names: compileNames(texts), ownersAt: intsToBase64(Int32Array.from(ownersAt)), owners: intsToBase64(Int32Array.from(owners.flat())) };
}

/** Opens a compiled book of just these shows. Owners are made when they are asked for: most names never are. */
export function openNameBook<S extends ShowNames>(shows: readonly S[], compiled: CompiledBook): NameBook<S> {
  const ownersAt = base64ToInts(compiled.ownersAt);
  const owners = base64ToInts(compiled.owners);
  const known: Owner[][] = [];
  const toOwner = (at: number): Owner => {
    const show = Math.floor((owners[at] as number) / KINDS.length);
    const kind = KINDS[(owners[at] as number) % KINDS.length];
    const value = owners[at + 1] as number;
    const index = shows[show] as ShowNames;
    if (kind === 'entity') return { show, as: kind, name: value, entity: (index.names[value] as IndexedName).entity };
    if (kind === 'title') return { show, as: kind, text: index.titles[value] };
    if (kind === 'episode') return { show, as: kind, ordinal: value };
    const text = index.scopeWords[value] as string;
    return { show, as: 'scope', text, isOneWord: nameWords(text).length === 1 };
  };
  return {
    shows,
    gazetteer: openNames(compiled.names),
    nameCount: ownersAt.length - 1,
    ownersOf: (name) => {
      let list = known[name];
      if (!list) {
        list = [];
        for (let at = ownersAt[name] as number; at < (ownersAt[name + 1] as number); at += 2) list.push(toOwner(at));
        known[name] = list;
      }
      return list;
    },
  };
}

/** Compiles the names of shows and opens them at once. */
export const compileNameBook = <S extends ShowNames>(shows: readonly S[]): NameBook<S> => openNameBook(shows, compileBook(shows));

/** All names of the book in a text, in order, not overlapping. */
export function findHits(book: NameBook, text: string): Hit[] {
  const hits: Hit[] = [];
  book.gazetteer.find(text, (start, end, name) => {
    hits.push({ start, end, name });
  });
  return hits;
}
