import { X } from 'lucide-preact';
import { t } from '../lib/i18n.ts';

export interface NoticeProps {
  /** Empty: nothing is to be seen. */
  text: string;
  /** What screen readers say; stands in the page before it is filled, or they miss it. */
  told: string;
  onUndo: (() => void) | undefined;
  onClose: () => void;
}

/** A short word on what was just done, with the way back. */
export function Notice({ text, told, onUndo, onClose }: NoticeProps) {
  return (
    <>
      <p class="visually-hidden" role="status">
        {told}
      </p>
      {text && (
        <div class="notice">
          <p>{text}</p>
          {onUndo && (
            <button type="button" class="undo" aria-keyshortcuts="Alt+Shift+Z" onClick={onUndo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="icon" onClick={onClose} aria-label={t('close')}>
            <X size={16} />
          </button>
        </div>
      )}
    </>
  );
}
