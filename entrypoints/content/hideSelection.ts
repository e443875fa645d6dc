import { t } from '../../lib/i18n.ts';
import { sentenceKey } from '../../lib/model/correction.ts';
import type { PageSession } from '../../lib/page/pageSession.ts';
import { type Selected, selectedSentences } from '../../lib/page/selectedSentences.ts';
import type { Notices } from './notices.tsx';
import type { ViewerActions } from './viewerActions.ts';

/**
 * Hides what is selected, which Sofar had missed: every sentence that the selection touches.
 * @param text what the browser says was selected: where the selection is out of reach, in a shadow tree, it is kept as it is.
 */
export function hideSelection(session: PageSession, actions: ViewerActions, notices: Notices, text: string): void {
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) => selection?.getRangeAt(i)).filter((range) => range !== undefined);
  const found = selectedSentences(ranges, (node) => session.marksAt(node)?.block);
  const show = showOf(session, found);
  if (!show) {
    notices.say({ text: t('noShowToHideFor') });
    return;
  }
  const sentences = found.length ? found.map((sentence) => sentence.text) : [sentenceKey(text)].filter(Boolean);
  if (sentences.length === 0) {
    notices.say({ text: t('noSentenceThere') });
    return;
  }
  // Browsers paint a selection over all else.
  selection?.removeAllRanges();
  actions.hide(show, sentences);
}

/** The show that sentences most likely belong to: the one whose names stand there, else the one that the page speaks of most. */
function showOf(session: PageSession, sentences: readonly Selected[]): string | undefined {
  const counts = new Map<string, number>();
  for (const block of new Set(sentences.map((sentence) => sentence.block)))
    for (const node of block.nodes.slice(0, 1)) for (const mark of session.marksAt(node)?.marks ?? []) counts.set(mark.show, (counts.get(mark.show) ?? 0) + 1);
  const [here] = [...counts].sort((a, b) => b[1] - a[1]);
  if (here) return here[0];
  const [most] = session.status().shows.toSorted((a, b) => b.names + b.hidden - (a.names + a.hidden));
  return most?.id;
}
