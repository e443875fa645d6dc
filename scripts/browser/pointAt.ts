import type { Page } from 'playwright-core';

/** So many letters of a text are pointed at, or as many of them as stand in its first line. */
const LETTERS = 8;

/**
 * The middle of a text's first letters on the screen, in CSS pixels.
 * @param options.scroll brings the text to the middle of the window first.
 * @throws Error where the page has no such text.
 */
export async function pointAt(page: Page, text: string, { scroll = true } = {}): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(
    ([wanted, letters, isScrolled]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + Math.min(wanted.length, letters));
        if (isScrolled) (node.parentElement as Element).scrollIntoView({ block: 'center' });
        // Broken over two lines, the middle of both is beside the text.
        const [first] = range.getClientRects();
        return first && { x: first.x + first.width / 2, y: first.y + first.height / 2 };
      }
      return undefined;
    },
    [text, LETTERS, scroll] as const,
  );
  if (!point) throw new Error(`the page has no text "${text}"`);
  return point;
}
