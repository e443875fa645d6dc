/** The browser's way to a closed shadow root: Chrome's `chrome.dom`, Firefox's own property. */
type OpenOrClosed = (element: Element) => ShadowRoot | null;

function browsersWay(): OpenOrClosed | undefined {
  const { chrome } = globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } } };
  const ask = chrome?.dom?.openOrClosedShadowRoot;
  if (ask) return (element) => ask(element);
  return 'openOrClosedShadowRoot' in Element.prototype
    ? (element) => (element as Element & { openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot
    : undefined;
}

/**
 * Finds shadow roots, closed ones too. Custom elements may get theirs later than they come, without a trace that a
 * mutation observer sees: they are asked again.
 */
export class ShadowRoots {
  readonly #ask = browsersWay();
  readonly #known = new Set<ShadowRoot>();
  readonly #waiting = new Set<Element>();
  readonly #found: (root: ShadowRoot) => void;

  constructor(found: (root: ShadowRoot) => void) {
    this.#found = found;
  }

  /** All roots that were found. */
  get all(): ShadowRoot[] {
    return [...this.#known];
  }

  /** The shadow root of an element. Only custom elements are asked for a closed one: the question is dear. */
  of = (element: Element): ShadowRoot | null => {
    const isCustom = element.localName.includes('-');
    const root = element.shadowRoot ?? (isCustom ? (this.#ask?.(element) ?? null) : null);
    if (root && !this.#known.has(root)) {
      this.#known.add(root);
      this.#found(root);
    } else if (!root && isCustom) this.#waiting.add(element);
    return root;
  };

  /** Asks again those that had none. @returns the elements that have one now. */
  askAgain(): Element[] {
    const ready: Element[] = [];
    for (const element of this.#waiting) {
      if (!element.isConnected) this.#waiting.delete(element);
      else if (this.of(element)) {
        this.#waiting.delete(element);
        ready.push(element);
      }
    }
    return ready;
  }
}
