import type { Page } from 'playwright-core';

/** How far a page reaches beside the screen, in CSS pixels. */
export const beside = (of: Page): Promise<number> => of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
