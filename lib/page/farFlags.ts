import type { PageBlock } from './pageEngine.ts';
import type { TextBlock } from './textBlocks.ts';

/** Where a block is, is asked of every so many: those between two that are near are near. */
const BLOCKS_PER_LOOK = 16;
/** And of about so many at the most: each question takes a browser some microseconds, and a frame waits for the answers. */
const MAX_LOOKS = 1000;
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
 * Which blocks are far from the screen, by their index: 1, or 0 where one is near. A block that is not shown is not far: it may be any time.
 * @param endBlocks so many at either end are not far, wherever they stand.
 */
export function farFlags(blocks: readonly PageBlock[], endBlocks: number): Uint8Array {
  const flags = new Uint8Array(blocks.length);
  const last = blocks.length - 1;
  const step = Math.max(BLOCKS_PER_LOOK, Math.ceil(blocks.length / MAX_LOOKS));
  let known: { at: number; box: ReturnType<typeof boxOf> } | undefined;
  /** Each end of a stretch is the beginning of the next. */
  const boxAt = (at: number) => {
    if (known?.at !== at) known = { at, box: boxOf(blocks[at] as PageBlock) };
    return known.box;
  };
  for (let from = 0; from <= last; from += step) {
    const to = Math.min(last, from + step);
    if (from < endBlocks || to > last - endBlocks) continue;
    const first = boxAt(from);
    const next = boxAt(to);
    if (!first || !next || isNear(Math.min(first.top, next.top), Math.max(first.bottom, next.bottom))) continue;
    for (let b = from; b < from + step; b++) {
      // Ranges end at the borders of shadow trees: what stands in one cannot be covered together with what is around it.
      if (!blocks[b]?.isInShadow) flags[b] = 1;
    }
  }
  return flags;
}
