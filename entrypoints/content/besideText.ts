import { t, tCount } from '../../lib/i18n.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import type { Asides } from '../../lib/page/asides.ts';
import type { MarkBoard } from '../../lib/page/markBoard.ts';
import { PictureCover } from '../../lib/page/pictureCover.ts';
import { QuietBlocks } from '../../lib/page/quietBlocks.ts';
import { TitleGuard } from '../../lib/page/titleGuard.ts';
import type { Notices } from './notices.tsx';

/** So long a page's count must stand before it is spoken, in milliseconds: it rises while the page is read. */
const SETTLED_MS = 1200;

/** What of a page tells as much as its text does: pictures, the tab's title, and what a screen reader says. */
export class BesideText {
  readonly pictures = new PictureCover();
  readonly #title = new TitleGuard(() => t('titleCovered', location.host));
  readonly #quiet = new QuietBlocks();
  readonly #asides: Asides;
  readonly #notices: Notices;
  #spoken = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(asides: Asides, notices: Notices) {
    this.#asides = asides;
    this.#notices = notices;
  }

  /** The page's own title, whatever stands in the tab. */
  get title(): string {
    return this.#title.title;
  }

  /** Whether there is anything for a picture to belong to. */
  get concernsPictures(): boolean {
    return this.#asides.isInScope || this.pictures.covered.size > 0;
  }

  /** Brings everything in step with what is painted. */
  follow(board: MarkBoard, viewer: Viewer): void {
    const judges = this.#asides.isInScope && !board.isAllRevealed;
    if (this.concernsPictures || board.hiddenCount > 0)
      this.pictures.follow(board.covers(), judges ? (words) => this.#asides.isBeyond(words, 'caption') : undefined);
    // A title stands for its page as it does in a list of links. Headings are mostly let through: their text says the rest.
    if (window === top) this.#title.setCovered(viewer.hideTabTitle && judges && this.#asides.isBeyond(this.title, 'item'));
    if (!viewer.quietForReaders) {
      this.#quiet.stop();
      return;
    }
    this.#quiet.follow(board.covers(), this.pictures.covered);
    this.#speak(board.hiddenCount);
  }

  /** Puts everything back. */
  stop(): void {
    clearTimeout(this.#timer);
    this.pictures.stop();
    this.#title.setCovered(false);
    this.#quiet.stop();
  }

  #speak(hidden: number): void {
    clearTimeout(this.#timer);
    if (hidden === this.#spoken) return;
    this.#timer = setTimeout(() => {
      this.#spoken = hidden;
      this.#notices.tell(`${tCount('hiddenHere', hidden)} ${t('stepHint')}`);
    }, SETTLED_MS);
  }
}
