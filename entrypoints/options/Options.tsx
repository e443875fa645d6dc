import { Database, EyeOff, Globe, Info, Pencil, Shield, Tv } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { LoadProblem } from '../../components/LoadProblem.tsx';
import { NoticeBar } from '../../components/NoticeBar.tsx';
import { SectionNav } from '../../components/SectionNav.tsx';
import { t } from '../../lib/i18n.ts';
import { useNotice } from '../shared/useNotice.ts';
import { useShows } from '../shared/useShows.ts';
import { useViewer } from '../shared/useViewer.ts';
import { AboutSection } from './AboutSection.tsx';
import { CorrectionsSection } from './CorrectionsSection.tsx';
import { DataSection } from './DataSection.tsx';
import { HidingSection } from './HidingSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { ShowsSection } from './ShowsSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { useSection } from './useSection.ts';

const SECTIONS = [
  { id: 'shows', name: t('myShows'), icon: Tv, Section: ShowsSection },
  { id: 'hiding', name: t('hiding'), icon: EyeOff, Section: HidingSection },
  { id: 'sites', name: t('sites'), icon: Globe, Section: SitesSection },
  { id: 'corrections', name: t('corrections'), icon: Pencil, Section: CorrectionsSection },
  { id: 'data', name: t('data'), icon: Database, Section: DataSection },
  { id: 'privacy', name: t('privacy'), icon: Shield, Section: PrivacySection },
  { id: 'about', name: t('about'), icon: Info, Section: AboutSection },
] as const;

type SectionId = (typeof SECTIONS)[number]['id'];
const IDS = SECTIONS.map(({ id }) => id) as [SectionId, ...SectionId[]];

/** The settings: a section at a time, chosen by the address. */
export function Options() {
  const viewer = useViewer();
  const { shows, hasFailed, askAgain } = useShows();
  const { notice, act, close } = useNotice();
  const current = useSection(IDS);
  const { name, Section } = SECTIONS.find(({ id }) => id === current) ?? SECTIONS[0];
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    document.title = `Sofar: ${name}`;
    if (shown.current === current) return;
    shown.current = current;
    // A new section begins at its heading, for the eye and for whoever listens.
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    // What was done elsewhere is of no concern here.
    close();
  }, [current, name, close]);
  return (
    <div class="page">
      <header class="page-head">
        <h1>
          <img src="/icons/48.png" alt="" width="28" height="28" /> {t('settings')}
        </h1>
        <SectionNav sections={SECTIONS} current={current} />
      </header>
      <main class="page-main" aria-busy={!viewer || (!shows && !hasFailed)}>
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {hasFailed && <LoadProblem onTryAgain={askAgain} />}
        {viewer && shows && <Section viewer={viewer} shows={shows} titleOf={(id) => shows.find((show) => show.id === id)?.title ?? id} act={act} />}
      </main>
      <NoticeBar notice={notice} onClose={close} />
    </div>
  );
}
