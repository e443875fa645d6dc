import { type Correction, sentenceKey } from '../model/correction.ts';

const NONE: ReadonlySet<string> = new Set();

/** What the viewer corrected, ready to be asked sentence by sentence. Made once a viewer. */
export class CorrectionBook {
  readonly #shown = new Map<string, Set<string>>();
  readonly #hidden = new Map<string, Set<string>>();

  constructor(corrections: readonly Correction[]) {
    for (const { kind, show, text } of corrections) {
      const byShow = kind === 'show' ? this.#shown : this.#hidden;
      const keys = byShow.get(show);
      if (keys) keys.add(text);
      else byShow.set(show, new Set([text]));
    }
  }

  /** Whether the viewer said that a sentence tells nothing of a show. */
  isShown(show: string, sentence: string): boolean {
    return this.#shown.get(show)?.has(sentenceKey(sentence)) ?? false;
  }

  /** Keys of the sentences that the viewer wants hidden on pages about a show. */
  hiddenIn(show: string): ReadonlySet<string> {
    return this.#hidden.get(show) ?? NONE;
  }

  /** Shows that have sentences to hide: as a rule there are none, and no page pays for it. */
  get showsWithHidden(): string[] {
    return [...this.#hidden.keys()];
  }
}
