/**
 * A page is held back for so long at the most, whatever happens: longer would look broken. It is counted in steps, in
 * milliseconds: a machine that is too busy to go on with the page is too busy for what is waited for, too.
 */
const STEP_MS = 30;
const MAX_STEPS = 5;

type After = (run: () => void, ms: number) => unknown;

/**
 * Keeps the page from painting until the first decisions can be made. Layout, focus and scripts go on as usual.
 * @returns what lets it paint; may be called more than once.
 */
export function holdPaint(root: Document = document, after: After = setTimeout): () => void {
  const release = coverPage(root);
  const step = (left: number) => {
    if (left === 0) release();
    else after(() => step(left - 1), STEP_MS);
  };
  step(MAX_STEPS);
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
