import { Eye, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { formatDate, t } from '../lib/i18n.ts';
import type { Correction } from '../lib/model/correction.ts';

export interface CorrectionRowProps {
  correction: Correction;
  showTitle: string;
  /** The text may tell something: it is not even in the page until it is asked for. */
  isCovered: boolean;
  onRemove: () => void;
}

/** What the viewer said of one sentence. */
export function CorrectionRow({ correction, showTitle, isCovered, onRemove }: CorrectionRowProps) {
  const [isShown, setShown] = useState(false);
  const { kind, revealedIn, host, madeAt } = correction;
  return (
    <li class="correction">
      <div class="grow">
        <p class="correction-head">
          <span class={`tag is-${kind}`}>{kind === 'show' ? t('notASpoiler') : t('hideThis')}</span>
          <strong>{revealedIn ? `${showTitle}, ${revealedIn}` : showTitle}</strong>
        </p>
        {isCovered && !isShown ? (
          <button type="button" class="covered" onClick={() => setShown(true)}>
            <Eye size={16} /> {t('showText')}
          </button>
        ) : (
          <blockquote>{correction.text}</blockquote>
        )}
        <p class="quiet">
          {host && `${host} · `}
          <time dateTime={new Date(madeAt).toISOString()}>{formatDate(madeAt)}</time>
        </p>
      </div>
      <button type="button" class="icon" aria-label={t('removeCorrection', showTitle)} title={t('remove')} onClick={onRemove}>
        <X size={16} />
      </button>
    </li>
  );
}
