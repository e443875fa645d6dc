import { useRef, useState } from 'preact/hooks';
import { AddShow } from '../../components/AddShow.tsx';
import { progressText } from '../../components/progressText.ts';
import { ShowRow, toggleId } from '../../components/ShowRow.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { type EpisodeCode, EpisodeOrder, NOT_STARTED } from '../../lib/model/episodes.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';
import type { TrackedShow, Viewer } from '../../lib/model/viewer.ts';
import type { UsedNote } from './useNote.ts';
import type { UsedPlace } from './usePlace.ts';

export interface MyShowsProps {
  viewer: Viewer;
  shows: readonly ShowSummary[];
  place: UsedPlace;
  note: UsedNote;
}

/** The tracked shows, and those that can be added. */
export function MyShows({ viewer, shows, place, note }: MyShowsProps) {
  const order = useOrder(viewer);
  const [added, setAdded] = useState<string>();
  const mine = order.flatMap((id) => {
    const [show, tracked] = [shows.find((known) => known.id === id), viewer.shows[id]];
    return show && tracked ? [{ show, tracked }] : [];
  });
  const others = shows.filter((show) => !viewer.shows[show.id]);
  const add = (show: string) => {
    setAdded(show);
    place.setOpen(show);
    void note.attempt(sendMessage('setProgress', { show, watched: NOT_STARTED }));
  };
  const setProgress = async (show: ShowSummary, before: EpisodeCode, watched: EpisodeCode) => {
    if (!(await note.attempt(sendMessage('setProgress', { show: show.id, watched })))) return;
    const undo = () => sendMessage('setProgress', { show: show.id, watched: before });
    note.say({ text: t('progressNow', show.title, progressText(new EpisodeOrder(show.seasonLengths), watched)), undo, returnTo: toggleId(show.id) });
  };
  const remove = async (show: ShowSummary, tracked: TrackedShow) => {
    if (!(await note.attempt(sendMessage('untrackShow', { show: show.id })))) return;
    const undo = () => {
      setAdded(show.id);
      return sendMessage('putShow', { show: show.id, tracked });
    };
    note.say({ text: t('showRemoved', show.title), undo, takesFocus: true });
  };
  return (
    <>
      {mine.length > 0 && (
        <section aria-labelledby="my-shows">
          <h2 id="my-shows">{t('myShows')}</h2>
          <ul class="shows">
            {mine.map(({ show, tracked }) => (
              <ShowRow
                key={show.id}
                show={show}
                tracked={tracked}
                isOpen={place.open === show.id}
                takesFocus={added === show.id}
                onToggle={() => place.setOpen(place.open === show.id ? undefined : show.id)}
                onProgress={(watched) => void setProgress(show, tracked.watched, watched)}
                onOff={(off) => void note.attempt(sendMessage('changeShow', { show: show.id, off }))}
                onRemove={() => void remove(show, tracked)}
              />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="add-show">
          <h2 id="add-show">{t('allShows')}</h2>
          <AddShow shows={others} isFolded={mine.length > 0} onAdd={add} />
        </section>
      )}
    </>
  );
}

/**
 * The shows' order: the latest change first when the popup opens, and the same from then on. A row that jumps when its
 * button is pressed would leave another one under the pointer.
 */
function useOrder({ shows }: Viewer): readonly string[] {
  const order = useRef<string[]>([]);
  const unknown = Object.keys(shows).filter((id) => !order.current.includes(id));
  unknown.sort((a, b) => (shows[b]?.changedAt ?? 0) - (shows[a]?.changedAt ?? 0));
  order.current = [...unknown, ...order.current];
  return order.current;
}
