import { Download } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';

export interface EraseDialogProps {
  onBackup: () => void;
  onErase: () => void;
  onClose: () => void;
}

/** Asks before everything is erased, and offers a backup first. */
export function EraseDialog({ onBackup, onErase, onClose }: EraseDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="erase-heading" aria-describedby="erase-text" onClose={onClose}>
      <h3 id="erase-heading">{t('eraseQuestion')}</h3>
      <p id="erase-text">{t('eraseText')}</p>
      <div class="steps">
        <button type="button" class="second" onClick={onBackup}>
          <Download size={16} /> {t('backupFirst')}
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            dialog.current?.close();
            onErase();
          }}
        >
          {t('eraseNow')}
        </button>
        <button type="button" class="second" onClick={() => dialog.current?.close()}>
          {t('cancel')}
        </button>
      </div>
    </dialog>
  );
}
