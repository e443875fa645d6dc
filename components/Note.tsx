import { useRef } from 'preact/hooks';
import { t } from '../lib/i18n.ts';

export interface NoteProps {
  /** What has just happened; empty: nothing. */
  text: string;
  onUndo?: (() => void) | undefined;
  /** The note must not go while somebody is at it. */
  onHold: (held: boolean) => void;
  /** The Undo button, so that the focus can go there when what had it is gone. */
  undoRef: preact.Ref<HTMLButtonElement>;
}

/** A line about what has just happened, which screen readers read out, with the way back. */
export function Note({ text, onUndo, onHold, undoRef }: NoteProps) {
  const isOver = useRef(false);
  return (
    <div class="note-place" role="status">
      {text !== '' && (
        <div
          class="note"
          onPointerEnter={() => {
            isOver.current = true;
            onHold(true);
          }}
          onPointerLeave={() => {
            isOver.current = false;
            onHold(false);
          }}
          onFocusIn={(event) => (event.target as Element).matches(':focus-visible') && onHold(true)}
          onFocusOut={() => onHold(isOver.current)}
        >
          <span>{text}</span>
          {onUndo && (
            <button type="button" class="undo" ref={undoRef} onClick={onUndo}>
              {t('undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
