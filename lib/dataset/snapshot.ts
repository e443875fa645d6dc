import { type CompiledBook, compileBook } from '../spoilers/nameBook.ts';
import type { Documents, ShowIndex, ShowNames } from '../spoilers/showIndex.ts';

/**
 * What is kept in extension storage of the tracked shows: their names, which pages read in one call, and the documents
 * that the background matches sentences with, a key a show.
 */

/** What pages read: the shows, and all their names compiled into one book. */
export interface StoredNames {
  /** Of another version of Sofar: not to be read. */
  format: number;
  shows: ShowNames[];
  book: CompiledBook;
}

export const NAMES_KEY = 'names';
/** Rises when what is stored changes its form. */
const NAMES_FORMAT = 3;
export const documentsKey = (show: string): string => `documents:${show}`;

/** Splits an index into what is read at once and what is read in scope. */
export function splitIndex(index: ShowIndex): { names: ShowNames; documents: Documents } {
  const { documents, ...names } = index;
  return { names, documents };
}

async function readNames(store: KeyValueStore): Promise<ShowNames[]> {
  return asStoredNames((await store.get([NAMES_KEY]))[NAMES_KEY])?.shows ?? [];
}

/** A stored value as names; undefined where there are none, or those of another version of Sofar. */
export function asStoredNames(value: unknown): StoredNames | undefined {
  const names = value as StoredNames | undefined;
  return names?.format === NAMES_FORMAT ? names : undefined;
}

/** The whole indexes of the tracked shows, as the reader needs them. A show whose documents are missing is left out. */
export async function readIndexes(store: KeyValueStore): Promise<ShowIndex[]> {
  const names = await readNames(store);
  const documents = await store.get(names.map((show) => documentsKey(show.id)));
  return names.flatMap((show) => {
    const own = documents[documentsKey(show.id)] as Documents | undefined;
    return own ? [{ ...show, documents: own }] : [];
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
    await store.set({ [documentsKey(show)]: parts.documents });
    names.push(parts.names);
  }
  const changed = names.length !== stored.length || names.some((show, i) => stored[i]?.id !== show.id || stored[i]?.version !== show.version);
  if (changed) await store.set({ [NAMES_KEY]: { format: NAMES_FORMAT, shows: names, book: compileBook(names) } satisfies StoredNames });
  const gone = stored.filter((show) => !names.some((kept) => kept.id === show.id)).map((show) => documentsKey(show.id));
  if (gone.length) await store.remove(gone);
}
