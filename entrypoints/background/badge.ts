import { browser } from 'wxt/browser';

const COLOUR = '#5b3fd6';
/** The badge holds four characters. */
const MOST = 999;

/** The number on the toolbar button: how many sentences are hidden in a tab, over all its frames. */
export class Badge {
  readonly #frames = new Map<number, Map<number, number>>();

  constructor() {
    void browser.action.setBadgeBackgroundColor({ color: COLOUR });
  }

  /** Notes what a frame hides. A top frame that begins anew forgets the frames below it. */
  count(tab: number | undefined, frame: number, hidden: number): void {
    if (tab === undefined) return;
    const frames = this.#frames.get(tab) ?? new Map<number, number>();
    this.#frames.set(tab, frames);
    frames.set(frame, hidden);
    const sum = [...frames.values()].reduce((total, count) => total + count, 0);
    this.#write(tab, sum === 0 ? '' : sum > MOST ? `${MOST}+` : String(sum));
  }

  forget(tab: number): void {
    this.#frames.delete(tab);
  }

  /** Greys the button out while Sofar is off. */
  setEnabled(enabled: boolean): void {
    void browser.action.setBadgeText({ text: enabled ? '' : '–' });
  }

  #write(tab: number, text: string): void {
    // The tab may have closed in the meantime; there is nothing left to tell then.
    browser.action.setBadgeText({ tabId: tab, text }).catch(() => this.forget(tab));
  }
}
