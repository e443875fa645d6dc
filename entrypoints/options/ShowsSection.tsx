import { AddShow } from '../../components/AddShow.tsx';
import { TrackedShowPanel } from '../../components/TrackedShowPanel.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { NOT_STARTED } from '../../lib/model/episodes.ts';
import type { TrackedShow } from '../../lib/model/viewer.ts';
import type { SectionProps } from './sectionProps.ts';

/** Every tracked show with its episodes and settings, and a way to add one. */
export function ShowsSection({ viewer, shows, titleOf, act }: SectionProps) {
  const tracked = shows.filter((show) => Object.hasOwn(viewer.shows, show.id));
  const others = shows.filter((show) => !Object.hasOwn(viewer.shows, show.id));
  const unknown = Object.keys(viewer.shows).filter((id) => !shows.some((show) => show.id === id));
  const remove = (show: string, before: TrackedShow) =>
    act(
      () => sendMessage('untrackShow', { show }),
      t('showRemoved', titleOf(show)),
      () => sendMessage('putShow', { show, tracked: before }),
    );
  return (
    <>
      {tracked.length === 0 && <p class="lead">{t('noShowYet')}</p>}
      {tracked.map((show) => {
        const before = viewer.shows[show.id] ?? { watched: NOT_STARTED, changedAt: 0 };
        const putBack = () => sendMessage('putShow', { show: show.id, tracked: before });
        return (
          <TrackedShowPanel
            key={show.id}
            show={show}
            tracked={before}
            general={viewer.strictness}
            onProgress={(watched) =>
              act(
                () => sendMessage('setProgress', { show: show.id, watched }),
                watched === NOT_STARTED ? t('saidNotStarted', show.title) : t('saidWatched', show.title, watched),
                putBack,
              )
            }
            onStrictness={(strictness) => act(() => sendMessage('changeShow', { show: show.id, strictness }))}
            onOff={(off) => act(() => sendMessage('changeShow', { show: show.id, off }))}
            onRemove={() => remove(show.id, before)}
          />
        );
      })}
      {unknown.length > 0 && (
        <section class="panel" aria-labelledby="unknown-shows">
          <h3 id="unknown-shows">{t('unknownShows')}</h3>
          <p class="quiet">{t('unknownShowsHint')}</p>
          <ul class="rows">
            {unknown.map((id) => (
              <li key={id}>
                <span class="grow">
                  {id} <span class="quiet">{viewer.shows[id]?.watched}</span>
                </span>
                <button type="button" class="second" aria-label={t('removeNamed', id)} onClick={() => viewer.shows[id] && remove(id, viewer.shows[id])}>
                  {t('remove')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section class="panel" aria-labelledby="add-a-show">
          <h3 id="add-a-show">{t('allShows')}</h3>
          <AddShow
            shows={others}
            onAdd={(show) =>
              act(
                () => sendMessage('setProgress', { show, watched: NOT_STARTED }),
                t('showAdded', titleOf(show)),
                () => sendMessage('untrackShow', { show }),
              )
            }
          />
        </section>
      )}
    </>
  );
}
