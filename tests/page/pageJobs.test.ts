// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageEngine } from '../../lib/page/pageEngine.ts';
import { PageJobs } from '../../lib/page/pageJobs.ts';

/** A page in scope of so many paragraphs, none of which was looked through yet, and what is covered of it. */
function waitingPage(paragraphs: number) {
  document.body.innerHTML = '<p>About the lane</p>'.repeat(paragraphs);
  const covers = new Set<Range>();
  const jobs = new PageJobs({
    engine: { isInScope: true, mayMatter: true } as PageEngine,
    options: { shadowOf: () => null },
    knownIn: () => [],
    takeIn: () => undefined,
    cover: (root) => {
      const range = document.createRange();
      range.selectNodeContents(root);
      covers.add(range);
      return range;
    },
    uncover: (range) => covers.delete(range),
  });
  jobs.add(document.body, false);
  jobs.coverAll();
  return { jobs, covered: () => [...covers].map(({ startOffset, endOffset }) => [startOffset, endOffset]) };
}
/** The paragraph that what is not covered begins with. */
const restOf = ({ rests }: PageJobs) => rests !== 'everywhere' && rests.map(({ first }) => [...document.body.childNodes].indexOf(first as ChildNode));

describe('a part of a page that waits', () => {
  it('is covered as a whole where it is small', () => {
    const { jobs, covered } = waitingPage(1000);
    expect(covered()).toEqual([[0, 1000]]);
    expect(jobs.hasRests).toBe(false);
    expect(jobs.coverMore()).toBe(false);
  });

  it('is covered at its beginning where it is large, and farther where that is wanted', () => {
    const { jobs, covered } = waitingPage(9000);
    expect(covered()).toEqual([[0, 2000]]);
    expect(restOf(jobs)).toEqual([2000]);
    expect(jobs.coverMore()).toBe(true);
    expect(covered()).toEqual([[0, 8000]]);
    expect(jobs.coverMore()).toBe(true);
    expect(covered()).toEqual([[0, 9000]]);
    expect(restOf(jobs)).toEqual([]);
    expect(jobs.coverMore()).toBe(false);
  });

  it('is not covered among very many siblings', () => {
    const { jobs, covered } = waitingPage(11_000);
    expect(covered()).toEqual([]);
    expect(restOf(jobs)).toEqual([0]);
    expect(jobs.coverMore()).toBe(false);
  });
});
