import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { TrackedNames } from '../../lib/dataset/snapshot.ts';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { PageStatus } from '../../lib/model/pageStatus.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { Asides } from '../../lib/page/asides.ts';
import { awaitDefinitions } from '../../lib/page/awaitDefinitions.ts';
import { BackOff } from '../../lib/page/backOff.ts';
import { ChangeGate } from '../../lib/page/changeGate.ts';
import { followParser } from '../../lib/page/followParser.ts';
import { hasScripts, titleOf } from '../../lib/page/nodes.ts';
import { PageEngine } from '../../lib/page/pageEngine.ts';
import { PageSession } from '../../lib/page/pageSession.ts';
import { Painter } from '../../lib/page/painter.ts';
import type { AskReader } from '../../lib/page/readingQueue.ts';
import { ShadowRoots } from '../../lib/page/shadowRoots.ts';
import { type PageChanges, watchPage } from '../../lib/page/watchPage.ts';
import { openNameBook } from '../../lib/spoilers/nameBook.ts';
import type { ShowNames } from '../../lib/spoilers/showIndex.ts';
import { BesideText } from './besideText.ts';
import { hideSelection } from './hideSelection.ts';
import { listen } from './listen.ts';
import { listenToKeys } from './listenToKeys.ts';
import { MarkWalk } from './markWalk.ts';
import type { Notices } from './notices.tsx';
import { OverlayView } from './overlayView.tsx';
import type { PageOverlay } from './pageOverlay.ts';
import { ViewerActions } from './viewerActions.ts';

/** What goes along with the marks may come so much later, in milliseconds: a page that loads changes them every frame. */
const FOLLOW_MS = 50;
/** And takes this share of the time at the most: on a page with very many marks it comes later. */
const FOLLOW_SHARE = 0.1;

/** Whether the viewer is in this frame; where they are in none, in the browser's own bars, the page itself is meant. */
function isInFront(): boolean {
  const isElsewhere = document.hasFocus() && document.activeElement instanceof HTMLIFrameElement;
  return window === top ? !isElsewhere : document.hasFocus() && !isElsewhere;
}

/** What a page has thrown out is back after so many milliseconds, where it changes nothing else that tells of it. */
const MENDING_MS = 250;

/** Sofar at work on one page, from here until `stop`. */
export class RunningPage {
  readonly #shows: ShowNames[];
  readonly #engine: PageEngine;
  readonly #painter = new Painter();
  readonly #shadows: ShadowRoots;
  readonly #session: PageSession;
  readonly #gate: ChangeGate;
  readonly #view: OverlayView;
  readonly #end = new AbortController();
  readonly #ctx: ContentScriptContext;
  readonly #notices: Notices;
  readonly #actions: ViewerActions;
  readonly #asides: Asides;
  readonly #beside: BesideText;
  readonly #walk: MarkWalk;
  readonly #lookForDefined: ReturnType<typeof awaitDefinitions>;
  #watching: ReturnType<typeof watchPage> | undefined;
  /** The page's own title, as it was read last. */
  #title = titleOf(document);
  #viewer: Viewer;
  #hasBegun = false;
  #reported = 0;
  #isFollowing = false;
  /** How long it took last, in milliseconds. */
  #followTook = 0;

