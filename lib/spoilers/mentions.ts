import type { PageReading } from './engine.ts';
import type { Hit, NameBook, Owner } from './nameBook.ts';
import type { BlockText } from './pageText.ts';
import { isWrittenAsName } from './scopePoints.ts';
import type { IndexedEntity, IndexedName, ShowIndex } from './showIndex.ts';

/** A stretch of a block that names an entity which the viewer may know of. UTF-16 units of the block's text. */
export interface Mention {
  block: number;
  start: number;
  end: number;
  show: number;
  entity: IndexedEntity;
}

/** The entity that a name stands for in one show at that progress: the weightiest of those who bear it, or undefined. */
export function bearerOf(book: NameBook, hit: Hit, show: number, progress: number, isCapital: boolean): IndexedEntity | undefined {
  const index = book.shows[show] as ShowIndex;
  let best: IndexedEntity | undefined;
  for (const owner of book.owners[hit.name] as readonly Owner[]) {
    if (owner.show !== show || owner.as !== 'entity') continue;
    const name = index.names[owner.name] as IndexedName;
    const entity = index.entities[owner.entity] as IndexedEntity;
    // A name or person that comes later is not marked: the mark alone would tell that they matter.
    if (entity.kind === 'maker' || entity.revealedIn > progress || name.revealedIn > progress) continue;
    if (name.word && !isCapital) continue;
    if (!best || entity.weight > best.weight) best = entity;
  }
  return best;
}

/** The names in the blocks of a page that is in scope of a show, as far as the viewer knows them. */
export function findMentions(book: NameBook, show: number, progress: number, reading: PageReading, blocks: readonly BlockText[]): Mention[] {
  const sentences = reading.shows.get(show);
  if (!sentences) return [];
  const inScope = new Set(sentences.map((sentence) => sentence.block));
  const mentions: Mention[] = [];
  for (const b of inScope)
    for (const hit of reading.hits[b] ?? []) {
      const { text } = blocks[b] as BlockText;
      const entity = bearerOf(book, hit, show, progress, isWrittenAsName(text, hit, 'A'));
      if (entity) mentions.push({ block: b, start: hit.start, end: hit.end, show, entity });
    }
  return mentions;
}
