import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPage } from '../../lib/spoilers/engine.ts';
import type { EngineModel, StoredModel } from '../../lib/spoilers/engineModel.ts';
import { unpackModel } from '../../lib/spoilers/engineModel.ts';
import { bucketsOf } from '../../lib/spoilers/narrative.ts';
import { packWeights } from '../../lib/spoilers/narrativeWeights.ts';
import type { Onlooker } from '../../lib/spoilers/onlooker.ts';
import { POSITION_FEATURES, POSITION_SIZE, positionFeatures } from '../../lib/spoilers/position.ts';
import type { SentenceReading } from '../../lib/spoilers/sentenceReading.ts';
import { loadPacks } from '../packs/loadPacks.ts';
import { Scanner } from '../scan/scanner.ts';
import { readLabelledLines } from './labelledLines.ts';
import { type Label, type LabelledPage, labelOf, readLabelledPages } from './labelledPages.ts';
import { fitSparse, minimise, type SparseExample } from './logistic.ts';
import { fitNets } from './nets.ts';
import { EMPTY_MODEL, STEPS, THRESHOLDS } from './startingModel.ts';

// `npm run train`: fits data/model/weights.json from data/training.
const { values } = parseArgs({
  options: {
    'leave-out': { type: 'string' },
    pages: { type: 'string', multiple: true, default: [new URL('../../data/training', import.meta.url).pathname] },
    out: { type: 'string', default: new URL('../../data/model/weights.json', import.meta.url).pathname },
    buckets: { type: 'string', default: '65536' },
  },
});
const buckets = Number(values.buckets);
/** Chosen by cross-validation over shows. */
const NARRATIVE = { epochs: 10, rate: 0.25, l2: 0.0007 };
const STORY_L2 = 0.001;
const POSITION_L2 = 0.002;

/** What the engine makes of a sentence. */
interface Seen {
  tokens: readonly string[];
  storyFeatures: readonly number[];
  /** A row of POSITION_SIZE numbers an ordinal. */
  positionFeatures: Float32Array;
}

interface Example extends Seen {
  page: LabelledPage;
  label: Label;
}

const scanner = new Scanner(loadPacks(), { engine: 'full', strictness: 'balanced', model: unpackModel(EMPTY_MODEL) });
const pages = values.pages
  .filter((folder) => existsSync(folder))
  .flatMap(readLabelledPages)
  .filter((page) => page.show !== null && page.show !== values['leave-out'] && scanner.book.shows.some((show) => show.id === page.show));

/** Reads pages with a model and pairs each sentence in scope with its label. */
function readExamples(chosen: readonly LabelledPage[], model: EngineModel): Example[] {
  return chosen.flatMap((page) => {
    const show = scanner.book.shows.findIndex((index) => index.id === page.show);
    const seen = new Map<SentenceReading, Seen>();
    const onlooker: Onlooker = {
      read: (prepared, own, evidence, anchors, tokens) =>
        seen.set(own, { tokens, storyFeatures: [], positionFeatures: positionFeatures(prepared, own, evidence, anchors) }),
      weighed: ({ reading: own }, storyFeatures) => {
        (seen.get(own) as Seen).storyFeatures = storyFeatures;
      },
    };
    const reading = readPage({ book: scanner.book, prepare: scanner.prepare, tracked: [show], model, page, blocks: page.blocks, onlooker });
    const labels = page.labels(scanner.prepare(show).order);
    return (reading.shows.get(show) ?? []).flatMap((sentence) => {
      const label = labelOf(labels, sentence.block, sentence.start, sentence.end);
      return label && label.kind !== 'casting' ? [{ page, label, ...(seen.get(sentence.reading) as Seen) }] : [];
    });
  });
}

const tellsStory = (label: Label): 0 | 1 => (label.kind === 'plot' || label.kind === 'premise' ? 1 : 0);

function fitNarrative(examples: readonly Example[], lines: readonly SparseExample[]): StoredModel['narrative'] {
  const own = examples.map(({ tokens, label }): SparseExample => ({ features: bucketsOf(tokens, buckets), target: tellsStory(label), weight: 1 }));
  const { weights, bias } = fitSparse([...own, ...lines], buckets, NARRATIVE);
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  return { buckets, largest, bias, weights: packWeights(weights, largest) };
}

function fitStory(examples: readonly Example[]): StoredModel['story'] {
  return fitNets(
    examples.map(({ storyFeatures }) => storyFeatures),
    examples.map(({ label }) => tellsStory(label)),
    { nets: 8, units: 16, l2: STORY_L2, rounds: 600, rate: 0.02 },
  );
}

/** Maximum likelihood of the labelled interval under a softmax over ordinals. */
function fitPosition(examples: readonly Example[]): Record<string, number> {
  const told = examples.filter(({ label }) => tellsStory(label));
  const prepared = told.map(({ positionFeatures: features, label }) => ({ features, count: features.length / POSITION_SIZE - 1, label }));
  const weights = minimise(
    POSITION_FEATURES.map(() => 0),
    (w, gradient) => {
      for (const { features, count, label } of prepared) {
        const p = new Float64Array(count + 1);
        let max = Number.NEGATIVE_INFINITY;
        for (let o = 0; o <= count; o++) {
          let sum = 0;
          for (let f = 0; f < POSITION_SIZE; f++) sum += (features[o * POSITION_SIZE + f] as number) * (w[f] as number);
          p[o] = sum;
          max = Math.max(max, sum);
        }
        let all = 0;
        let right = 0;
        for (let o = 0; o <= count; o++) {
          p[o] = Math.exp((p[o] as number) - max);
          all += p[o] as number;
          if (o >= label.from && o <= label.to) right += p[o] as number;
        }
        for (let o = 0; o <= count; o++) {
          const q = (p[o] as number) / all - (o >= label.from && o <= label.to ? (p[o] as number) / Math.max(right, 1e-30) : 0);
          if (q === 0) continue;
          for (let f = 0; f < POSITION_SIZE; f++) gradient[f] = (gradient[f] as number) + (q * (features[o * POSITION_SIZE + f] as number)) / prepared.length;
        }
      }
      w.forEach((weight, f) => {
        gradient[f] = (gradient[f] as number) + POSITION_L2 * weight;
      });
    },
    { rounds: 200, rate: 0.1 },
  );
  return Object.fromEntries(POSITION_FEATURES.map((name, f) => [name, Number((weights[f] as number).toFixed(4))]));
}

const lines = values.pages.filter((folder) => existsSync(folder)).flatMap((folder) => readLabelledLines(folder, buckets));
const bare = readExamples(pages, unpackModel(EMPTY_MODEL));
// The story model must not learn to trust a narrative model that has seen its sentences: each show is read with one that has not.
const shows = [...new Set(pages.map((page) => page.show as string))].sort();
const crossed = shows.flatMap((left) => {
  const narrative = fitNarrative(
    bare.filter(({ page }) => page.show !== left),
    lines,
  );
  return readExamples(
    pages.filter((page) => page.show === left),
    unpackModel({ ...EMPTY_MODEL, narrative }),
  );
});
const model: StoredModel = {
  narrative: fitNarrative(bare, lines),
  story: fitStory(crossed),
  position: fitPosition(crossed),
  steps: STEPS,
  thresholds: THRESHOLDS,
};
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
console.log(`${pages.length} pages, ${crossed.length} sentences, ${lines.length} lines -> ${values.out}`);
