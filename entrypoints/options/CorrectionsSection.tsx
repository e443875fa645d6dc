import { useState } from 'preact/hooks';
import { CorrectionRow } from '../../components/CorrectionRow.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import { mayTell } from '../../lib/model/liesAhead.ts';
import { watchedIn } from '../../lib/model/viewer.ts';
import type { SectionProps } from './sectionProps.ts';

/** So many are listed at first, the latest ones, and so many more at a time. */
const LISTED = 50;

/** What the viewer told Sofar about single sentences. */
export function CorrectionsSection({ viewer, titleOf, act }: SectionProps) {
  const [count, setCount] = useState(LISTED);
  const corrections = viewer.corrections.toSorted((a, b) => b.madeAt - a.madeAt);
  if (corrections.length === 0) return <p class="lead">{t('noCorrections')}</p>;
  return (
    <>
      <p class="lead">{t('correctionsLead')}</p>
      <ul class="panel rows corrections">
        {corrections.slice(0, count).map((correction) => (
          <CorrectionRow
            key={`${correction.show} ${correction.text}`}
            correction={correction}
            showTitle={titleOf(correction.show)}
            isCovered={mayTell(correction, watchedIn(viewer, correction.show))}
            onRemove={() =>
              act(
                () => sendMessage('takeBackCorrection', { show: correction.show, text: correction.text }),
                t('correctionRemoved'),
                () => sendMessage('correct', correction),
              )
            }
          />
        ))}
      </ul>
      {corrections.length > count && (
        <button type="button" class="second" onClick={() => setCount(count + LISTED)}>
          {t('showMore')}
        </button>
      )}
    </>
  );
}
