import { Check } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LoadProblem } from '../../components/LoadProblem.tsx';
import { NoticeBar } from '../../components/NoticeBar.tsx';
import { SeasonGrid } from '../../components/SeasonGrid.tsx';
import { ShowChips } from '../../components/ShowChips.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { type EpisodeCode, EpisodeOrder, NOT_STARTED } from '../../lib/model/episodes.ts';
import { NEW_VIEWER, type TrackedShow, watchedIn } from '../../lib/model/viewer.ts';
import { useNotice } from '../shared/useNotice.ts';
import { useShows } from '../shared/useShows.ts';
import { useViewer } from '../shared/useViewer.ts';
import { Demo } from './Demo.tsx';

/** The first page that somebody sees: pick shows, say how far, look how it works. All is stored as it is chosen. */
export function Welcome() {
  const viewer = useViewer();
  const { shows, hasFailed, askAgain } = useShows();
  const { notice, act, close } = useNotice();
  const picked = shows?.filter((show) => viewer && Object.hasOwn(viewer.shows, show.id)) ?? [];
  // What was unpicked comes back as it was when it is picked again.
  const unpicked = useRef(new Map<string, TrackedShow>());
  const toggle = (show: string, pick: boolean) => {
    const tracked = viewer?.shows[show];
    if (!pick && tracked) unpicked.current.set(show, tracked);
    const known = unpicked.current.get(show);
    act(() =>
      !pick
        ? sendMessage('untrackShow', { show })
        : known
          ? sendMessage('putShow', { show, tracked: known })
          : sendMessage('setProgress', { show, watched: NOT_STARTED }),
    );
  };
  return (
    <main class="welcome">
      <header>
        <h1>
          <img src="/icons/96.png" alt="" width="48" height="48" /> {t('welcomeTitle')}
        </h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <section class="panel" aria-labelledby="pick">
        <h2 id="pick">{t('pickShows')}</h2>
        {hasFailed && <LoadProblem onTryAgain={askAgain} />}
        {viewer && shows && <ShowChips shows={shows} isPicked={(show) => Object.hasOwn(viewer.shows, show)} onToggle={toggle} />}
      </section>
      {viewer && picked.length > 0 && (
        <section class="panel" aria-labelledby="how-far">
          <h2 id="how-far">{t('howFar')}</h2>
          <p class="quiet">{t('howFarHint')}</p>
          {picked.map((show) => {
            const order = new EpisodeOrder(show.seasonLengths);
            const say = (watched: EpisodeCode) => act(() => sendMessage('setProgress', { show: show.id, watched }));
            return (
              <section key={show.id} class="welcome-show" aria-label={show.title}>
                <h3>{show.title}</h3>
                <SeasonGrid show={show} watched={watchedIn(viewer, show.id)} onChange={say} />
                <div class="steps">
                  <button type="button" class="second" onClick={() => say(order.codeOf(order.count))}>
                    {t('finished')}
                  </button>
                  <button type="button" class="second" onClick={() => say(NOT_STARTED)}>
                    {t('notStarted')}
                  </button>
                </div>
              </section>
            );
          })}
        </section>
      )}
      <section class="panel" aria-labelledby="example">
        <h2 id="example">{t('example')}</h2>
        <p class="quiet">{t('exampleHint')}</p>
        <Demo look={(viewer ?? NEW_VIEWER).look} />
      </section>
      <Done />
      <NoticeBar notice={notice} onClose={close} />
    </main>
  );
}

/** The end: where to find Sofar from now on. */
function Done() {
  const [isDone, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  if (!isDone)
    return (
      <button type="button" class="main done-button" onClick={() => setDone(true)}>
        <Check size={18} /> {t('done')}
      </button>
    );
  return (
    <section class="panel done-panel" aria-labelledby="done">
      <h2 id="done" tabIndex={-1} ref={heading}>
        {t('doneHeading')}
      </h2>
      <p>
        <img src="/icons/48.png" alt="" width="20" height="20" /> {t('doneText')}
      </p>
      <p>{t('donePin')}</p>
      <p>
        <a href="/options.html">{t('openSettings')}</a>
      </p>
    </section>
  );
}
