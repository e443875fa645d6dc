import type { PageReading } from '../../lib/spoilers/engine.ts';
import type { Hit, NameBook, Owner } from '../../lib/spoilers/nameBook.ts';
import { findHits } from '../../lib/spoilers/nameBook.ts';
import type { BlockText, PageInfo } from '../../lib/spoilers/pageText.ts';
import { isTitleHit } from '../../lib/spoilers/scopePoints.ts';
import { splitSentences } from '../../lib/text/sentences.ts';

/** The simple ways that the engine is measured beside. */
export const RIVALS = ['title', 'names', 'first-appearance'] as const;
export type Rival = (typeof RIVALS)[number];

/** A sentence that a simple way hides, in UTF-16 units of its block. */
export interface RivalDecision {
  block: number;
  start: number;
  end: number;
  revealedIn: number;
  reason: string;
}

/** What a simple way hides of a page for one show. */
export function decideLikeRival(
  rival: Rival,
  input: { book: NameBook; show: number; progress: number; page: PageInfo; blocks: readonly BlockText[]; reading: PageReading },
): RivalDecision[] {
  const { book, show, progress, blocks, reading } = input;
  const index = book.shows[show];
  if (!index) return [];
  const owns = (name: number, test: (owner: Owner) => boolean) => book.ownersOf(name).some((owner) => owner.show === show && test(owner));
  const names = (text: string, hits: readonly Hit[]) =>
    hits.some((hit) => owns(hit.name, (owner) => owner.as === 'title' && isTitleHit(text, hit, owner.text, index)));
  const named = names(input.page.title, findHits(book, input.page.title)) || blocks.some((block, b) => names(block.text, reading.hits[b] ?? []));
  const decisions: RivalDecision[] = [];
  blocks.forEach((block, b) => {
    for (const span of splitSentences(block.text)) {
      const inside = (reading.hits[b] ?? []).filter((hit) => hit.start >= span.start && hit.end <= span.end);
      const characters = inside.flatMap((hit) =>
        book
          .ownersOf(hit.name)
          .flatMap((owner) => (owner.show === show && owner.as === 'entity' && index.entities[owner.entity]?.kind === 'character' ? [owner] : [])),
      );
      const unmet = characters
        .map((owner) => Math.max(index.entities[owner.entity]?.revealedIn ?? 0, index.names[owner.name]?.revealedIn ?? 0))
        .filter((ordinal) => ordinal > progress);
      const hides = rival === 'title' ? named : rival === 'names' ? characters.length > 0 : unmet.length > 0;
      if (hides) decisions.push({ block: b, start: span.start, end: span.end, revealedIn: Math.max(progress + 1, ...unmet), reason: rival });
    }
  });
  return decisions;
}
