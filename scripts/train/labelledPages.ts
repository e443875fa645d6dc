import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EpisodeOrder } from '../../lib/model/episodes.ts';
import type { BlockRole, BlockText } from '../../lib/spoilers/pageText.ts';

export type Kind = 'plot' | 'premise' | 'production' | 'opinion' | 'other' | 'casting';

/** A labelled sentence: where it stands in its block, and what a viewer must have seen to know it. */
export interface Label {
  block: number;
  start: number;
  end: number;
  kind: Kind;
  /** Ordinals, both 0 for all but plot. */
  from: number;
  to: number;
}

export interface LabelledPage {
  id: string;
  show: string | null;
  title: string;
  url: string;
  blocks: BlockText[];
  labels: (order: EpisodeOrder) => Label[];
}

interface StoredPage {
  id: string;
  show: string | null;
  title: string;
  url: string;
  blocks: { tag: string; row?: number; sentences: { text: string; kind: Kind; from?: string; to?: string }[] }[];
}

const ROLES: Record<string, BlockRole> = { li: 'item', td: 'cell', figcaption: 'caption', blockquote: 'quote' };

/** All labelled pages of a folder, as the engine gets them. */
export function readLabelledPages(folder: string): LabelledPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const stored = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredPage;
      const blocks: BlockText[] = stored.blocks.map(({ tag, row, sentences }) => {
        const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
        return {
          text: sentences.map((sentence) => sentence.text).join(' '),
          role: level ? 'heading' : (ROLES[tag] ?? 'text'),
          level,
          row: tag === 'td' ? (row ?? 0) : -1,
        };
      });
      return {
        id: stored.id,
        show: stored.show,
        title: stored.title,
        url: stored.url,
        blocks,
        labels: (order) =>
          stored.blocks.flatMap(({ sentences }, block) => {
            let at = 0;
            return sentences.map(({ text, kind, from, to }) => {
              const start = at;
              at += text.length + 1;
              return { block, start, end: start + text.length, kind, from: from ? order.ordinalOf(from) : 0, to: to ? order.ordinalOf(to) : 0 };
            });
          }),
      };
    });
}

/** The label of the sentence that covers most of a stretch, or undefined. */
export function labelOf(labels: readonly Label[], block: number, start: number, end: number): Label | undefined {
  let best: Label | undefined;
  let most = 0;
  for (const label of labels) {
    if (label.block !== block) continue;
    const shared = Math.min(end, label.end) - Math.max(start, label.start);
    if (shared > most) {
      most = shared;
      best = label;
    }
  }
  return best;
}
