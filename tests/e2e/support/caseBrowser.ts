import type { FrameReading } from './readFrame.ts';

/** A page that a case is open in. */
export interface CasePage {
  /** What stands in each frame. */
  read: (withDom: boolean) => Promise<FrameReading[]>;
  /** Runs something in the page's own world. */
  run: <R>(what: (argument: string) => R, argument: string) => Promise<R>;
  /** All that was logged since it was opened, by the page or by Sofar in it. */
  messages: string[];
  close: () => Promise<void>;
}

/** How a page is opened. */
export interface OpenOptions {
  print: boolean;
  /** What is waited for: that all of it has loaded, or that it has begun to. */
  until?: 'load' | 'commit';
}

/** A browser that cases are run in. */
export interface CaseBrowser {
  open: (url: string, options: OpenOptions) => Promise<CasePage>;
  close: () => Promise<void>;
}
