import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { Retriever } from '../../lib/spoilers/retrieval.ts';
import { saltmarsh } from '../support/packs.ts';

const index = compileShow(saltmarsh());
const retriever = new Retriever(index, 7);
const [mara, tobin] = ['mara', 'tobin'].map((id) => index.entities.findIndex((entity) => entity.id === id)) as [number, number];
const best = (values: Float32Array) => values.indexOf(Math.max(...values));

describe('retrieval', () => {
  it.each<[string, string[], number[], number]>([
    ['the ferry', ['ferri', 'capsiz'], [], 3],
    ['the pier', ['pier', 'kiss'], [mara, tobin], 2],
    ['the confession', ['confess'], [tobin], 4],
    ['the map', ['map', 'cellar'], [mara], 2],
    ['the premise', ['lighthous', 'keeper'], [], 0],
  ])('finds the episode of %s', (_, terms, people, ordinal) => {
    const { joint, words, bestDocument } = retriever.score(terms, people);
    expect(best(joint)).toBe(ordinal);
    expect(best(words)).toBe(ordinal);
    expect(index.documents.revealedIn[bestDocument]).toBe(ordinal);
  });

  it('finds nothing for words that no document has', () => {
    const evidence = retriever.score(['zeppelin'], [mara]);
    expect(evidence).toMatchObject({ possible: 0, bestDocument: -1, maxWords: 0, maxJoint: 0, maxEpisode: 0 });
    expect(retriever.weightOf('zeppelin')).toBe(0);
  });

  it('weighs rare words more than frequent ones', () => {
    expect(retriever.weightOf('cellar')).toBeGreaterThan(retriever.weightOf('ferri'));
  });

  it('gives people weight only beside words', () => {
    expect(retriever.score([], [mara, tobin]).maxJoint).toBe(0);
    const alone = retriever.score(['kiss'], []).maxJoint;
    expect(retriever.score(['kiss'], [mara, tobin]).maxJoint).toBeGreaterThan(alone);
  });

  const terms = fc.uniqueArray(fc.constantFrom(...index.documents.terms, 'zeppelin'), { maxLength: 12 });
  const people = fc.uniqueArray(fc.nat(index.entities.length - 1), { maxLength: 4 });

  it('keeps nothing of one sentence for the next', () => {
    fc.assert(
      fc.property(terms, people, terms, people, (t1, p1, t2, p2) => {
        const before = structuredClone(retriever.score(t1, p1));
        retriever.score(t2, p2);
        expect(retriever.score(t1, p1)).toEqual(before);
      }),
    );
  });

  it('gives numbers that are no less than 0, with their highest', () => {
    fc.assert(
      fc.property(terms, people, (t, p) => {
        const { joint, words, episode, maxJoint, maxWords, maxEpisode } = retriever.score(t, p);
        for (const [values, max] of [
          [joint, maxJoint],
          [words, maxWords],
          [episode, maxEpisode],
        ] as const) {
          expect(values).toHaveLength(8);
          expect(values.every((value) => value >= 0)).toBe(true);
          expect(Math.max(...values)).toBeCloseTo(max, 4);
        }
      }),
    );
  });
});
