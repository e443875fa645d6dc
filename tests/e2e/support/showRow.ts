import type { Locator, Page } from 'playwright-core';

/** The row of a tracked show in the popup: the button that opens it, not the one beside it that goes an episode on. */
export const showRow = (popup: Page, show: string): Locator =>
  popup.getByRole('region', { name: 'My shows' }).getByRole('button', { name: new RegExp(`^${show}(?!:)`) });
