import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { fillViewer } from './support/fillViewer.ts';
import { inBothThemes } from './support/inBothThemes.ts';
import { openSettings, section } from './support/settings.ts';

const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  page = await openSettings(browser, complaints);
  await fillViewer(page);
});

afterAll(() => browser?.close());

describe('the settings as a whole', () => {
  it('explain every permission of the manifest', async () => {
    await section(page, 'Privacy');
    const unexplained = await page
      .locator('[data-permission]')
      .evaluateAll((nodes) => nodes.filter((node) => !node.querySelector('dd')).map((node) => node.textContent));
    expect(unexplained).toEqual([]);
    expect(await page.locator('[data-permission]').count()).toBeGreaterThan(0);
  });

  it('remember the section in the address, and go back through them', async () => {
    await section(page, 'About');
    expect(page.url()).toMatch(/#about$/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('About');
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'About' }).waitFor();
    expect(await page.getByRole('navigation').locator('[aria-current=page]').innerText()).toBe('About');
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: 'Privacy' }).waitFor();
    expect(await page.title()).toBe('Sofar: Privacy');
  });

  it.each(['My shows', 'Hiding', 'Sites', 'Corrections', 'Data', 'Privacy', 'About'])('have no fault that axe finds, and fit 320 pixels: %s', async (name) => {
    await section(page, name);
    expect(await inBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1000, height: 800 });
  });

  it('log no error', () => expect(complaints).toEqual([]));
});
