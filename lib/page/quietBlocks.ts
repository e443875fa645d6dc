import { isSentence, type Mark } from './marks.ts';
import type { PageBlock } from './pageEngine.ts';
import { isInline } from './textBlocks.ts';

const QUIET = 'aria-hidden';

/**
 * Keeps screen readers from reading what is hidden: blocks that hold some are `aria-hidden` for so long. The only change
 * that Sofar makes to a page's elements, and only for a viewer who asks for it.
 */
export class QuietBlocks {
  /** What stood in the attribute before. */
  readonly #before = new Map<Element, string | null>();

  /** Brings the page in step with its marks, and with the pictures that are covered: their words are read too. */
  follow(marks: Iterable<Mark>, pictures: Iterable<Element>): void {
    const wanted = new Set<Element>(pictures);
    for (const mark of marks)
      if (mark.layer === 'unread' || (isSentence(mark) && mark.layer === 'hidden')) for (const element of elementsOf(mark.block)) wanted.add(element);
    for (const element of [...this.#before.keys()]) if (!wanted.has(element)) this.#restore(element);
    for (const element of wanted) {
      if (this.#before.has(element)) continue;
      this.#before.set(element, element.getAttribute(QUIET));
      element.setAttribute(QUIET, 'true');
    }
  }

  /** Puts everything back. */
  stop(): void {
    for (const element of [...this.#before.keys()]) this.#restore(element);
  }

  #restore(element: Element): void {
    const before = this.#before.get(element) ?? null;
    this.#before.delete(element);
    // Where the page has written the attribute in the meantime, it is the page's again.
    if (element.getAttribute(QUIET) !== 'true') return;
    if (before === null) element.removeAttribute(QUIET);
    else element.setAttribute(QUIET, before);
  }
}

/** The elements that hold a block's text and no other block's; bare text between blocks has none. */
function elementsOf(block: PageBlock): Element[] {
  const { element } = block;
  if (element.nodeType === 1 && holdsLinesOnly(element as Element)) return [element as Element];
  const found = new Set<Element>();
  for (const node of block.nodes) {
    let at: Node = node;
    while (at.parentNode && at.parentNode !== element) at = at.parentNode;
    if (at.nodeType === 1) found.add(at as Element);
  }
  return [...found];
}

function holdsLinesOnly(element: Element): boolean {
  return [...element.querySelectorAll('*')].every((inner) => inner.localName === 'br' || isInline(inner));
}
