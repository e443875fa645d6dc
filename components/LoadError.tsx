import { RotateCw } from 'lucide-preact';
import { t } from '../lib/i18n.ts';

/** What there is to see when the data cannot be read: what is wrong, and what to do. */
export function LoadError({ onRetry }: { onRetry: () => void }) {
  return (
    <section class="load-error" role="alert">
      <p>{t('loadFailed')}</p>
      <p class="quiet">{t('loadFailedHint')}</p>
      <button type="button" class="main" onClick={onRetry}>
        <RotateCw size={16} /> {t('tryAgain')}
      </button>
    </section>
  );
}
