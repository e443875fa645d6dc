import { Undo2, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';

export interface NoticeBarProps {
  notice: { text: string; isProblem: boolean; undo?: (() => void) | undefined } | undefined;
  onClose: () => void;
}

/** Says what was done, and offers to take it back. It stays until it is closed or something else is done: nobody has to be quick. */
export function NoticeBar({ notice, onClose }: NoticeBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was removed had the focus: it must not be lost.
    if (notice && document.activeElement === document.body) bar.current?.querySelector('button')?.focus();
  }, [notice]);
  return (
    <div class="notice-place" role="status" ref={bar}>
      {notice && (
        <div class={`notice ${notice.isProblem ? 'is-problem' : ''}`}>
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" class="second" onClick={notice.undo}>
              <Undo2 size={16} /> {t('undo')}
            </button>
          )}
          <button type="button" class="icon" aria-label={t('close')} onClick={onClose}>
            <X size={16} />
          </button>
        </div>
      )}
    </div>
  );
}
