/** What a block is on its page, as far as it matters to what it says. */
export type BlockRole = 'heading' | 'cell' | 'item' | 'caption' | 'quote' | 'text';

/** A text block as the engine sees it: no DOM, only text and its place in the page. */
export interface BlockText {
  text: string;
  role: BlockRole;
  /** 1 to 6 for headings, else 0. */
  level: number;
  /** Cells of one table row share a number; −1 outside tables. */
  row: number;
}

/** What is known of a page before its text. */
export interface PageInfo {
  url: string;
  title: string;
}
