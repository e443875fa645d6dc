import type { Page } from 'playwright-core';

/**
 * Presses Tab until something that matches has the focus: what the keyboard alone can reach.
 * @throws Error where it cannot reach any such thing.
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const reached = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label, button')?.textContent ?? '',
    );
    if (name.test(reached)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard cannot reach ${name}`);
}
