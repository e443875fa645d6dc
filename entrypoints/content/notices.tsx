import { render } from 'preact';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../lib/i18n.ts';
import { themeAround } from '../../lib/page/themeAround.ts';
import type { PageOverlay } from './pageOverlay.ts';

/** Time enough to read it and to reach for the way back, in milliseconds. It does not run while one is there. */
const LIFE_MS = 9000;
/** Screen readers speak what comes into a live region that they know already; in milliseconds. */
const BEFORE_TOLD_MS = 80;

export interface Said {
  text: string;
  undo?: () => void;
  /** The focus goes to the way back: what was done was done by keyboard, and what had the focus is gone. */
  focus?: boolean;
}

/** Says at the edge of the page what was just done. One thing at a time: the next takes the place of the one before. */
export class Notices {
  readonly #overlay: PageOverlay;
  readonly #ended: () => void;
  #said: Said | undefined;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #returnFocus: HTMLElement | undefined;
  #listening: AbortController | undefined;

  /** @param ended is called when nothing is said any longer. */
  constructor(overlay: PageOverlay, ended: () => void) {
    this.#overlay = overlay;
    this.#ended = ended;
  }

  say(said: Said): void {
    this.#said = said;
    this.#begin();
    if (document.body) this.#overlay.host.setTheme(themeAround(document.body));
    this.#render();
    this.#makeWay();
    this.#tell(said.undo ? `${said.text}. ${t('undoHint')}` : said.text);
    if (said.focus) {
      if (document.activeElement instanceof HTMLElement) this.#returnFocus = document.activeElement;
      this.#overlay.host.notices.querySelector('button')?.focus();
    }
    this.#restart();
  }

  /** Whether that is what is said now. */
  isSaying(said: Said): boolean {
    return this.#said === said;
  }

  /** Says something to screen readers alone. */
  tell(text: string): void {
    this.#render();
    this.#tell(text);
  }

  /** Takes back what was said last, where that can be. */
  undo(): void {
    const undo = this.#said?.undo;
    this.close();
    undo?.();
  }

  close(): void {
    if (!this.#said) return;
    const hadFocus = this.#overlay.present?.focused() != null;
    this.#said = undefined;
    this.#told = '';
    this.#listening?.abort();
    this.#listening = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#telling);
    if (this.#overlay.present) this.#render();
    if (hadFocus) this.#returnFocus?.focus();
    this.#returnFocus = undefined;
    this.#ended();
  }

  #tell(text: string): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      this.#told = text;
      if (this.#overlay.present) this.#render();
    }, BEFORE_TOLD_MS);
  }

  /** A card is not lain over, but for where there is no other place. */
  #makeWay(): void {
    const { container, notices } = this.#overlay.host;
    notices.dataset.edge = 'bottom';
    const card = container.getBoundingClientRect();
    const notice = notices.getBoundingClientRect();
    if (card.height > 0 && card.bottom > notice.top) notices.dataset.edge = 'top';
  }

  #render(): void {
    const undo = this.#said?.undo && (() => this.undo());
    render(<Notice text={this.#said?.text ?? ''} told={this.#told} onUndo={undo} onClose={() => this.close()} />, this.#overlay.host.notices);
  }

  /** Waits while somebody is at it; takes a key for the way back, as long as there is one. */
  #begin(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { notices } = this.#overlay.host;
    for (const type of ['pointerenter', 'focusin']) notices.addEventListener(type, () => clearTimeout(this.#timer), { signal });
    for (const type of ['pointerleave', 'focusout']) notices.addEventListener(type, () => this.#restart(), { signal });
    notices.addEventListener('keydown', (event) => event.key === 'Escape' && this.close(), { signal });
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyZ' || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !this.#said?.undo) return;
      event.preventDefault();
      this.undo();
    };
    addEventListener('keydown', onKey, { capture: true, signal });
  }

  #restart(): void {
    clearTimeout(this.#timer);
    if (this.#said && !this.#overlay.host.notices.matches(':hover, :focus-within')) this.#timer = setTimeout(() => this.close(), LIFE_MS);
  }
}