  constructor(input: { viewer: Viewer; names: TrackedNames; ctx: ContentScriptContext; overlay: PageOverlay; notices: Notices }) {
    const { viewer, names, ctx, overlay, notices } = input;
    const { shows } = names;
    this.#shows = shows;
    this.#ctx = ctx;
    this.#viewer = viewer;
    this.#notices = notices;
    const book = openNameBook(shows, names.book);
    const engine = new PageEngine({ book, page: { url: location.href, title: this.#title } });
    this.#engine = engine;
    const ask: AskReader = (request) => sendMessage('read', request);
    this.#asides = new Asides({ engine, book, viewer, ask, judged: () => this.#follow() });
    this.#beside = new BesideText(this.#asides, notices);
    this.#painter.start(document, viewer.look);
    this.#beside.pictures.adopt(document);
    this.#shadows = new ShadowRoots((shadow) => {
      this.#painter.adopt(shadow);
      this.#beside.pictures.adopt(shadow);
      this.#watching?.watch(shadow);
    });
    this.#session = new PageSession({ engine, book, painter: this.#painter, viewer, shadowOf: this.#shadows.of, ask, changed: () => this.#follow() });
    const showTitle = (id: string) => shows.find((show) => show.id === id)?.title ?? '';
    this.#actions = new ViewerActions({ viewer: () => this.#viewer, apply: (changed) => this.setViewer(changed), notices, titleOf: showTitle });
    this.#view = new OverlayView({ overlay, actions: this.#actions, titleOf: showTitle, toggle: (mark) => this.#session.toggle(mark) });
    this.#walk = new MarkWalk(this.#session, this.#view);
    this.#lookForDefined = awaitDefinitions(this.#shadows, (hosts) => this.#takeHosts(hosts), this.#end.signal);
    this.#gate = new ChangeGate({
      backOff: new BackOff(),
      take: (changes) => !this.#end.signal.aborted && this.#take(changes),
      mustCover: () => engine.isInScope,
      cover: (range) => this.#painter.add('unread', range),
      uncover: (range) => this.#painter.remove('unread', range),
    });
  }

  /** Begins to read. Apart from what sets it up: together they would hold up the page for longer than a slice. */
  begin(): void {
    const { signal } = this.#end;
    if (this.#hasBegun || signal.aborted) return;
    this.#hasBegun = true;
    followParser({
      root: document,
      changed: (changes) => this.#take(changes),
      ended: () => {
        this.#watching = watchPage(document, (changes) => this.#take(changes), this.#gate, signal);
        for (const shadow of this.#shadows.all) this.#watching.watch(shadow);
        this.#session.takeOverlooked();
      },
      mustSeeAll: () => this.#engine.isInScope && hasScripts(document),
      signal,
    });
    listen(this.#session, this.#view, this.#shadows, signal);
    listenToKeys({ step: (direction) => this.step(direction), toggle: () => this.toggleRevealed() }, signal);
    // Pictures come later than their words, and lazy ones get their address then.
    document.addEventListener('load', (event) => event.target instanceof HTMLImageElement && this.#beside.concernsPictures && this.#follow(), {
      capture: true,
      signal,
    });
    const mending = setInterval(() => this.#mend(), MENDING_MS);
    signal.addEventListener('abort', () => clearInterval(mending), { once: true });
    for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, () => this.#takeHosts(this.#shadows.askAgain()), { signal });
  }

  #take(changes: PageChanges): void {
    this.#painter.mend();
    // What we put there ourselves is not the page's title.
    if (this.#beside.title !== this.#title) {
      this.#title = this.#beside.title;
      this.#session.setPage({ url: location.href, title: this.#title });
    }
    this.#session.take(changes);
    this.#lookForDefined(true);
  }

  #takeHosts(hosts: Element[]): void {
    this.#session.take({ deep: new Set<Node>(hosts), shallow: new Set(), removed: false });
  }

  #mend(): void {
    // Asking is what tells: an extension that was updated or removed leaves its pages without a word.
    if (this.#ctx.isInvalid) return;
    if (this.#session.board.hiddenCount > 0) this.#painter.mend();
    this.#lookForDefined(false);
    for (const root of this.#shadows.prune()) {
      this.#painter.release(root);
      this.#beside.pictures.release(root);
    }
  }

  /** Whether it runs for just these shows. */
  isFor(shows: readonly ShowNames[]): boolean {
    return shows.length === this.#shows.length && shows.every((show, i) => show.id === this.#shows[i]?.id && show.version === this.#shows[i]?.version);
  }

  setViewer(viewer: Viewer): void {
    this.#viewer = viewer;
    this.#painter.setLook(viewer.look);
    this.#asides.setViewer(viewer);
    this.#session.setViewer(viewer);
    this.#view.refresh();
  }

  revealAll(revealed: boolean): void {
    this.#session.revealAll(revealed);
  }

  /** Shows everything, or hides it again, and says so. */
  toggleRevealed(): void {
    if (!isInFront()) return;
    const revealed = !this.#session.board.isAllRevealed;
    this.revealAll(revealed);
    sendMessage('revealAll', { revealed }).catch((error: unknown) => console.warn('Sofar could not reach the other frames of this page.', error));
    this.#notices.say({ text: t(revealed ? 'allShown' : 'allHiddenAgain') });
  }

  /** Steps to the next mark or to the one before, in the frame that the viewer is in. */
  step(direction: 1 | -1): void {
    if (isInFront() && !this.#walk.step(direction)) this.#notices.say({ text: t('nothingToStepTo') });
  }

  hideSelection(text: string): void {
    hideSelection(this.#session, this.#actions, this.#notices, text);
  }

  status(): Pick<PageStatus, 'shows' | 'hidden' | 'revealed' | 'isBusy'> {
    return { ...this.#session.status(), isBusy: this.#gate.isBusy };
  }

  /** Takes every trace from the page, but for what is said. */
  stop(): void {
    this.#end.abort();
    this.#beside.stop();
    this.#session.stop();
    this.#painter.stop();
    this.#view.stop();
    this.#report(0);
  }

  /** Whatever goes along with the marks, a moment after they have changed. */
  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    setTimeout(
      () => {
        this.#isFollowing = false;
        if (this.#end.signal.aborted || this.#ctx.isInvalid) return;
        const started = performance.now();
        this.#beside.follow(this.#session.board, this.#viewer);
        this.#followTook = performance.now() - started;
        this.#report(this.#session.board.hiddenCount);
      },
      Math.max(FOLLOW_MS, this.#followTook / FOLLOW_SHARE),
    );
  }

  /** Tells the background how much is hidden. */
  #report(hidden: number): void {
    if (hidden === this.#reported || this.#ctx.isInvalid) return;
    this.#reported = hidden;
    sendMessage('reportHidden', { hidden }).catch((error: unknown) => console.warn('Sofar could not report to its background.', error));
  }
}
