import type { FrameReading } from './readFrame.ts';

/** A page that a case is open in. */
export interface CasePage {
  /** What stands in each frame. */
  read: (withDom: boolean) => Promise<FrameReading[]>;
  /** All that was logged since it was opened, by the page or by Sofar in it. */
  messages: string[];
  close: () => Promise<void>;
}

/** A browser that cases are run in. */
export interface CaseBrowser {
  open: (url: string, options: { print: boolean }) => Promise<CasePage>;
  close: () => Promise<void>;
}
