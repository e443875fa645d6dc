import type { HideStyle } from '../model/viewer.ts';
import highlightRules from './highlights.css?inline';

/** Names in `CSS.highlights`, which the page can read too: they tell nothing. Also in highlights.css, which whoever paints has on its page. */
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
 * The sheet of what the viewer has chosen. It is for every element: a blur goes by the size of the text. High contrast
 * modes have a look of their own, in highlights.css. `-webkit-text-fill-color` is what some pages colour text with.
 */
function lookSheet(look: { style: HideStyle; strength: 1 | 2 | 3 }): string {
  return `@media not (forced-colors: active) { ::highlight(${HIDDEN}) { ${hiddenRule[look.style](look.strength)} -webkit-text-fill-color: transparent; } }`;
}

/** What may be painted: hidden sentences, those that were shown, names, text of a show that is not read yet, and what is far off. */
export type Layer = 'hidden' | 'shown' | 'named' | 'unread' | 'far';

const NAMES: Record<Layer, string> = { hidden: HIDDEN, shown: SHOWN, named: NAMED, unread: UNREAD, far: FAR };

/** A frame is long over then. */
const MAX_CLEANING_MS = 150;
/**
 * Chromium does not count a highlight's shadow as part of its text: where a blur goes, its fringe stays. A shadow that
 * nobody sees, for one frame, makes all text that much larger, and is repainted with it.
 */
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
  /** For what is hidden. Nowhere before something may be: rules for every element cost pages that need none as much as others. */
  readonly #look = new CSSStyleSheet();
  /** What the document and its shadow roots have of ours, for as long as it paints. */
  readonly #sheets = new Set<CSSStyleSheet>();
  readonly #fringe = new CSSStyleSheet();
  readonly #roots = new Set<DocumentOrShadowRoot>();
  #isCleaning = false;
  #isStarted = false;

  constructor() {
    this.#layers.hidden.priority = HIDDEN_PRIORITY;
    this.#layers.unread.priority = HIDDEN_PRIORITY + 1;
    this.#layers.far.priority = HIDDEN_PRIORITY + 2;
    this.#fringe.replaceSync(FRINGE_SHEET);
    if (CSS.supports('-webkit-locale', 'auto')) return;
    // Where highlights take no style from the root, as highlights.css says, its rules are needed for every element.
    const rules = new CSSStyleSheet();
    rules.replaceSync(highlightRules.replaceAll(':root::', '::'));
    this.#sheets.add(rules);
  }

  /** Begins to paint in a document. */
  start(root: Document, look: { style: HideStyle; strength: 1 | 2 | 3 }): void {
    this.setLook(look);
    this.#isStarted = true;
    this.#roots.add(root);
    this.mend();
  }

  setLook(look: { style: HideStyle; strength: 1 | 2 | 3 }): void {
    this.#look.replaceSync(lookSheet(look));
  }

  /** Shadow roots need sheets of their own. */
  adopt(root: DocumentOrShadowRoot): void {
    this.#roots.add(root);
    const missing = [...this.#sheets].filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  }

  /** Takes its sheets from a shadow root that has left the page, and lets go of it. */
  release(root: DocumentOrShadowRoot): void {
    this.#roots.delete(root);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !this.#sheets.has(sheet));
  }

  /** Puts back what the page has thrown out: some set their document's sheets anew, or clear all highlights for their own. */
  mend(): void {
    if (!this.#isStarted) return;
    for (const [name, layer] of Object.entries(NAMES) as [Layer, string][]) if (!CSS.highlights.has(layer)) CSS.highlights.set(layer, this.#layers[name]);
    for (const root of this.#roots) this.adopt(root);
  }

  add(layer: Layer, range: AbstractRange): void {
    this.#layers[layer].add(range);
    if (this.#sheets.has(this.#look) || !(layer === 'hidden' || layer === 'unread')) return;
    this.#sheets.add(this.#look);
    for (const root of this.#roots) this.adopt(root);
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
    this.#sheets.delete(this.#look);
  }
}
