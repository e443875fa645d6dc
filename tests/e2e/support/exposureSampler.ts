/** What a sampler saw. */
export interface Exposure {
  /** Frames that were looked at. */
  frames: number;
  /** Of them, those in which a phrase could be read: which one, and when in milliseconds since the navigation. */
  readable: { phrase: string; at: number }[];
  /** Phrases that stand in a hidden sentence now. */
  hidden: string[];
  /** In how many frames a phrase was covered that could be read before. */
  lost: number;
}

/**
 * Runs in a page, from its very beginning: looks in each frame, after layout and just before paint, whether one of the
 * phrases can be read. A resize observer is the last that runs in a frame: whatever scripts do before is done by then.
 */
export function sampleExposure(phrases: string[]): void {
  const state: Exposure = { frames: 0, readable: [], hidden: [], lost: 0 };
  (globalThis as never as { exposure: Exposure }).exposure = state;
  const covers = (layer: string, node: Node, start: number, end: number) =>
    [...(CSS.highlights.get(layer) ?? [])].some((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.comparePoint(node, start) === 0 && live.comparePoint(node, end) === 0;
    });
  const look = () => {
    const isHeld = getComputedStyle(document.documentElement).opacity === '0';
    state.frames++;
    state.hidden = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const phrase of phrases) {
        const start = node.data.indexOf(phrase);
        if (start < 0) continue;
        const end = start + phrase.length;
        const isHidden = covers('hl-a', node, start, end);
        if (isHidden) state.hidden.push(phrase);
        if (isHidden || isHeld || covers('hl-c', node, start, end)) {
          if (state.readable.some((before) => before.phrase === phrase)) state.lost++;
        } else {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, end);
          if (range.getClientRects().length > 0) state.readable.push({ phrase, at: Math.round(performance.now()) });
        }
      }
  };
  // Where a page has no body yet, nothing is painted.
  const begin = () => {
    if (!document.body) {
      requestAnimationFrame(begin);
      return;
    }
    const probe = document.createElement('div');
    probe.style.cssText = 'position: fixed; inset: 0 auto auto 0; height: 1px; width: 1px; pointer-events: none;';
    document.documentElement.append(probe);
    new ResizeObserver(look).observe(probe);
    const change = () => {
      probe.style.width = probe.style.width === '1px' ? '2px' : '1px';
      requestAnimationFrame(change);
    };
    change();
  };
  requestAnimationFrame(begin);
}
