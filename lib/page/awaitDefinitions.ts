import type { ShadowRoots } from './shadowRoots.ts';

/** So long after it was last asked for, undefined elements are looked at in each frame; later on only when asked. */
const EAGER_MS = 10_000;

/**
 * Custom elements that are defined only after they came get their shadow tree without a trace that a mutation observer
 * sees. They are looked at before frames, so that their text is not seen before it is read.
 * @param ready gets elements that have a shadow root now.
 * @returns what looks at once, and in each frame for a while. To be called after changes.
 */
export function awaitDefinitions(shadows: ShadowRoots, ready: (elements: Element[]) => void, signal: AbortSignal): (isChange: boolean) => void {
  let eagerUntil = 0;
  let isQueued = false;
  const look = () => {
    if (signal.aborted || !shadows.hasUndefined) return;
    const elements = shadows.askDefined();
    if (elements.length) ready(elements);
    if (isQueued || performance.now() > eagerUntil) return;
    isQueued = true;
    requestAnimationFrame(() => {
      isQueued = false;
      look();
    });
  };
  return (isChange) => {
    if (isChange) eagerUntil = performance.now() + EAGER_MS;
    look();
  };
}
