import type { Strictness } from '../../lib/model/viewer.ts';
import type { Link, StoredModel } from '../../lib/spoilers/engineModel.ts';
import { packWeights } from '../../lib/spoilers/narrativeWeights.ts';
import type { Step } from '../../lib/spoilers/smoothing.ts';

/** How the story's time moves between sentences; chosen by hand. */
export const STEPS: Record<Link, Step> = {
  same: { stay: 0.7, forward: 0.13, back: 0.07, jump: 0.1 },
  next: { stay: 0.5, forward: 0.2, back: 0.08, jump: 0.22 },
  loose: { stay: 0.2, forward: 0.12, back: 0.08, jump: 0.6 },
};

/** Risks above which a sentence is hidden; chosen with the figures of docs/engine.md in view. */
export const THRESHOLDS: Record<Strictness, number> = { light: 0.42, balanced: 0.2, strict: 0.011 };

/** A model that knows nothing: what training begins with. */
export const EMPTY_MODEL: StoredModel = {
  narrative: { buckets: 2, largest: 1, bias: 0, weights: packWeights([0, 0], 1) },
  story: { mean: [], scale: [], units: 0, nets: [] },
  position: {},
  steps: STEPS,
  thresholds: THRESHOLDS,
};
