import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { documentsKey, type ShowNames } from '../../lib/dataset/snapshot.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { awaitDefinitions } from '../../lib/page/awaitDefinitions.ts';
import { BackOff } from '../../lib/page/backOff.ts';
import { ChangeGate } from '../../lib/page/changeGate.ts';
import { findOverlooked, followParser } from '../../lib/page/followParser.ts';
import { titleOf } from '../../lib/page/nodes.ts';
import { PageEngine } from '../../lib/page/pageEngine.ts';
import { PageSession } from '../../lib/page/pageSession.ts';
import { Painter } from '../../lib/page/painter.ts';
import { ShadowRoots } from '../../lib/page/shadowRoots.ts';
import { type PageChanges, watchPage } from '../../lib/page/watchPage.ts';
import { type StoredModel, unpackModel } from '../../lib/spoilers/engineModel.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import type { Documents } from '../../lib/spoilers/showIndex.ts';
import { listen } from './listen.ts';
import { OverlayView } from './overlayView.tsx';
import { stepThroughMarks } from './stepThroughMarks.ts';

const NO_DOCUMENTS: Documents = { revealedIn: [], severity: [], who: [], length: [], terms: [], postings: [] };

/** What a page has thrown out is back after so many milliseconds, where it changes nothing else that tells of it. */
const MENDING_MS = 250;

/** Sofar at work on one page, from here until `stop`. */
export class RunningPage {
  readonly #shows: ShowNames[];
  readonly #painter = new Painter();
  readonly #session: PageSession;
  readonly #gate: ChangeGate;
  readonly #view: OverlayView;
  readonly #end = new AbortController();
  readonly #ctx: ContentScriptContext;
  #reported = 0;
  #isReportQueued = false;

  constructor(input: { viewer: Viewer; shows: ShowNames[]; model: StoredModel; ctx: ContentScriptContext }) {
    const { viewer, shows, model, ctx } = input;
    this.#shows = shows;
    this.#ctx = ctx;
    const book = compileNameBook(shows.map((show) => ({ ...show, documents: NO_DOCUMENTS })));
    const engine = new PageEngine({
      book,
      model: unpackModel(model),
      page: { url: location.href, title: titleOf(document) },
      needDocuments: (show) => void this.#loadDocuments(show, engine),
    });
    this.#painter.start(document, viewer.look);
    const waiting = new Set<ShadowRoot>();
    const shadows = new ShadowRoots((shadow) => {
      this.#painter.adopt(shadow);
      if (watching) watching.watch(shadow);
      else waiting.add(shadow);
    });
    this.#session = new PageSession({ engine, book, painter: this.#painter, viewer, shadowOf: shadows.of, changed: () => this.#report() });
    this.#view = new OverlayView({
      titleOf: (id) => shows.find((show) => show.id === id)?.title ?? '',
      reveal: (mark) => this.#session.reveal(mark),
    });
    let title = titleOf(document);
    const take = (changes: PageChanges) => {
      this.#painter.mend();
      if (titleOf(document) !== title) {
        title = titleOf(document);
        this.#session.setPage({ url: location.href, title });
      }
      this.#session.take(changes);
      lookForDefined(true);
    };
    const takeHosts = (hosts: Element[]) => this.#session.take({ deep: new Set<Node>(hosts), shallow: new Set(), removed: false });
    const lookForDefined = awaitDefinitions(shadows, takeHosts, this.#end.signal);
    this.#gate = new ChangeGate({
      backOff: new BackOff(),
      take: (changes) => !this.#end.signal.aborted && take(changes),
      mustCover: () => engine.isInScope,
      cover: (range) => this.#painter.add('unread', range),
      uncover: (range) => this.#painter.remove('unread', range),
    });
    let watching: ReturnType<typeof watchPage> | undefined;
    followParser(
      document,
      take,
      () => {
        watching = watchPage(document, take, this.#gate, this.#end.signal);
        for (const shadow of waiting) watching.watch(shadow);
        take(findOverlooked(document, (node) => this.#session.isKnown(node)));
      },
      this.#end.signal,
    );
    listen(this.#session, this.#view, shadows, this.#end.signal);
    stepThroughMarks(this.#session, this.#view, this.#end.signal);
    const mending = setInterval(() => {
      // Asking is what tells: an extension that was updated or removed leaves its pages without a word.
      if (ctx.isInvalid) return;
      if (this.#session.hiddenCount() > 0) this.#painter.mend();
      lookForDefined(false);
      for (const root of shadows.prune()) this.#painter.release(root);
    }, MENDING_MS);
    this.#end.signal.addEventListener('abort', () => clearInterval(mending), { once: true });
    for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, () => takeHosts(shadows.askAgain()), { signal: this.#end.signal });
  }

  /** Whether it runs for just these shows. */
  isFor(shows: readonly ShowNames[]): boolean {
    return shows.length === this.#shows.length && shows.every((show, i) => show.id === this.#shows[i]?.id && show.version === this.#shows[i]?.version);
  }

  setViewer(viewer: Viewer): void {
    this.#painter.setLook(viewer.look);
    this.#session.setViewer(viewer);
  }

  revealAll(revealed: boolean): void {
    this.#session.revealAll(revealed);
  }

  status(): Pick<PageStatus, 'shows' | 'hidden' | 'revealed' | 'isBusy'> {
    return { ...this.#session.status(), isBusy: this.#gate.isBusy };
  }

  /** Takes every trace from the page. */
  stop(): void {
    this.#end.abort();
    this.#session.stop();
    this.#painter.stop();
    this.#view.remove();
    this.#report();
  }

  async #loadDocuments(show: number, engine: PageEngine): Promise<void> {
    const id = this.#shows[show]?.id ?? '';
    const key = documentsKey(id);
    let documents: Documents | undefined;
    try {
      documents = (await browser.storage.local.get([key]))[key] as Documents | undefined;
    } catch (error) {
      // Nothing may stay covered because of it.
      console.warn(`Sofar could not read the documents of ${id}.`, error);
    }
    if (this.#end.signal.aborted) return;
    if (!documents) console.warn(`Sofar has no documents of ${id}: it decides by cues and names alone.`);
    engine.giveDocuments(show, documents ?? NO_DOCUMENTS);
    this.#session.resume();
  }

  /** Tells the background how much is hidden, at most once a frame. */
  #report(): void {
    if (this.#isReportQueued || this.#ctx.isInvalid) return;
    this.#isReportQueued = true;
    setTimeout(() => {
      this.#isReportQueued = false;
      const hidden = this.#end.signal.aborted ? 0 : this.#session.hiddenCount();
      if (hidden === this.#reported || this.#ctx.isInvalid) return;
      this.#reported = hidden;
      sendMessage('reportHidden', { hidden }).catch((error: unknown) => console.warn('Sofar could not report to its background.', error));
    }, 50);
  }
}
