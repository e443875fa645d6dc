import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { StoredNames } from '../../lib/dataset/snapshot.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { findOverlooked, followParser } from '../../lib/page/followParser.ts';
import { PageEngine } from '../../lib/page/pageEngine.ts';
import { PageSession } from '../../lib/page/pageSession.ts';
import { Painter } from '../../lib/page/painter.ts';
import { ShadowRoots } from '../../lib/page/shadowRoots.ts';
import { type PageChanges, watchPage } from '../../lib/page/watchPage.ts';
import { openNameBook } from '../../lib/spoilers/nameBook.ts';
import type { ShowNames } from '../../lib/spoilers/showIndex.ts';
import { listen } from './listen.ts';
import { OverlayView } from './overlayView.tsx';
import { stepThroughMarks } from './stepThroughMarks.ts';

/** Sofar at work on one page, from here until `stop`. */
export class RunningPage {
  readonly #shows: ShowNames[];
  readonly #painter = new Painter();
  readonly #session: PageSession;
  readonly #view: OverlayView;
  readonly #end = new AbortController();
  readonly #ctx: ContentScriptContext;
  #reported = 0;
  #isReportQueued = false;

  constructor(input: { viewer: Viewer; names: StoredNames; ctx: ContentScriptContext }) {
    const { viewer, names, ctx } = input;
    const { shows } = names;
    this.#shows = shows;
    this.#ctx = ctx;
    const book = openNameBook(shows, names.book);
    const engine = new PageEngine({ book, page: { url: location.href, title: document.title } });
    this.#painter.start(document, viewer.look);
    const waiting = new Set<ShadowRoot>();
    const shadows = new ShadowRoots((shadow) => {
      this.#painter.adopt(shadow);
      if (watching) watching.watch(shadow);
      else waiting.add(shadow);
    });
    this.#session = new PageSession({
      engine,
      book,
      painter: this.#painter,
      viewer,
      shadowOf: shadows.of,
      ask: (request) => sendMessage('read', request),
      changed: () => this.#report(),
    });
    this.#view = new OverlayView({
      titleOf: (id) => shows.find((show) => show.id === id)?.title ?? '',
      reveal: (mark) => this.#session.reveal(mark),
    });
    let { title } = document;
    const take = (changes: PageChanges) => {
      if (document.title !== title) {
        title = document.title;
        this.#session.setPage({ url: location.href, title });
      }
      this.#session.take(changes);
    };
    let watching: ReturnType<typeof watchPage> | undefined;
    followParser(
      document,
      take,
      () => {
        watching = watchPage(document, take, this.#end.signal);
        for (const shadow of waiting) watching.watch(shadow);
        take(findOverlooked(document, (node) => this.#session.isKnown(node)));
      },
      this.#end.signal,
    );
    listen(this.#session, this.#view, shadows, this.#end.signal);
    stepThroughMarks(this.#session, this.#view, this.#end.signal);
    const askAgain = () => this.#session.take({ deep: new Set<Node>(shadows.askAgain()), shallow: new Set(), removed: false });
    for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, askAgain, { signal: this.#end.signal });
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

  status(): Pick<PageStatus, 'shows' | 'hidden' | 'revealed'> {
    return this.#session.status();
  }

  /** Takes every trace from the page. */
  stop(): void {
    this.#end.abort();
    this.#session.stop();
    this.#painter.stop();
    this.#view.remove();
    this.#report();
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
