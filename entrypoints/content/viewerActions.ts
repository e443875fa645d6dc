import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { type Correction, withCorrection, withoutCorrection } from '../../lib/model/correction.ts';
import { type EpisodeCode, NOT_STARTED } from '../../lib/model/episodes.ts';
import type { TrackedShow, Viewer } from '../../lib/model/viewer.ts';
import { type HiddenMark, textOf } from '../../lib/page/marks.ts';
import type { Notices, Said } from './notices.tsx';

/** What the viewer does from a page: each is sent to the background, said aloud, and can be taken back. */
export class ViewerActions {
  readonly #viewer: () => Viewer;
  readonly #apply: (viewer: Viewer) => void;
  readonly #notices: Notices;
  readonly #titleOf: (show: string) => string;
  #run: { show: string; before: TrackedShow | undefined; said: Said } | undefined;

  /** @param input.apply takes a viewer at once, before the background has stored it. */
  constructor(input: { viewer: () => Viewer; apply: (viewer: Viewer) => void; notices: Notices; titleOf: (show: string) => string }) {
    this.#viewer = input.viewer;
    this.#apply = input.apply;
    this.#notices = input.notices;
    this.#titleOf = input.titleOf;
  }

  /** The viewer has watched a show as far as this. */
  setProgress(show: string, watched: EpisodeCode, focus: boolean, title = this.#titleOf(show)): void {
    const { shows } = this.#viewer();
    // Somebody who steps through a picker sets one episode after the other: the way back leads to where they began.
    const isGoingOn = this.#run?.show === show && this.#notices.isSaying(this.#run.said);
    const before = isGoingOn ? this.#run?.before : Object.hasOwn(shows, show) ? shows[show] : undefined;
    send(sendMessage('setProgress', { show, watched }));
    const text = watched !== NOT_STARTED ? t('watchedUpTo', watched) : before ? t('nowNotStarted', title) : t('nowTracking', title);
    const undo = () => send(before ? sendMessage('putShow', { show, tracked: before }) : sendMessage('untrackShow', { show }));
    const said = { text, undo, focus };
    this.#run = { show, before, said };
    this.#notices.say(said);
  }

  /** The viewer says that a sentence is no spoiler: it is not hidden again, here or elsewhere. */
  allow(mark: HiddenMark, focus: boolean): void {
    this.#correct([this.#correction('show', mark.show, textOf(mark), { revealedIn: mark.revealedIn })], t('willNotHide'), focus);
  }

  /** The viewer has missed a blur on sentences of a show. */
  hide(show: string, sentences: readonly string[]): void {
    this.#correct(
      sentences.map((text) => this.#correction('hide', show, text)),
      t('hiddenFromNowOn'),
      false,
    );
  }

  /** The viewer no longer wants a sentence hidden that they had hidden. */
  stopHiding(mark: HiddenMark, focus: boolean): void {
    const which = { show: mark.show, text: textOf(mark) };
    const before = this.#viewer().corrections.filter((known) => !withoutCorrection([known], which).length);
    this.#forget([which]);
    this.#notices.say({ text: t('noLongerHidden'), undo: () => this.#keep(before), focus });
  }

  #correction(kind: Correction['kind'], show: string, text: string, more: Pick<Correction, 'revealedIn'> = {}): Correction {
    return { kind, show, text, host: location.host, madeAt: Date.now(), ...more };
  }

  #correct(corrections: readonly Correction[], text: string, focus: boolean): void {
    this.#keep(corrections);
    this.#notices.say({ text, undo: () => this.#forget(corrections), focus });
  }

  #keep(corrections: readonly Correction[]): void {
    const viewer = this.#viewer();
    this.#apply({ ...viewer, corrections: corrections.reduce<Correction[]>((list, added) => withCorrection(list, added), viewer.corrections) });
    for (const correction of corrections) send(sendMessage('correct', correction));
  }

  #forget(which: readonly Pick<Correction, 'show' | 'text'>[]): void {
    const viewer = this.#viewer();
    this.#apply({ ...viewer, corrections: which.reduce<Correction[]>((list, gone) => withoutCorrection(list, gone), viewer.corrections) });
    for (const { show, text } of which) send(sendMessage('takeBackCorrection', { show, text }));
  }
}

function send(sent: Promise<unknown>): void {
  sent.catch((error: unknown) => console.error('Sofar could not keep that. Load the page again and try once more.', error));
}
