import type { Strictness } from '../model/viewer.ts';
import type { NarrativeModel } from './narrative.ts';
import { unpackWeights } from './narrativeWeights.ts';
import { POSITION_FEATURES } from './position.ts';
import type { Step } from './smoothing.ts';
import { type StoryModel, StoryNets } from './story.ts';

/** How two sentences that follow one another belong together. */
export type Link = 'same' | 'next' | 'loose';

/** The fitted numbers as they are stored: made by `npm run train`, kept in data/model. */
export interface StoredModel {
  /** `buckets` weights of `largest` magnitude at most, as packWeights packs them. */
  narrative: { buckets: number; largest: number; bias: number; weights: string };
  story: StoryModel;
  position: Record<string, number>;
  steps: Record<Link, Step>;
  /** A sentence is hidden where its risk is above this. */
  thresholds: Record<Strictness, number>;
}

export interface EngineModel {
  narrative: NarrativeModel;
  story: StoryNets;
  position: Float32Array;
  steps: Record<Link, Step>;
  thresholds: Record<Strictness, number>;
}

/** Unpacks a stored model. A feature of position that it does not know counts nothing. */
export function unpackModel(stored: StoredModel): EngineModel {
  const { buckets, largest, bias, weights } = stored.narrative;
  return {
    narrative: { weights: unpackWeights(weights, buckets, largest), bias },
    story: new StoryNets(stored.story),
    position: Float32Array.from(POSITION_FEATURES, (name) => stored.position[name] ?? 0),
    steps: stored.steps,
    thresholds: stored.thresholds,
  };
}
