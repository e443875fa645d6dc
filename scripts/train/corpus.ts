import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bucketsOf, type TypedSpan, tokensOf } from '../../lib/spoilers/narrative.ts';
import { wordsOf } from '../../lib/spoilers/terms.ts';
import { isUpper } from '../../lib/text/characters.ts';
import type { SparseExample } from './logistic.ts';

/** Categories of the news corpus that speak of shows: what the engine meets. The rest teaches little. */
const NEWS_ROWS = { entertainment: 1600, other: 800 };

const tokens = (text: string, typed: TypedSpan[]) => tokensOf(wordsOf(text), typed, (at) => isUpper(text.charCodeAt(at)));

/** Names of a show's people as far as its plots show them: words in capitals inside sentences, used five times or more. */
function typePeople(sentences: readonly string[]): (text: string) => TypedSpan[] {
  const counts = new Map<string, number>();
  const capitals = /(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+/gu;
  for (const sentence of sentences) for (const [word] of sentence.matchAll(capitals)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (text) => {
    const spans: TypedSpan[] = [];
    for (const match of text.matchAll(/\((\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)+)\)/gu))
      spans.push({ start: match.index + 1, end: match.index + match[0].length - 1, type: 'actor' });
    for (const match of text.matchAll(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?/gu)) {
      const end = match.index + match[0].length;
      const known = match[0].split(' ').some((word) => (counts.get(word) ?? 0) >= 5);
      if (known && !spans.some((span) => match.index < span.end && end > span.start)) spans.push({ start: match.index, end, type: 'character' });
    }
    return spans.sort((a, b) => a.start - b.start);
  };
}

/**
 * Plot sentences and news of the training folder as examples of that weight; none where the folder is not there. They are
 * many and of other kinds of pages: at full weight they drown ours.
 */
export function readCorpus(folder: string, buckets: number, weight: number): SparseExample[] {
  const plots = `${folder}/episode-plots.tsv`;
  const news = `${folder}/news.tsv`;
  if (!existsSync(plots) || !existsSync(news)) return [];
  const rows = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split('\t'));
  const examples: SparseExample[] = [];
  const byShow = Map.groupBy(rows(plots), ([show]) => show ?? '');
  for (const [, lines] of byShow) {
    const sentences = lines.map((line) => line[3] ?? '').filter((sentence) => sentence.length > 20);
    const type = typePeople(sentences);
    for (const sentence of sentences) examples.push({ features: bucketsOf(tokens(sentence, type(sentence)), buckets), target: 1, weight });
  }
  const left = { ...NEWS_ROWS };
  for (const [category, ...texts] of rows(news)) {
    const group = category === 'ENTERTAINMENT' ? 'entertainment' : 'other';
    if (left[group]-- <= 0) continue;
    for (const text of texts) if (text.length > 20) examples.push({ features: bucketsOf(tokens(text, []), buckets), target: 0, weight });
  }
  return examples;
}

/** Names of our own lines are written as their types: "@character", "@character's". */
const PLACEHOLDER = /@(character|actor|maker|place|group|title|episode|season)\b/g;

/** The labelled lines of a folder (lines-*.tsv: a kind, a tab, a sentence with placeholders for names) as examples. */
export function readLabelledLines(folder: string, buckets: number): SparseExample[] {
  return readdirSync(folder)
    .filter((file) => /^lines-.*\.tsv$/.test(file))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean))
    .map((line): SparseExample => {
      const [kind, sentence = ''] = line.split('\t');
      const typed = [...sentence.matchAll(PLACEHOLDER)].map((match) => ({
        start: match.index + 1,
        end: match.index + match[0].length,
        type: match[1] as string,
      }));
      return { features: bucketsOf(tokens(sentence, typed), buckets), target: kind === 'plot' || kind === 'premise' ? 1 : 0, weight: 1 };
    });
}
