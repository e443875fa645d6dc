import { Check, Eye, EyeOff } from 'lucide-preact';
import type { MessageKey } from '../lib/i18n.ts';
import { t } from '../lib/i18n.ts';

export interface RevealPopoverProps {
  showTitle: string;
  /** The episode that the sentence belongs to. */
  code: string;
  why: MessageKey;
  /** The sentence can be seen: it may be hidden again. */
  isShown: boolean;
  /** The viewer had it hidden. */
  isOwn: boolean;
  onToggle: () => void;
  onSeen: () => void;
  onNotASpoiler: () => void;
  onStopHiding: () => void;
}

/** What a hidden sentence offers. It tells where the sentence belongs, and no word of it. */
export function RevealPopover(props: RevealPopoverProps) {
  const { showTitle, code, why, isShown, isOwn } = props;
  return (
    <section class="popover" role="dialog" aria-labelledby="popover-title" aria-describedby="popover-why">
      <h2 id="popover-title">{isOwn ? showTitle : t('hiddenFrom', showTitle, code)}</h2>
      <p class="quiet" id="popover-why">
        {t(why)}
      </p>
      <div class="actions">
        <button type="button" class="main" onClick={props.onToggle}>
          {isShown ? <EyeOff size={16} /> : <Eye size={16} />} {isShown ? t('hideAgain') : t('reveal')}
        </button>
        {!isOwn && (
          <button type="button" class="second" onClick={props.onSeen}>
            <Check size={16} /> {t('seenIt')}
          </button>
        )}
      </div>
      <button type="button" class="link" onClick={isOwn ? props.onStopHiding : props.onNotASpoiler}>
        {isOwn ? t('stopHiding') : t('notASpoiler')}
      </button>
    </section>
  );
}
