import { Eye } from 'lucide-preact';
import type { MessageKey } from '../lib/i18n.ts';
import { t } from '../lib/i18n.ts';

export interface RevealPopoverProps {
  showTitle: string;
  /** The episode that the sentence belongs to. */
  code: string;
  why: MessageKey;
  onReveal: () => void;
  onSeen: () => void;
}

/** What a hidden sentence offers. It tells where the sentence belongs, and no word of it. */
export function RevealPopover({ showTitle, code, why, onReveal, onSeen }: RevealPopoverProps) {
  return (
    <section class="popover" aria-labelledby="popover-title">
      <h2 id="popover-title">{t('hiddenFrom', showTitle, code)}</h2>
      <p class="quiet">{t(why)}</p>
      <div class="actions">
        <button type="button" class="main" onClick={onReveal}>
          <Eye size={16} /> {t('reveal')}
        </button>
        <button type="button" class="second" onClick={onSeen}>
          {t('seenIt')}
        </button>
      </div>
    </section>
  );
}
