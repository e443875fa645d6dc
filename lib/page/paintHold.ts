/** A page is held back for so long at the most, in milliseconds, whatever happens: longer would look broken. */
const MAX_HOLD_MS = 150;

type After = (run: () => void, ms: number) => unknown;

/**
 * Keeps the page from painting until the first decisions can be made. Layout, focus and scripts go on as usual.
 * @returns what lets it paint; may be called more than once.
 */
export function holdPaint(root: Document = document, after: After = setTimeout): () => void {
  const release = coverPage(root);
  after(release, MAX_HOLD_MS);
  return release;
}

/**
 * The same, for as long as it takes.
 * @returns what lets the page paint; may be called more than once.
 */
export function coverPage(root: Document = document): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { opacity: 0 !important; }');
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
