import type { PageBlock } from './pageEngine.ts';
import type { TextBlock } from './textBlocks.ts';

/** Where a block is, is asked of every so many: those between two that are near are near. */
const BLOCKS_PER_LOOK = 16;
/**
 * So far beyond the screen, in CSS pixels. Chromium draws 4,000 ahead of what is scrolled to; what is farther off is
 * drawn only after the page was told that it has scrolled.
 */
const MARGIN_PX = 6000;

/** Top and bottom of a block on the screen, or undefined where it has no box. */
function boxOf({ element }: TextBlock): { top: number; bottom: number } | undefined {
  const { top, bottom, width, height } = (element.nodeType === 1 ? (element as Element) : (element as ShadowRoot).host).getBoundingClientRect();
  return width === 0 && height === 0 ? undefined : { top, bottom };
}

/** Whether what has this top and bottom, in CSS pixels from the top of the screen, is near it. */
export const isNear = (top: number, bottom: number): boolean => top <= innerHeight + MARGIN_PX && bottom >= -MARGIN_PX;

/**
 * Calls `tell` for each block with whether it is far from the screen. A block that is not shown is not far: it may be any time.
 * @param endBlocks so many at either end are not far, wherever they stand.
 */
export function tellFar(blocks: readonly PageBlock[], endBlocks: number, tell: (block: PageBlock, isFar: boolean) => void): void {
  const last = blocks.length - 1;
  let known: { at: number; box: ReturnType<typeof boxOf> } | undefined;
  /** Each end of a stretch is the beginning of the next. */
  const boxAt = (at: number) => {
    if (known?.at !== at) known = { at, box: boxOf(blocks[at] as PageBlock) };
    return known.box;
  };
  for (let from = 0; from <= last; from += BLOCKS_PER_LOOK) {
    const to = Math.min(last, from + BLOCKS_PER_LOOK);
    const isEnd = from < endBlocks || to > last - endBlocks;
    const first = isEnd ? undefined : boxAt(from);
    const next = isEnd ? undefined : boxAt(to);
    const isFar = first !== undefined && next !== undefined && !isNear(Math.min(first.top, next.top), Math.max(first.bottom, next.bottom));
    for (let b = from; b < Math.min(last + 1, from + BLOCKS_PER_LOOK); b++) {
      const block = blocks[b] as PageBlock;
      // Ranges end at the borders of shadow trees: what stands in one cannot be covered together with what is around it.
      tell(block, isFar && !block.isInShadow);
    }
  }
}
