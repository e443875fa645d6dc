import { useId, useState } from 'preact/hooks';
import { progressText } from '../../components/progressText.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { EpisodeOrder } from '../../lib/model/episodes.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { useCover } from '../shared/useCover.ts';

/** A show that there is not: 2 seasons of 4 episodes. Each sentence with the ordinal that reveals it. */
const ORDER = new EpisodeOrder([4, 4]);
const SENTENCES: readonly (readonly [MessageKey, number])[] = [
  ['demoPremise', 0],
  ['demoLetters', 2],
  ['demoTomas', 4],
  ['demoFire', 5],
  ['demoSister', 7],
  ['demoEnd', 8],
  ['demoNews', 0],
];

/** A paragraph that is covered and uncovered as a slider says how far somebody is. */
export function Demo({ look }: { look: Viewer['look'] }) {
  const id = useId();
  const [watched, setWatched] = useState(2);
  const paragraph = useCover<HTMLParagraphElement>(look);
  const code = progressText(ORDER, ORDER.codeOf(watched));
  return (
    <div class="demo">
      <div class="demo-slider">
        <label for={id}>{t('demoSlider')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={ORDER.count}
          value={watched}
          aria-valuetext={code}
          onInput={(event) => setWatched(Number(event.currentTarget.value))}
        />
        <output for={id}>{code}</output>
      </div>
      <p class="demo-text" ref={paragraph}>
        {SENTENCES.map(([key, ordinal]) => (
          <span key={key} {...(ordinal > watched ? { 'data-covered': '' } : {})}>
            {t(key)}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}
