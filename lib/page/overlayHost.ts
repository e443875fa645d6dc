import { autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';

/** The one thing that Sofar adds to a page: a closed shadow root under the root element, for cards. */
export interface OverlayHost {
  /** Where a card or a popover stands. */
  container: HTMLElement;
  /** Where what was done is said. */
  notices: HTMLElement;
  /**
   * Places the container beside the rectangles of a stretch of text in an element and keeps it there.
   * @returns what ends it.
   */
  placeBeside(rects: () => DOMRect[], near: { x: number; y: number } | undefined, element: Element): () => void;
  contains(event: Event): boolean;
  /** The element of the host that has the focus. */
  focused(): Element | null;
  setTheme(theme: 'light' | 'dark'): void;
  remove(): void;
}

const GAP_PX = 8;
const EDGE_PX = 8;
/** Less of a card is of no use: it rather lies over its name. */
const MIN_HEIGHT_PX = 120;

/** Adds the host. What happens inside does not reach the page's listeners. */
export function createOverlayHost(css: string, root: Document = document): OverlayHost {
  const host = root.createElement('div');
  // Inline, so that no rule of the page moves or hides it before its own sheet counts.
  host.style.cssText = 'all: initial; position: fixed; z-index: 2147483647; inset: 0 auto auto 0; width: 0; height: 0;';
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const container = root.createElement('div');
  container.className = 'overlay';
  const notices = root.createElement('div');
  notices.className = 'notices';
  shadow.append(container, notices);
  for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'wheel'])
    shadow.addEventListener(type, (event) => event.stopPropagation());
  root.documentElement.append(host);
  return {
    container,
    notices,
    placeBeside(rects, near, element) {
      const reference = {
        getBoundingClientRect: () => closestRect(rects(), near),
        getClientRects: rects,
        // What scrolls around the text takes the card along.
        contextElement: element,
      };
      const isRtl = getComputedStyle(element).direction === 'rtl';
      // Above first: what stands there has been read. Never beside: that is where the line goes on.
      const [above, below] = isRtl ? (['top-end', 'bottom-end'] as const) : (['top-start', 'bottom-start'] as const);
      const place = () =>
        computePosition(reference, container, {
          strategy: 'fixed',
          placement: above,
          middleware: [
            offset(GAP_PX),
            flip({ padding: EDGE_PX, fallbackPlacements: [below] }),
            shift({ padding: EDGE_PX }),
            size({
              padding: EDGE_PX,
              apply: ({ availableHeight }) => {
                container.style.maxHeight = `${Math.max(MIN_HEIGHT_PX, availableHeight)}px`;
              },
            }),
            hide(),
          ],
        }).then(({ x, y, middlewareData }) => {
          container.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
          // A card whose name was scrolled away comes back with it.
          container.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : '';
        });
      return autoUpdate(reference, container, () => void place());
    },
    contains: (event) => event.composedPath().includes(host),
    focused: () => shadow.activeElement,
    setTheme(theme) {
      for (const part of [container, notices]) part.dataset.theme = theme;
    },
    remove: () => host.remove(),
  };
}

/** A name that breaks over two lines has two rectangles: the card belongs to the one that was pointed at. */
function closestRect(rects: DOMRect[], near: { x: number; y: number } | undefined): DOMRect {
  const first = rects[0] ?? new DOMRect();
  if (!near) return first;
  const distance = (rect: DOMRect) => Math.abs((rect.top + rect.bottom) / 2 - near.y) + Math.max(0, rect.left - near.x, near.x - rect.right);
  return rects.reduce((best, rect) => (distance(rect) < distance(best) ? rect : best), first);
}
