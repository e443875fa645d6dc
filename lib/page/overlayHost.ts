import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

/** The one thing that Sofar adds to a page: a closed shadow root under the root element, for cards. */
export interface OverlayHost {
  container: HTMLElement;
  /** Places the container beside the rectangles of a stretch of text and keeps it there. @returns what ends it. */
  placeBeside(rects: () => DOMRect[], near: { x: number; y: number } | undefined): () => void;
  contains(event: Event): boolean;
  setTheme(theme: 'light' | 'dark'): void;
  remove(): void;
}

const GAP_PX = 8;
const EDGE_PX = 8;

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
  shadow.append(container);
  for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'wheel'])
    shadow.addEventListener(type, (event) => event.stopPropagation());
  root.documentElement.append(host);
  return {
    container,
    placeBeside(rects, near) {
      const reference = {
        getBoundingClientRect: () => closestRect(rects(), near),
        getClientRects: rects,
        contextElement: root.documentElement,
      };
      const place = () =>
        computePosition(reference, container, {
          strategy: 'fixed',
          placement: 'bottom-start',
          middleware: [
            offset(GAP_PX),
            flip({ padding: EDGE_PX, fallbackPlacements: ['top-start', 'right-start', 'left-start'] }),
            shift({ padding: EDGE_PX }),
            size({
              padding: EDGE_PX,
              apply: ({ availableHeight }) => {
                container.style.maxHeight = `${Math.max(120, availableHeight)}px`;
              },
            }),
          ],
        }).then(({ x, y }) => {
          container.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
        });
      return autoUpdate(reference, container, () => void place());
    },
    contains: (event) => event.composedPath().includes(host),
    setTheme(theme) {
      container.dataset.theme = theme;
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

/** Whether a page is dark where the card will stand: by the first background around the element that is not see-through. */
export function themeAround(around: Element | ShadowRoot): 'light' | 'dark' {
  for (let at: Element | null = around instanceof ShadowRoot ? around.host : around; at; at = at.parentElement) {
    const match = /rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/.exec(getComputedStyle(at).backgroundColor);
    if (!match || Number(match[4] ?? 1) < 0.5) continue;
    const [r, g, b] = match.slice(1, 4).map(Number) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b < 110 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
