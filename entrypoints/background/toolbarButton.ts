import { browser } from 'wxt/browser';
import { formatMoment, t, tCount } from '../../lib/i18n.ts';
import { type ToolbarState, toolbarState } from '../../lib/model/toolbarState.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { afterPause } from '../../lib/progress/afterPause.ts';
import { TabCounts } from './tabCounts.ts';

const COLOUR = '#5b3fd6';
const SIZES = [16, 32, 48] as const;
/** Where the pictures of a state stand: told apart by their shapes, not by colour alone (scripts/icons.ts draws them). */
const FOLDER: Record<ToolbarState, string> = { on: '/icons/', off: '/icons/off/', paused: '/icons/paused/' };

/** The toolbar button: a picture of the state, a badge with how much the tab's page hides, a tooltip with both in words. */
export class ToolbarButton {
  readonly #counts = new TabCounts();
  /** What the tooltip says where a page hides nothing. */
  #title = t('extensionName');
  #stopWaiting: () => void = () => undefined;

  constructor() {
    run(browser.action.setBadgeBackgroundColor({ color: COLOUR }));
    run(browser.action.setBadgeTextColor({ color: '#ffffff' }));
  }

  /** Shows whether Sofar is on, off or paused; and, as long as the background lives, changes back when the pause ends. */
  show(viewer: Viewer): void {
    const now = Date.now();
    const state = toolbarState(viewer, now);
    const path = Object.fromEntries(SIZES.map((size) => [size, `${FOLDER[state]}${size}.png`]));
    this.#title = titleOf(state, viewer.pausedUntil, now);
    run(browser.action.setIcon({ path }));
    run(browser.action.setTitle({ title: this.#title }));
    run(this.#writeTitles());
    this.#stopWaiting();
    this.#stopWaiting = afterPause(viewer.pausedUntil, () => this.show(viewer));
  }

  /** Writes what a tab hides, over all its frames, after one frame told what it hides. */
  count(tab: number, frame: number, hidden: number): void {
    run(this.#counts.set(tab, frame, hidden).then((sum) => this.#writeTitle(tab, sum)));
  }

  /** Forgets a tab that closed. */
  forget(tab: number): void {
    run(this.#counts.forget(tab));
  }

  /** A tab that had a title of its own keeps one: not every browser can take it away again. So it follows the general one. */
  async #writeTitles(): Promise<void> {
    for (const [tab, sum] of await this.#counts.sums()) await this.#writeTitle(tab, sum);
  }

  #writeTitle(tab: number, sum: number): Promise<void> {
    return browser.action.setTitle({ tabId: tab, title: sum === 0 ? this.#title : tCount('titleHidden', sum) });
  }
}

function titleOf(state: ToolbarState, pausedUntil: number, now: number): string {
  if (state === 'paused') return t('titlePaused', formatMoment(pausedUntil, now));
  return t(state === 'off' ? 'titleOff' : 'extensionName');
}

/** Nobody waits for the button; and a tab that closed in the meantime has none. */
function run(change: Promise<void>): void {
  change.catch((error: unknown) => console.debug('Sofar could not change its toolbar button.', error));
}
