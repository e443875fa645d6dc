/**
 * What is painted on a page, as texts: runs in the page. The registry's names stand here as the painter has them.
 */
export function readPainted(): { hidden: string[]; named: string[]; unread: string[]; shown: string[] } {
  const texts = (name: string) =>
    [...(CSS.highlights.get(name) ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  return { hidden: texts('hl-a'), named: texts('hl-b'), unread: texts('hl-c'), shown: texts('hl-d') };
}

/** Something is hidden, and nothing is left to be read. */
export const isAllRead = ({ hidden, unread }: { hidden: unknown[]; unread: unknown[] }): boolean => hidden.length > 0 && unread.length === 0;
