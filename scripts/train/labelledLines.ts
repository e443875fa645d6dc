import { readdirSync, readFileSync } from 'node:fs';
import { bucketsOf, type TypedSpan, tokensOf } from '../../lib/spoilers/narrative.ts';
import { shapeOf } from '../../lib/spoilers/shape.ts';
import { wordsOf } from '../../lib/spoilers/terms.ts';
import { isUpper } from '../../lib/text/characters.ts';
import type { SparseExample } from './logistic.ts';

const tokens = (text: string, typed: TypedSpan[]) => tokensOf(wordsOf(text), typed, (at) => isUpper(text.charCodeAt(at)));

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
      return {
        features: bucketsOf([...tokens(sentence, typed), `@${shapeOf(sentence).end}`], buckets),
        target: kind === 'plot' || kind === 'premise' ? 1 : 0,
        weight: 1,
      };
    });
}
