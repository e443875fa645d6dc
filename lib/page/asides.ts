import type { Viewer } from '../model/viewer.ts';
import { findHits, type NameBook } from '../spoilers/nameBook.ts';
import type { BlockRole } from '../spoilers/pageText.ts';
import { MarkMaker } from './marks.ts';
import type { PageBlock, PageEngine } from './pageEngine.ts';

/** So many lines are remembered: a page has a title, and pictures by the hundred at the most. */
const MAX_KNOWN = 1000;

/** Judges lines that stand beside a page's text: the tab's title, the words that go with a picture. */
export class Asides {
  readonly #engine: PageEngine;
  readonly #book: NameBook;
  readonly #maker: MarkMaker;
  readonly #known = new Map<string, PageBlock>();
  /** What was in scope when they were judged. */
  #scope = '';

  constructor(input: { engine: PageEngine; book: NameBook; viewer: Viewer }) {
    this.#engine = input.engine;
    this.#book = input.book;
    this.#maker = new MarkMaker(input);
  }

  setViewer(viewer: Viewer): void {
    this.#maker.setViewer(viewer);
  }

  /** Whether any line could: a show is spoken of. */
  get isInScope(): boolean {
    return this.#engine.isInScope;
  }

  /** Whether a line tells the viewer something that lies beyond them. Not before a show is spoken of and its documents are here. */
  isBeyond(text: string, role: BlockRole): boolean {
    if (!this.#engine.isInScope) return false;
    const scope = this.#engine.showIds.join(' ');
    if (scope !== this.#scope || this.#known.size > MAX_KNOWN) this.#known.clear();
    this.#scope = scope;
    const key = `${role} ${text}`;
    const known = this.#known.get(key);
    if (known) return this.#maker.isBeyond(known);
    const line = this.#lineOf(text, role);
    if (!this.#engine.judgeAside(line)) return false;
    this.#known.set(key, line);
    return this.#maker.isBeyond(line);
  }

  #lineOf(text: string, role: BlockRole): PageBlock {
    const place = { element: document.documentElement, nodes: [], starts: [] };
    const unread = { hits: findHits(this.#book, text), judgements: undefined, isDue: true, contextAfter: undefined };
    return { text, role, level: 0, row: -1, ...place, ...unread };
  }
}
