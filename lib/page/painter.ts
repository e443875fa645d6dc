import type { HideStyle } from '../model/viewer.ts';

/** Names in `CSS.highlights`, which the page can read too: they tell nothing. */
const HIDDEN = 'hl-a';
const NAMED = 'hl-b';
const UNREAD = 'hl-c';
const SHOWN = 'hl-d';
const FAR = 'hl-e';
/** Above what a page may paint itself. */
const HIDDEN_PRIORITY = 1000;

/** Radius of the blur by strength, in em: from 0.7 on no letter of text of any size can be made out. */
const BLUR_EM = { 1: 0.7, 2: 0.9, 3: 1.3 } as const;

const hiddenRule: Record<HideStyle, (strength: 1 | 2 | 3) => string> = {
  blur: (strength) => `color: transparent; text-shadow: 0 0 ${BLUR_EM[strength]}em rgb(128 128 128 / .9); text-decoration-color: transparent;`,
  bar: () => 'color: transparent; text-shadow: none; background-color: rgb(128 128 128 / .55); text-decoration-color: transparent;',
  dots: () => 'color: transparent; text-shadow: none; text-decoration: underline dotted rgb(128 128 128 / .8) .3em;',
};

/**
 * High contrast modes paint every highlight as if it were selected, its text to be read, whatever its colours. Lines are
 * theirs to colour too, but stay where they are put: one as thick as the text, above it.
 */
const COVERING_LINE = 'text-decoration: line-through 1.35em GrayText; text-decoration-skip-ink: none;';
const inForcedColours = `@media (forced-colors: active) { ::highlight(${HIDDEN}), ::highlight(${UNREAD}), ::highlight(${FAR}) { ${COVERING_LINE} } }`;

/** The sheet that makes the highlights visible. `-webkit-text-fill-color` is what some pages colour text with. */
export function highlightSheet(look: { style: HideStyle; strength: 1 | 2 | 3 }): string {
  return (
    `::highlight(${HIDDEN}) { ${hiddenRule[look.style](look.strength)} -webkit-text-fill-color: transparent; }\n` +
    // Text that is not read yet is uncovered in a moment as a rule: plainly without colour, which is cheap and leaves no trace.
    `::highlight(${UNREAD}), ::highlight(${FAR}) { color: transparent; text-shadow: none; text-decoration-color: transparent; -webkit-text-fill-color: transparent; }\n` +
    // Faint: where a sentence was uncovered can be found again, and covered.
    `::highlight(${SHOWN}) { background-color: rgb(128 128 128 / .14); }\n` +
    `::highlight(${NAMED}) { text-decoration: underline dotted color-mix(in srgb, currentColor 55%, transparent) 1px; }\n` +
    inForcedColours
  );
}

/** What may be painted: hidden sentences, those that were shown, names, text of a show that is not read yet, and what is far off. */
export type Layer = 'hidden' | 'shown' | 'named' | 'unread' | 'far';

const NAMES: Record<Layer, string> = { hidden: HIDDEN, shown: SHOWN, named: NAMED, unread: UNREAD, far: FAR };

/**
 * Chromium does not count a highlight's shadow as part of its text: where a blur goes, its fringe stays. A shadow that
 * nobody sees, for one frame, makes all text that much larger, and is repainted with it.
 */
/** A frame is long over then. */
const MAX_CLEANING_MS = 150;
const FRINGE_SHEET = ':root { text-shadow: 0 0 1em transparent; }';

/** Paints with the CSS Custom Highlight API: the page's own nodes are not touched. */
export class Painter {
  readonly #layers: Record<Layer, Highlight> = {
    hidden: new Highlight(),
    shown: new Highlight(),
    named: new Highlight(),
    unread: new Highlight(),
    far: new Highlight(),
  };
  readonly #sheet = new CSSStyleSheet();
  readonly #fringe = new CSSStyleSheet();
  readonly #roots = new Set<DocumentOrShadowRoot>();
  #isCleaning = false;
  #isStarted = false;

  constructor() {
    this.#layers.hidden.priority = HIDDEN_PRIORITY;
    this.#layers.unread.priority = HIDDEN_PRIORITY + 1;
    this.#layers.far.priority = HIDDEN_PRIORITY + 2;
    this.#fringe.replaceSync(FRINGE_SHEET);
  }

  /** Begins to paint in a document. */
  start(root: Document, look: { style: HideStyle; strength: 1 | 2 | 3 }): void {
    this.setLook(look);
    this.#isStarted = true;
    this.#roots.add(root);
    this.mend();
  }

  setLook(look: { style: HideStyle; strength: 1 | 2 | 3 }): void {
    this.#sheet.replaceSync(highlightSheet(look));
  }

  /** Shadow roots see a highlight only with the sheet of their own. */
  adopt(root: DocumentOrShadowRoot): void {
    this.#roots.add(root);
    if (root.adoptedStyleSheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** Takes its sheet from a shadow root that has left the page, and lets go of it. */
  release(root: DocumentOrShadowRoot): void {
    this.#roots.delete(root);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Puts back what the page has thrown out: some set their document's sheets anew, or clear all highlights for their own. */
  mend(): void {
    if (!this.#isStarted) return;
    for (const [name, layer] of Object.entries(NAMES) as [Layer, string][]) if (!CSS.highlights.has(layer)) CSS.highlights.set(layer, this.#layers[name]);
    for (const root of this.#roots) this.adopt(root);
  }

  add(layer: Layer, range: AbstractRange): void {
    this.#layers[layer].add(range);
  }

  remove(layer: Layer, range: AbstractRange): void {
    this.#layers[layer].delete(range);
  }

  /** Wipes off what blurs leave behind that are gone. To be called when sentences were uncovered. */
  clean(root: Document = document): void {
    // A tab in the background has no frames: nothing is drawn there that could stay.
    if (this.#isCleaning || root.hidden) return;
    this.#isCleaning = true;
    const end = () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#fringe);
      this.#isCleaning = false;
    };
    requestAnimationFrame(() => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#fringe];
      requestAnimationFrame(end);
      // A tab that goes to the background in between gets no more frames.
      setTimeout(end, MAX_CLEANING_MS);
    });
  }

  /** How many stretches of a layer are painted. */
  count(layer: Layer): number {
    return this.#layers[layer].size;
  }

  /** Takes every trace from the page. */
  stop(): void {
    if (this.#layers.hidden.size > 0) this.clean();
    for (const layer of Object.values(this.#layers)) layer.clear();
    this.#isStarted = false;
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
    for (const root of this.#roots) this.release(root);
  }
}
