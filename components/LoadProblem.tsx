import { RotateCw } from 'lucide-preact';
import { t } from '../lib/i18n.ts';

/** Says that the shows could not be read, and offers to try again. */
export function LoadProblem({ onTryAgain }: { onTryAgain: () => void }) {
  return (
    <div class="load-problem" role="alert">
      <p>{t('loadProblem')}</p>
      <button type="button" class="main" onClick={onTryAgain}>
        <RotateCw size={16} /> {t('tryAgain')}
      </button>
    </div>
  );
}
