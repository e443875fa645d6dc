import { useState } from 'preact/hooks';
import { AddShow } from '../../components/AddShow.tsx';
import { LoadProblem } from '../../components/LoadProblem.tsx';
import { ShowRow } from '../../components/ShowRow.tsx';
import { StrictnessPicker } from '../../components/StrictnessPicker.tsx';
import { Switch } from '../../components/Switch.tsx';
import { ThisPage } from '../../components/ThisPage.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { NOT_STARTED } from '../../lib/model/episodes.ts';
import type { ShowSummary } from '../../lib/model/showSummary.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { useShows } from '../shared/useShows.ts';
import { useViewer } from '../shared/useViewer.ts';
import { usePage } from './useStored.ts';

/** The popup: this page, my shows, add a show, switches. */
export function Popup() {
  const viewer = useViewer();
  const { shows, hasFailed, askAgain } = useShows();
  const { status, tab } = usePage();
  if (hasFailed)
    return (
      <main class="popup">
        <section>
          <LoadProblem onTryAgain={askAgain} />
        </section>
      </main>
    );
  if (!viewer || !shows) return <main class="popup" aria-busy="true" />;
  const titleOf = (id: string) => shows.find((show) => show.id === id)?.title ?? id;
  return (
    <main class="popup">
      <header class="head">
        <h1>
          <img src="/icons/48.png" alt="" width="24" height="24" /> Sofar
        </h1>
        <Switch label={t('everywhere')} checked={viewer.enabled} onChange={(enabled) => void sendMessage('changeViewer', { enabled })} />
      </header>
      <section aria-labelledby="this-page">
        <h2 id="this-page">{t('thisPage')}</h2>
        <ThisPage status={status} titleOf={titleOf} onRevealAll={(revealed) => tab !== undefined && void sendMessage('revealAll', { revealed }, tab)} />
        {status?.host && (
          <Switch
            label={t('onThisSite')}
            hint={status.host}
            checked={!viewer.sitesOff.includes(status.host)}
            onChange={(on) =>
              void sendMessage('changeViewer', { sitesOff: on ? viewer.sitesOff.filter((host) => host !== status.host) : [...viewer.sitesOff, status.host] })
            }
          />
        )}
      </section>
      <Shows viewer={viewer} shows={shows} />
      <section>
        <StrictnessPicker value={viewer.strictness} onChange={(strictness) => void sendMessage('changeViewer', { strictness })} />
      </section>
    </main>
  );
}

function Shows({ viewer, shows }: { viewer: Viewer; shows: readonly ShowSummary[] }) {
  const [open, setOpen] = useState<string>();
  const tracked = shows.filter((show) => viewer.shows[show.id]).sort((a, b) => (viewer.shows[b.id]?.changedAt ?? 0) - (viewer.shows[a.id]?.changedAt ?? 0));
  const others = shows.filter((show) => !viewer.shows[show.id]);
  return (
    <>
      {tracked.length > 0 && (
        <section aria-labelledby="my-shows">
          <h2 id="my-shows">{t('myShows')}</h2>
          <ul class="shows">
            {tracked.map((show) => (
              <ShowRow
                key={show.id}
                show={show}
                tracked={viewer.shows[show.id] ?? { watched: NOT_STARTED, changedAt: 0 }}
                isOpen={open === show.id}
                onToggle={() => setOpen(open === show.id ? undefined : show.id)}
                onProgress={(watched) => void sendMessage('setProgress', { show: show.id, watched })}
                onOff={(off) => void sendMessage('changeShow', { show: show.id, off })}
                onRemove={() => void sendMessage('untrackShow', { show: show.id })}
              />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="add-show">
          <h2 id="add-show">{t('allShows')}</h2>
          <AddShow
            shows={others}
            onAdd={(show) => {
              setOpen(show);
              void sendMessage('setProgress', { show, watched: NOT_STARTED });
            }}
          />
        </section>
      )}
    </>
  );
}
