import { browser } from 'wxt/browser';

const KEY = 'hiddenCounts';
/** The badge holds four characters. */
const MOST = 999;

/** By tab, then by frame. Session storage takes string keys only. */
type Counts = Record<string, Record<string, number>>;

const sum = (frames: Record<string, number> = {}) => Object.values(frames).reduce((total, count) => total + count, 0);

/**
 * How many sentences each frame of each tab hides, on the badge and in session storage: a background that was asleep must
 * still know the frames that have nothing new to report. Changes wait for one another.
 *
 * Nobody tells when a tab goes to another page, without a background that is woken by every page. But the browser then takes
 * the tab's badge away: a tab with a count and no badge has a new page.
 */
export class TabCounts {
  #counts: Counts | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** Notes what a frame hides, and writes the tab's badge. @returns the sum over the tab's frames. */
  set(tab: number, frame: number, hidden: number): Promise<number> {
    return this.#change(async (counts) => {
      if (await isGone(tab, counts)) delete counts[tab];
      counts[tab] = { ...counts[tab], [frame]: hidden };
      const total = sum(counts[tab]);
      await browser.action.setBadgeText({ tabId: tab, text: total === 0 ? '' : total > MOST ? `${MOST}+` : String(total) });
      return total;
    });
  }

  /** The sums of all tabs whose present page ever reported. */
  sums(): Promise<[tab: number, hidden: number][]> {
    return this.#change(async (counts) => {
      for (const tab of Object.keys(counts).map(Number)) if (await isGone(tab, counts)) delete counts[tab];
      return Object.entries(counts).map(([tab, frames]) => [Number(tab), sum(frames)]);
    });
  }

  /** Forgets a tab that closed. */
  forget(tab: number): Promise<void> {
    return this.#change(async (counts) => {
      delete counts[tab];
    });
  }

  #change<Result>(change: (counts: Counts) => Promise<Result>): Promise<Result> {
    const next = this.#queue.then(async () => {
      this.#counts ??= ((await browser.storage.session.get(KEY))[KEY] as Counts | undefined) ?? {};
      const result = await change(this.#counts);
      await browser.storage.session.set({ [KEY]: this.#counts });
      return result;
    });
    // The next change begins with what was stored last.
    this.#queue = next.catch(() => {
      this.#counts = undefined;
    });
    return next;
  }
}

/** Whether the page that a tab's count is about has gone. */
async function isGone(tab: number, counts: Counts): Promise<boolean> {
  if (sum(counts[tab]) === 0) return false;
  // A tab that closed in the meantime has no badge to ask for.
  return (await browser.action.getBadgeText({ tabId: tab }).catch(() => '')) === '';
}
