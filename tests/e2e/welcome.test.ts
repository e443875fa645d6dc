import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { inBothThemes } from './support/inBothThemes.ts';
import { listen } from './support/listen.ts';
import { readPainted } from './support/painted.ts';
import { panel } from './support/settings.ts';
import { viewer, watched } from './support/viewer.ts';

const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium({ keepWelcome: true });
});

afterAll(() => browser?.close());

describe('the welcome page', () => {
  it('opens once after the installation', async () => {
    await expect.poll(() => browser.context.pages().map((open) => open.url())).toContain(browser.extensionUrl('welcome.html'));
    page = listen(browser.context.pages().find((open) => open.url().endsWith('/welcome.html')) as Page, complaints);
    await page.getByRole('button', { name: 'Heartstopper' }).waitFor();
  });

  it('lets shows be picked and found, and forgets one that is unpicked', async () => {
    await page.getByRole('searchbox').fill('sever');
    await expect.poll(() => panel(page, 'What are you watching?').getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: 'Severance' }).click();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Heartstopper' }).click();
    await page.getByRole('button', { name: 'Lost', exact: true }).click();
    await expect.poll(async () => Object.keys((await viewer(page)).shows).sort()).toEqual(['heartstopper', 'lost', 'severance']);
    await page.getByRole('button', { name: 'Lost', exact: true, pressed: true }).click();
    await expect.poll(async () => Object.keys((await viewer(page)).shows).sort()).toEqual(['heartstopper', 'severance']);
  });

  it('takes the progress of each', async () => {
    await panel(page, 'Heartstopper')
      .getByRole('button', { name: /^Season 1, episode 8\b/ })
      .click();
    await expect.poll(() => watched(page, 'heartstopper')).toBe('S1E8');
    expect(await watched(page, 'severance')).toBe('S0E0');
  });

  it('covers its example as the slider says', async () => {
    const hidden = async () => (await page.evaluate(readPainted)).hidden.join('\n');
    const slider = page.getByRole('slider');
    await slider.focus();
    await slider.press('Home');
    await expect.poll(hidden).toContain('letters to a stranger');
    expect(await hidden()).not.toContain('comes home');
    expect(await hidden()).not.toContain('third season');
    for (let i = 0; i < 4; i++) await slider.press('ArrowRight');
    await expect.poll(hidden).not.toContain('turns out to be Tomas');
    expect(await hidden()).toContain('her own sister');
    expect(await slider.getAttribute('aria-valuetext')).toBe('S1E4');
    await slider.press('End');
    await expect.poll(hidden).toBe('');
  });

  it('ends with where Sofar is found', async () => {
    expect(await inBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('You are all set');
    expect(await inBothThemes(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the settings' }).click();
    await page.getByRole('heading', { level: 2, name: 'My shows' }).waitFor();
  });

  it('logs no error', () => expect(complaints).toEqual([]));
});
