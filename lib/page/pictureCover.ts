import { isSentence, type Mark } from './marks.ts';
import type { TextBlock } from './textBlocks.ts';

const PICTURES = 'img, video[poster]';
/** What a picture may be told by, the surest first. */
const ATTRIBUTES = ['src', 'srcset', 'poster', 'data-src', 'id', 'alt'];
/** Longer values, data addresses as a rule, make a sheet heavy; in UTF-16 units. */
const MAX_VALUE = 2000;
/** How far up the card of a teaser is looked for, and what one holds at the most: an article's text is no teaser of its pictures. */
const MAX_CARD_STEPS = 4;
const MAX_CARD_PICTURES = 2;
const MAX_CARD_UNITS = 400;

/** Grey and flat, whatever the picture: a blur would let faces and colours through. A picture that does not load shows its words. */
const COVER =
  '{ filter: contrast(0) opacity(.5) !important; color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; }';

/** What was found out about parts of the page that many blocks stand in. */
type KnownCards = Map<Element, readonly Element[] | undefined>;

/** Covers pictures by rules of an adopted sheet: nothing of the page's is touched. */
export class PictureCover {
  readonly #sheet = new CSSStyleSheet();
  readonly #roots = new Set<Document | ShadowRoot>();
  #rules = '';
  /** The pictures that are covered now. */
  covered: ReadonlySet<Element> = new Set();

  /** Shadow roots need the sheet for themselves. */
  adopt(root: Document | ShadowRoot): void {
    if (this.#roots.has(root) && root.adoptedStyleSheets.includes(this.#sheet)) return;
    this.#roots.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /** Lets go of a shadow root that has left the page: it would keep all that it stood in. */
  release(root: Document | ShadowRoot): void {
    this.#roots.delete(root);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Covers the pictures that belong to hidden sentences, and those whose own words tell something; uncovers all others. */
  follow(marks: Iterable<Mark>, tells: ((words: string) => boolean) | undefined, root: Document = document): void {
    const covered = new Set<Element>();
    if (this.#rules === '' && ![...this.#roots].some(holdsPictures)) return;
    const known: KnownCards = new Map();
    for (const mark of marks) if (isSentence(mark) && mark.layer === 'hidden') for (const picture of picturesOf(mark.block, known)) covered.add(picture);
    if (tells) for (const picture of root.querySelectorAll(PICTURES)) if (!covered.has(picture) && wordsOf(picture).some(tells)) covered.add(picture);
    this.covered = covered;
    const rules = [...new Set([...covered].flatMap((picture) => selectorOf(picture) ?? []))].map((selector) => `${selector} ${COVER}`).join('\n');
    if (rules === this.#rules) return;
    this.#rules = rules;
    this.#sheet.replaceSync(rules);
  }

  stop(): void {
    this.#rules = '';
    this.covered = new Set();
    for (const root of [...this.#roots]) this.release(root);
  }
}

/** A document's own lists are kept by the browser as long as nothing changes: a selector is looked for all over it each time. */
function holdsPictures(root: Document | ShadowRoot): boolean {
  if (root.nodeType !== 9) return root.querySelector(PICTURES) !== null;
  return ['img', 'video'].some((name) => (root as Document).getElementsByTagName(name).item(0) !== null);
}

/** A selector for a picture by an attribute that it has anyway; undefined where none will do. */
export function selectorOf(picture: Element): string | undefined {
  for (const name of ATTRIBUTES) {
    const value = picture.getAttribute(name);
    if (value && value.length <= MAX_VALUE) return `${picture.localName}[${name}="${CSS.escape(value)}"]`;
  }
  return undefined;
}

/** What is written about a picture beside the text. */
function wordsOf(picture: Element): string[] {
  return ['alt', 'title', 'aria-label'].flatMap((name) => picture.getAttribute(name)?.trim() || []);
}

/** The pictures that a block of text goes with: those of its figure, its link or its card. */
export function picturesOf(block: Pick<TextBlock, 'element'>, known: KnownCards = new Map()): readonly Element[] {
  const element = block.element.nodeType === 1 ? (block.element as Element) : (block.element as ShadowRoot).host;
  const around = element.closest('figure') ?? element.closest('a[href]');
  const own = around ? [...around.querySelectorAll(PICTURES)] : [];
  if (own.length) return own;
  let at = element.parentElement;
  for (let steps = 0; at && steps < MAX_CARD_STEPS; at = at.parentElement, steps++) {
    if (at.localName === 'body' || at.localName === 'main') return [];
    const found = picturesInCard(at, known);
    if (found) return found;
  }
  return [];
}

/** The pictures of a part of the page: none where it is more than a card, undefined where it holds no picture. */
function picturesInCard(part: Element, known: KnownCards): readonly Element[] | undefined {
  if (known.has(part)) return known.get(part);
  const pictures = [...part.querySelectorAll(PICTURES)];
  const isCard = pictures.length <= MAX_CARD_PICTURES && isShort(part);
  const found = pictures.length === 0 ? undefined : isCard ? pictures : [];
  known.set(part, found);
  return found;
}

/** Whether a part of the page holds little text, leaving out the spaces of its source. */
function isShort(part: Element): boolean {
  let units = 0;
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    units += node.data.trim().length;
    if (units > MAX_CARD_UNITS) return false;
  }
  return true;
}
