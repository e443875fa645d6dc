/** Below it, of 255, a background counts as dark. */
const DARK = 110;
/** A background that lets more through than it covers tells nothing. */
const MIN_ALPHA = 0.5;

type Colour = [red: number, green: number, blue: number, alpha: number];

/** Whether a page is dark where the card will stand: by the first background around the element that is not see-through. */
export function themeAround(around: Element | ShadowRoot): 'light' | 'dark' {
  for (let at: Element | null = around instanceof ShadowRoot ? around.host : around; at; at = parentOf(at)) {
    const colour = parseColour(getComputedStyle(at).backgroundColor);
    if (!colour || colour[3] < MIN_ALPHA) continue;
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2] < DARK ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Red, green and blue of 255, and alpha of 1. What is not written as rgb (oklch, lab, color-mix) is asked of a canvas. */
function parseColour(text: string): Colour | undefined {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
  if (match) return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4] ?? 1)];
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context || text === '') return undefined;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
