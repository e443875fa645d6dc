import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pack, parsePack } from '../../lib/model/packSchema.ts';
import { listShows, readPackSource, SHOWS_DIR } from './readPackSource.ts';

const CACHE_DIR = new URL('../../.cache/packs/', import.meta.url).pathname;

/** Changes whenever a file of the show's folder, or the schema, does. */
function fingerprint(showId: string): string {
  const hash = createHash('sha256');
  const schema = new URL('../../lib/model/packSchema.ts', import.meta.url).pathname;
  const folder = join(SHOWS_DIR, showId);
  for (const file of [
    schema,
    ...readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  ]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * One shipped pack, checked. Reading YAML takes a second a show, so the result is kept in .cache until a file changes.
 * @throws PackError or Error, as `parsePack` and `readPackSource` do.
 */
export function loadPack(showId: string): Pack {
  const cached = join(CACHE_DIR, `${showId}-${fingerprint(showId)}.json`);
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Pack;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const pack = parsePack(readPackSource(showId));
  mkdirSync(CACHE_DIR, { recursive: true });
  writeFileSync(cached, JSON.stringify(pack));
  return pack;
}

/** All shipped packs, in the order of their ids. */
export function loadPacks(): Pack[] {
  return listShows().map(loadPack);
}
