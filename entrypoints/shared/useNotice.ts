import { useCallback, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';

/** What was done last, for a bar that offers to take it back. */
export interface Notice {
  text: string;
  isProblem: boolean;
  undo?: (() => void) | undefined;
}

/** Does something that is stored, says so, and knows how to take it back. Without words nothing is said unless it fails. */
export type Act = (work: () => Promise<unknown>, said?: string, undo?: () => Promise<unknown>) => void;

/** The bar of a page and the way to use it. */
export function useNotice(): { notice: Notice | undefined; act: Act; close: () => void } {
  const [notice, setNotice] = useState<Notice>();
  const act: Act = useCallback((work, said, undo) => {
    work().then(
      () => setNotice(said ? { text: said, isProblem: false, undo: undo && (() => act(undo, t('undone'))) } : undefined),
      (error: unknown) => {
        console.error('Sofar could not do what was asked.', error);
        setNotice({ text: t('notDone'), isProblem: true });
      },
    );
  }, []);
  return { notice, act, close: useCallback(() => setNotice(undefined), []) };
}
