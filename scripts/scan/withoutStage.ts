import type { EngineModel } from '../../lib/spoilers/engineModel.ts';
import { packNet } from '../../lib/spoilers/netWeights.ts';
import { POSITION_FEATURES } from '../../lib/spoilers/position.ts';
import { StoryNets } from '../../lib/spoilers/story.ts';

/** Parts of the engine that can be taken out, to see what each is worth. */
export const STAGES = ['scope', 'story', 'words', 'facts', 'cues', 'anchors', 'appearances', 'smoothing'] as const;
export type Stage = (typeof STAGES)[number];

const POSITION_PARTS: Partial<Record<Stage, RegExp>> = {
  facts: /^(joint|words|episode)/,
  cues: /^(cue|beyondCue|titled)/,
  anchors: /^(row|heading|page|beyondHeading|beforeHeading|beyondPage|nearPage)/,
  appearances: /^(beforeAppearance|atAppearance|beforeCarried|beforeMeeting)/,
};

/** The model without one stage; `scope` is no part of the model and is taken out by the scanner. */
export function withoutStage(model: EngineModel, stage: Stage): EngineModel {
  const part = POSITION_PARTS[stage];
  if (part) return { ...model, position: model.position.map((weight, f) => (part.test(POSITION_FEATURES[f] as string) ? 0 : weight)) };
  // Every sentence counts as story.
  if (stage === 'story') return { ...model, story: new StoryNets({ mean: [], scale: [], units: 0, nets: [packNet([12])] }) };
  if (stage === 'words') return { ...model, narrative: { weights: new Float32Array(model.narrative.weights.length), bias: 0 } };
  const step = { stay: 0, forward: 0, back: 0, jump: 1 };
  if (stage === 'smoothing') return { ...model, steps: { same: step, next: step, loose: step } };
  return model;
}
