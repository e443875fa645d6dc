import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoteProps } from '../../components/Note.tsx';
import { t } from '../../lib/i18n.ts';

/** A note stays for so many milliseconds, and longer while somebody is at it. */
const NOTE_MS = 10_000;

interface Said {
  text: string;
  undo?: (() => Promise<unknown>) | undefined;
  /** What has the focus after Undo. */
  returnTo?: string;
  /** The Undo button takes the focus: what had it is gone. */
  takesFocus?: boolean;
}

export interface UsedNote {
  props: NoteProps;
  say: (said: Said) => void;
  /** Waits for a change and says so if it failed. @returns whether it did not. */
  attempt: (change: Promise<unknown>) => Promise<boolean>;
}

/** One note at a time about what has just happened. */
export function useNote(): UsedNote {
  const [said, setSaid] = useState<Said>();
  const [isHeld, setHeld] = useState(false);
  const undoRef = useRef<HTMLButtonElement>(null);
  const focus = (id: string) => document.getElementById(id)?.focus();
  useEffect(() => {
    if (said?.takesFocus) undoRef.current?.focus();
  }, [said]);
  useEffect(() => {
    if (!said || isHeld) return;
    const timer = setTimeout(() => {
      if (undoRef.current && undoRef.current === document.activeElement) focus(said.returnTo ?? 'title');
      setSaid(undefined);
    }, NOTE_MS);
    return () => clearTimeout(timer);
  }, [said, isHeld]);
  const say = (next: Said) => {
    setHeld(false);
    setSaid(next);
  };
  const attempt = async (change: Promise<unknown>) => {
    try {
      await change;
      return true;
    } catch (error) {
      console.error('Sofar could not make a change.', error);
      say({ text: t('notDone') });
      return false;
    }
  };
  const undo = said?.undo;
  const onUndo =
    undo &&
    (() => {
      focus(said.returnTo ?? 'title');
      setSaid(undefined);
      void attempt(undo());
    });
  return { props: { text: said?.text ?? '', onUndo, onHold: setHeld, undoRef }, say, attempt };
}
