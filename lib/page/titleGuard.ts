/** Keeps the tab's title from telling what the page's text may not. The page's own title is kept, and comes back. */
export class TitleGuard {
  readonly #root: Document;
  readonly #coverOf: () => string;
  /** What stands in place of a title; asked for when it is needed first: a page's start is no time for it. */
  #cover: string | undefined;
  /** The page's title while ours stands in its place. */
  #own: string | undefined;

  /** @param coverOf what stands in place of a title that tells something. */
  constructor(coverOf: () => string, root: Document = document) {
    this.#coverOf = coverOf;
    this.#root = root;
  }

  /** The title that the page gave itself, whatever stands in the tab. */
  get title(): string {
    if (this.#own === undefined) return this.#root.title;
    // A page that has set another since is taken at its word.
    if (this.#root.title !== this.#cover) this.#own = undefined;
    return this.#own ?? this.#root.title;
  }

  /** Covers the title, or lets it stand. */
  setCovered(isCovered: boolean): void {
    const { title } = this;
    if (isCovered && this.#own === undefined && title !== '') {
      this.#own = title;
      this.#cover ??= this.#coverOf();
      this.#root.title = this.#cover;
    } else if (!isCovered && this.#own !== undefined) {
      this.#own = undefined;
      this.#root.title = title;
    }
  }
}
