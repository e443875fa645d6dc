import { browser } from 'wxt/browser';
import { LoadProblem } from '../../components/LoadProblem.tsx';
import { Note } from '../../components/Note.tsx';
import { PopupFoot } from '../../components/PopupFoot.tsx';
import { StrictnessPicker } from '../../components/StrictnessPicker.tsx';
import { Switch } from '../../components/Switch.tsx';
import { ThisPage } from '../../components/ThisPage.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { isOnAt, withSite } from '../../lib/model/siteSwitch.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { useShows } from '../shared/useShows.ts';
import { useViewer } from '../shared/useViewer.ts';
import { MyShows } from './MyShows.tsx';
import { useNote } from './useNote.ts';
import { useNow } from './useNow.ts';
import { usePage } from './usePage.ts';
import { usePlace } from './usePlace.ts';
import { useTab } from './useTab.ts';

const HOUR_MS = 3_600_000;

/** The popup: this page, my shows, add a show, how much to hide, pause and settings. */
export function Popup() {
  const viewer = useViewer();
  const { shows, hasFailed, askAgain } = useShows();
  const note = useNote();
  const now = useNow((viewer?.pausedUntil ?? 0) > 0);
  const isLoaded = viewer !== undefined && shows !== undefined;
  const tab = useTab();
  const page = usePage(tab);
  const place = usePlace(tab, isLoaded && page.isKnown);
  if (!isLoaded || !page.isKnown || !place.isKnown)
    return (
      <main class="popup" aria-busy={!hasFailed}>
        <Head />
        {hasFailed ? (
          <section>
            <LoadProblem onTryAgain={askAgain} />
          </section>
        ) : (
          <p class="loading quiet">{t('loading')}</p>
        )}
      </main>
    );
  const { status } = page;
  const change = (to: Partial<Omit<Viewer, 'shows'>>) => void note.attempt(sendMessage('changeViewer', to));
  return (
    <main class="popup">
      <Head>
        <Switch label={t('everywhere')} isLabelHidden checked={viewer.enabled} onChange={(enabled) => change({ enabled })} />
      </Head>
      <section aria-labelledby="this-page">
        <h2 id="this-page">{t('thisPage')}</h2>
        <ThisPage
          viewer={viewer}
          status={status}
          now={now}
          titleOf={(id) => shows.find((show) => show.id === id)?.title ?? id}
          onRevealAll={(revealed) => void note.attempt(sendMessage('revealAll', { revealed }, tab))}
        />
        {status?.host && viewer.enabled && (
          <Switch
            label={t('onThisSite')}
            hint={status.host}
            checked={isOnAt(viewer, status.host)}
            onChange={(on) => change(withSite(viewer, status.host, on))}
          />
        )}
      </section>
      <MyShows viewer={viewer} shows={shows} place={place} note={note} />
      <section>
        <StrictnessPicker value={viewer.strictness} onChange={(strictness) => change({ strictness })} />
      </section>
      <div class="bottom">
        <Note {...note.props} />
        <PopupFoot
          isPaused={viewer.pausedUntil > now}
          canPause={viewer.enabled}
          onPause={(paused) => change({ pausedUntil: paused ? Date.now() + HOUR_MS : 0 })}
          onSettings={() => void note.attempt(browser.runtime.openOptionsPage())}
        />
      </div>
    </main>
  );
}

function Head({ children }: { children?: preact.ComponentChildren }) {
  return (
    <header class="head">
      <h1 id="title" tabIndex={-1}>
        <img src="/icons/48.png" alt="" width="24" height="24" /> Sofar
      </h1>
      {children}
    </header>
  );
}
