import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Where the packs are written by hand: a folder a show. */
export const SHOWS_DIR = new URL('../../data/shows/', import.meta.url).pathname;

/** The ids of all shows that have a folder, sorted. */
export function listShows(): string[] {
  return readdirSync(SHOWS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Puts the files of one show's folder together: show.yaml, entities*.yaml (a list each, joined in
 * the order of their names) and season-N.yaml. What comes back is not yet checked: give it to `parsePack`.
 * @throws Error naming the file that is missing or is no YAML.
 */
export function readPackSource(showId: string, dir = SHOWS_DIR): unknown {
  const folder = join(dir, showId);
  const read = (file: string): unknown => {
    try {
      return parse(readFileSync(join(folder, file), 'utf8'), { schema: 'core' });
    } catch (error) {
      throw new Error(`${showId}/${file}: ${(error as Error).message}`, { cause: error });
    }
  };
  const files = readdirSync(folder).sort();
  const seasonNumber = (file: string) => Number(/\d+/.exec(file)?.[0]);
  return {
    format: 1,
    show: read('show.yaml'),
    entities: files.filter((file) => /^entities.*\.yaml$/.test(file)).flatMap((file) => read(file) ?? []),
    seasons: files
      .filter((file) => /^season-\d+\.yaml$/.test(file))
      .sort((a, b) => seasonNumber(a) - seasonNumber(b))
      .map(read),
  };
}
