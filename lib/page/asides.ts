import type { Viewer } from '../model/viewer.ts';
import type { NameBook } from '../spoilers/nameBook.ts';
import type { BlockRole } from '../spoilers/pageText.ts';
import { MarkMaker } from './marks.ts';
import { noteJudgements, type PageBlock, type PageEngine } from './pageEngine.ts';
import type { AskReader } from './readingQueue.ts';

/** So many lines are remembered: a page has a title, and pictures by the hundred at the most. */
const MAX_KNOWN = 1000;

/** Judges lines that stand beside a page's text: the tab's title, the words that go with a picture. */
export class Asides {
  readonly #engine: PageEngine;
  readonly #maker: MarkMaker;
  readonly #ask: AskReader;
  readonly #judged: () => void;
  readonly #known = new Map<string, PageBlock>();
  #waiting: PageBlock[] = [];
  /** What was in scope when they were judged. */
  #scope = '';

  /** @param input.judged is called when lines that were asked for have been judged. */
  constructor(input: { engine: PageEngine; book: NameBook; viewer: Viewer; ask: AskReader; judged: () => void }) {
    this.#engine = input.engine;
    this.#maker = new MarkMaker(input);
    this.#ask = input.ask;
    this.#judged = input.judged;
  }

  setViewer(viewer: Viewer): void {
    this.#maker.setViewer(viewer);
  }

  /** Whether any line could: a show is spoken of. */
  get isInScope(): boolean {
    return this.#engine.isInScope;
  }

  /** Whether a line tells the viewer something that lies beyond them. Not before a show is spoken of, nor before the line was read. */
  isBeyond(text: string, role: BlockRole): boolean {
    if (!this.#engine.isInScope) return false;
    const scope = this.#engine.showIds.join(' ');
    if (scope !== this.#scope || this.#known.size > MAX_KNOWN) this.#known.clear();
    this.#scope = scope;
    const key = `${role} ${text}`;
    const known = this.#known.get(key);
    if (known) return this.#maker.isBeyond(known);
    const line = lineOf(text, role);
    this.#known.set(key, line);
    if (this.#waiting.push(line) === 1) queueMicrotask(() => void this.#read());
    return false;
  }

  /** Has all lines that wait read, each by itself: the page's text is judged as if they were not there. */
  async #read(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    const stretches = lines.map(({ text, role, level, row }) => ({ lead: 0, headings: [], blocks: [{ text, role, level, row }] }));
    try {
      for (const show of this.#engine.shows) {
        const answer = await this.#ask(this.#engine.toRequest(show, stretches));
        lines.forEach((line, i) => {
          const judgements = answer?.[i]?.judgements[0];
          if (judgements?.length) noteJudgements(line, show, judgements);
        });
      }
    } catch (error) {
      // They are asked for again with the next change of the page.
      this.#known.clear();
      console.warn('Sofar could not have the title and pictures of this page read.', error);
      return;
    }
    this.#judged();
  }
}

function lineOf(text: string, role: BlockRole): PageBlock {
  const place = { element: document.documentElement, isInShadow: false, nodes: [], starts: [] };
  return { text, role, level: 0, row: -1, ...place, hits: [], judgements: undefined, isDue: false, asked: 0, headingsAfter: undefined, tonesAfter: undefined };
}
