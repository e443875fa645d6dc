import { isInPage, nameOf, shadowOf } from './nodes.ts';

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
  /** Of each name of elements that no script has defined yet, one element. */
  readonly #undefined = new Map<string, Element>();
  readonly #found: (root: ShadowRoot) => void;

  constructor(found: (root: ShadowRoot) => void) {
    this.#found = found;
  }

  /** Lets go of what has left the page; what comes back is found again. @returns the roots that have left. */
  prune(): ShadowRoot[] {
    for (const element of this.#waiting) if (!isInPage(element)) this.#waiting.delete(element);
    const gone = [...this.#known].filter((root) => !isInPage(root));
    for (const root of gone) this.#known.delete(root);
    return gone;
  }

  /** All roots that were found. */
  get all(): ShadowRoot[] {
    return [...this.#known];
  }

  /** The shadow root of an element. Only custom elements are asked for a closed one: the question is dear. */
  of = (element: Element): ShadowRoot | null => {
    const isCustom = nameOf(element).includes('-');
    const root = shadowOf(element) ?? (isCustom ? (this.#ask?.(element) ?? null) : null);
    if (root && !this.#known.has(root)) {
      this.#known.add(root);
      this.#found(root);
    } else if (!root && isCustom) this.#wait(element);
    return root;
  };

  #wait(element: Element): void {
    this.#waiting.add(element);
    if (!this.#undefined.get(element.localName)?.isConnected && !element.matches(':defined')) this.#undefined.set(element.localName, element);
  }

  /** Whether there are custom elements that nobody has defined yet. */
  get hasUndefined(): boolean {
    return this.#undefined.size > 0;
  }

  /** Asks those again whose name was defined since: one question a name. @returns the elements that have a root now. */
  askDefined(): Element[] {
    const names = new Set<string>();
    for (const [name, element] of this.#undefined) {
      if (element.isConnected && !element.matches(':defined')) continue;
      names.add(name);
      this.#undefined.delete(name);
    }
    // Where the one that stood for its name is gone, another one takes its place as it is asked.
    return names.size ? this.askAgain(names) : [];
  }

  /** Asks again those that had none, all or those of some names. @returns the elements that have one now. */
  askAgain(names?: ReadonlySet<string>): Element[] {
    const ready: Element[] = [];
    for (const element of this.#waiting) {
      if (names && !names.has(element.localName)) continue;
      if (!element.isConnected) this.#waiting.delete(element);
      else if (this.of(element)) {
        this.#waiting.delete(element);
        ready.push(element);
      }
    }
    return ready;
  }
}
