import type { Locator, Page } from 'playwright-core';
import type { OpenedChromium } from '../../../scripts/browser/openChromium.ts';
import { listen } from './listen.ts';

/** The settings, in the section that they begin with, whose errors become complaints. */
export async function openSettings({ context, extensionUrl }: OpenedChromium, complaints: string[]): Promise<Page> {
  const page = listen(await context.newPage(), complaints);
  await page.goto(extensionUrl('options.html'));
  await page.getByRole('heading', { level: 2, name: 'My shows' }).waitFor();
  return page;
}

/** Goes to a section of the settings by its link. */
export async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
}

/** A panel of a section, or of the welcome page. */
export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Takes back what was just done. */
export const undo = (page: Page): Promise<void> => page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
