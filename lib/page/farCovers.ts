import type { PageBlock } from './pageEngine.ts';

/** Covers over more blocks would cost what painting only around the screen is to save. */
const MAX_COVERED_BLOCKS = 4000;

/** Blocks one after the other that have to be covered. */
interface Run {
  first: PageBlock;
  last: PageBlock;
}

/** Static: on a page that changes, each range that follows its changes would cost with each of them. */
function rangeOver({ first, last }: Run): StaticRange {
  const end = last.nodes.at(-1) as Text;
  return new StaticRange({ startContainer: first.nodes[0] as Text, startOffset: 0, endContainer: end, endOffset: end.length });
}

/** The runs of blocks that have to be covered; none where they are too many. */
function runsOf(blocks: readonly PageBlock[], mustCover: (block: PageBlock, at: number) => boolean): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  let covered = 0;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as PageBlock;
    if (!mustCover(block, at)) {
      run = undefined;
      continue;
    }
    if (++covered > MAX_COVERED_BLOCKS) return [];
    if (run) run.last = block;
    else {
      run = { first: block, last: block };
      runs.push(run);
    }
  }
  return runs;
}

/** What covers far blocks that are not painted one by one. */
export class FarCovers {
  readonly #cover: (range: AbstractRange) => void;
  readonly #uncover: (range: AbstractRange) => void;
  /** By the first block of each. */
  #covers = new Map<PageBlock, Run & { range: StaticRange }>();

  constructor(input: { cover: (range: AbstractRange) => void; uncover: (range: AbstractRange) => void }) {
    this.#cover = input.cover;
    this.#uncover = input.uncover;
  }

  /**
   * Covers these blocks and no others. Covers that are right already are left alone: browsers go through all with each change of one.
   * @param mustCover told a block and its index.
   */
  follow(blocks: readonly PageBlock[], mustCover: (block: PageBlock, at: number) => boolean): void {
    const before = this.#covers;
    this.#covers = new Map();
    for (const run of runsOf(blocks, mustCover)) {
      const known = before.get(run.first);
      const isSame = known?.last === run.last;
      const cover = isSame ? known : { ...run, range: rangeOver(run) };
      if (isSame) before.delete(run.first);
      else this.#cover(cover.range);
      this.#covers.set(run.first, cover);
    }
    for (const { range } of before.values()) this.#uncover(range);
  }
}
