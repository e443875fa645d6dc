/** Numbers of table rows, in the order in which they were met. Holds no row that the page has let go. */
export class RowNumbers {
  readonly #numbers = new WeakMap<Element, number>();
  #size = 0;

  /** How many rows were numbered. */
  get size(): number {
    return this.#size;
  }

  get(row: Element): number | undefined {
    return this.#numbers.get(row);
  }

  set(row: Element, number: number): void {
    if (!this.#numbers.has(row)) this.#size++;
    this.#numbers.set(row, number);
  }
}
