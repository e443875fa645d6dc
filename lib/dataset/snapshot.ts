import { type CompiledBook, compileBook } from '../spoilers/nameBook.ts';
import type { Documents, ShowIndex, ShowNames } from '../spoilers/showIndex.ts';

/**
 * What is kept in extension storage of the tracked shows: their names, which pages read in one call, and the documents
 * that the background matches sentences with, a key a show.
 */

/** A show as it is stored. A list of people takes the browser many times as long to hand out as a text of the same size. */
type StoredShow = Omit<ShowNames, 'entities' | 'names'> & {
  /** Its entities and names, as JSON. */
  people: string;
};
type People = Pick<ShowNames, 'entities' | 'names'>;

/** As it is stored. */
interface StoredNames {
  /** Of another version of Sofar: not to be read. */
  format: number;
  shows: StoredShow[];
  book: CompiledBook;
}

/** What pages read: the shows, and all their names compiled into one book. */
export interface TrackedNames {
  shows: ShowNames[];
  book: CompiledBook;
}

export const NAMES_KEY = 'names';
/** Rises when what is stored changes its form. */
const NAMES_FORMAT = 4;
export const documentsKey = (show: string): string => `documents:${show}`;

/** Splits an index into what is read at once and what is read in scope. */
export function splitIndex(index: ShowIndex): { names: ShowNames; documents: Documents } {
  const { documents, ...names } = index;
  return { names, documents };
}

/** The form in which a show is stored. */
function storeShow({ entities, names, ...show }: ShowNames): StoredShow {
  return { ...show, people: JSON.stringify({ entities, names } satisfies People) };
}

/** Opens a stored show. Its people are read when the first of them is asked for: most pages name nobody. */
function openShow({ people, ...show }: StoredShow): ShowNames {
  let read: People | undefined;
  const open = () => {
    read ??= JSON.parse(people) as People;
    return read;
  };
  return {
    ...show,
    get entities() {
      return open().entities;
    },
    get names() {
      return open().names;
    },
  };
}

async function readNames(store: KeyValueStore): Promise<ShowNames[]> {
  return openStoredNames((await store.get([NAMES_KEY]))[NAMES_KEY])?.shows ?? [];
}

/** Opens a stored value as names; undefined where there are none, or those of another version of Sofar. */
export function openStoredNames(value: unknown): TrackedNames | undefined {
  const stored = value as StoredNames | undefined;
  return stored?.format === NAMES_FORMAT ? { shows: stored.shows.map(openShow), book: stored.book } : undefined;
}

/** The whole indexes of the tracked shows, as the reader needs them. A show whose documents are missing is left out. */
export async function readIndexes(store: KeyValueStore): Promise<ShowIndex[]> {
  const names = await readNames(store);
  const documents = await store.get(names.map((show) => documentsKey(show.id)));
  return names.flatMap((show) => {
    const own = documents[documentsKey(show.id)] as string | undefined;
    return own ? [{ ...show, documents: JSON.parse(own) as Documents }] : [];
  });
}

/** The storage that a snapshot lives in: `browser.storage.local`, or a test's. */
export interface KeyValueStore {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/**
 * Writes the snapshot of the tracked shows. What is there in its version stays; documents of shows that are no longer
 * tracked go. Documents are written before the names that lead to them.
 * @param compile makes the index of a show, or undefined where there is no such show.
 */
export async function writeSnapshot(
  store: KeyValueStore,
  tracked: readonly string[],
  versions: ReadonlyMap<string, number>,
  compile: (show: string) => Promise<ShowIndex | undefined>,
): Promise<void> {
  const stored = await readNames(store);
  const kept = new Map(stored.filter((show) => versions.get(show.id) === show.version).map((show) => [show.id, show]));
  const names: ShowNames[] = [];
  for (const show of tracked) {
    const known = kept.get(show);
    if (known) {
      names.push(known);
      continue;
    }
    const index = await compile(show);
    if (!index) continue;
    const parts = splitIndex(index);
    await store.set({ [documentsKey(show)]: JSON.stringify(parts.documents) });
    names.push(parts.names);
  }
  const changed = names.length !== stored.length || names.some((show, i) => stored[i]?.id !== show.id || stored[i]?.version !== show.version);
  if (changed) await store.set({ [NAMES_KEY]: { format: NAMES_FORMAT, shows: names.map(storeShow), book: compileBook(names) } satisfies StoredNames });
  const gone = stored.filter((show) => !names.some((kept) => kept.id === show.id)).map((show) => documentsKey(show.id));
  if (gone.length) await store.remove(gone);
}
