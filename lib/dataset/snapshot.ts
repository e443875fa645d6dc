import type { Documents, ShowIndex } from '../spoilers/showIndex.ts';

/**
 * What is kept in extension storage of the tracked shows: their names, which pages read in one call, and the documents
 * that the background matches sentences with, a key a show.
 */

/** A show as pages get it first: all but its documents. */
export type ShowNames = Omit<ShowIndex, 'documents'>;

export const NAMES_KEY = 'names';
export const documentsKey = (show: string): string => `documents:${show}`;

/** Splits an index into what is read at once and what is read in scope. */
export function splitIndex(index: ShowIndex): { names: ShowNames; documents: Documents } {
  const { documents, ...names } = index;
  return { names, documents };
}

/** The whole indexes of the tracked shows, as the reader needs them. A show whose documents are missing is left out. */
export async function readIndexes(store: KeyValueStore): Promise<ShowIndex[]> {
  const names = ((await store.get([NAMES_KEY]))[NAMES_KEY] ?? []) as ShowNames[];
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
  const stored = ((await store.get([NAMES_KEY]))[NAMES_KEY] ?? []) as ShowNames[];
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
  if (changed) await store.set({ [NAMES_KEY]: names });
  const gone = stored.filter((show) => !names.some((kept) => kept.id === show.id)).map((show) => documentsKey(show.id));
  if (gone.length) await store.remove(gone);
}
