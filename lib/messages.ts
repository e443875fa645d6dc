import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Backup } from './model/backup.ts';
import type { Card } from './model/card.ts';
import type { Correction } from './model/correction.ts';
import type { EpisodeCode } from './model/episodes.ts';
import type { PageStatus } from './model/pageStatus.ts';
import type { ShowSummary } from './model/showSummary.ts';
import type { Strictness, TrackedShow, Viewer } from './model/viewer.ts';
import type { ReadingAnswer, ReadingRequest } from './spoilers/stretchReader.ts';

/** Every message of Sofar. Only the extension's own pages and content scripts send and get them. */
export interface Messages {
  /** To the background: all shows of the dataset. */
  listShows(): ShowSummary[];
  /** To the background: the card of an entity as of the viewer's progress; undefined where there is none. */
  getCard(of: { show: string; entity: string }): Card | undefined;
  /** To the background: the viewer has watched a show as far as this; S0E0 begins to track it. */
  setProgress(to: { show: string; watched: EpisodeCode }): void;
  /** To the background: forget that a show is tracked. */
  untrackShow(which: { show: string }): void;
  /** To the background: change what holds for one show. */
  changeShow(to: { show: string; off?: boolean; strictness?: Strictness | null }): void;
  /** To the background: track a show as it was: takes back its removal. */
  putShow(which: { show: string; tracked: TrackedShow }): void;
  /** To the background: keep what the viewer says of a sentence. */
  correct(correction: Correction): void;
  /** To the background: forget what the viewer said of a sentence. */
  takeBackCorrection(which: { show: string; text: string }): void;
  /** To the background: change what holds everywhere. */
  changeViewer(to: Partial<Omit<Viewer, 'shows'>>): void;
  /** From a page to the background: read stretches of it; undefined where the show is not tracked (any more). */
  read(request: ReadingRequest): ReadingAnswer | undefined;
  /** From the settings to the background: all that the viewer told Sofar, for a file. */
  getBackup(): Backup;
  /** From the settings to the background: take a backup in place of what is stored. It is checked there once more. */
  restoreBackup(backup: Backup): void;
  /** From the settings to the background: forget everything, and be as after the installation. */
  eraseEverything(): void;
  /** From a page to the background: how much is hidden in this frame, for the badge. */
  reportHidden(count: { hidden: number }): void;
  /** From the popup to a tab's page: what Sofar found there. */
  getPageStatus(): PageStatus;
  /** From the popup to a tab's page: show everything that is hidden, or hide it again. To the background: do so in all frames of the page that asks. */
  revealAll(to: { revealed: boolean }): void;
  /** From the background to a tab's page: the viewer pressed a key of theirs for the next mark, or for the one before. */
  stepThroughMarks(to: { direction: 1 | -1 }): void;
  /** From the background to a tab's page: the viewer pressed a key of theirs that shows everything, or hides it again. */
  toggleRevealed(): void;
  /** From the background to a tab's page: the viewer chose to hide the selected text, which was missed. */
  hideSelection(what: { text: string }): void;
  /** From a page to the background: the pause that it waited for is over. */
  pauseEnded(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
