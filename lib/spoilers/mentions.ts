import { EpisodeOrder, episodeId } from '../model/episodes.ts';
import type { PageReading } from './engine.ts';
import type { Hit, NameBook } from './nameBook.ts';
import type { BlockText } from './pageText.ts';
import { isEpisodeTitleWritten, isWrittenAsName } from './scopePoints.ts';
import type { IndexedEntity, IndexedKind, IndexedName, ShowNames } from './showIndex.ts';

/** What a name stands for. */
export interface Named {
  id: string;
  kind: IndexedKind | 'episode';
}

/** A stretch of a block that names an entity which the viewer may know of. UTF-16 units of the block's text. */
export interface Mention {
  block: number;
  start: number;
  end: number;
  show: number;
  entity: Named;
}

/** The entity that a hit stands for in one show at that progress: the weightiest of those who bear the name, an episode that is called by its title, or undefined. */
export function bearerOf(book: NameBook, text: string, hit: Hit, show: number, progress: number): Named | undefined {
  const index = book.shows[show] as ShowNames;
  let best: IndexedEntity | undefined;
  let episode: Named | undefined;
  for (const owner of book.ownersOf(hit.name)) {
    if (owner.show !== show) continue;
    if (owner.as === 'episode' && isEpisodeTitleWritten(text, hit)) episode ??= episodeOf(index, owner.ordinal, progress);
    if (owner.as !== 'entity') continue;
    const name = index.names[owner.name] as IndexedName;
    const entity = index.entities[owner.entity] as IndexedEntity;
    // A name or person that comes later is not marked: the mark alone would tell that they matter.
    if (entity.kind === 'maker' || entity.revealedIn > progress || name.revealedIn > progress) continue;
    if (name.word && !isWrittenAsName(text, hit, 'A')) continue;
    if (!best || entity.weight > best.weight) best = entity;
  }
  return best ? { id: best.id, kind: best.kind } : episode;
}

/** An episode as something to mark; a title that tells something is not marked before its time. */
function episodeOf(index: ShowNames, ordinal: number, progress: number): Named | undefined {
  if (ordinal > progress && index.tellingTitles.includes(ordinal)) return undefined;
  return { id: episodeId(new EpisodeOrder(index.seasonLengths).codeOf(ordinal)), kind: 'episode' };
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
      const entity = bearerOf(book, text, hit, show, progress);
      if (entity) mentions.push({ block: b, start: hit.start, end: hit.end, show, entity });
    }
  return mentions;
}
