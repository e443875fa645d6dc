import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { send, trackShow } from '../../scripts/browser/trackShow.ts';
import { openSettings, panel, undo } from './support/settings.ts';
import { viewer, watched } from './support/viewer.ts';

const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  await trackShow(browser, 'heartstopper', 'S1E8');
  await trackShow(browser, 'severance', 'S0E0');
  page = await openSettings(browser, complaints);
});

afterAll(() => browser?.close());

describe('my shows', () => {
  it('is a grid that the pointer sets progress in', async () => {
    await panel(page, 'Heartstopper')
      .getByRole('button', { name: /^Season 2, episode 3\b/ })
      .click();
    await expect.poll(() => watched(page, 'heartstopper')).toBe('S2E3');
    expect(await panel(page, 'Heartstopper').locator('[aria-current=true]').getAttribute('aria-label')).toMatch(/^Season 2, episode 3, .*, Watched$/);
    await undo(page);
    await expect.poll(() => watched(page, 'heartstopper')).toBe('S1E8');
  });

  it('is one stop of the Tab key, with arrows inside', async () => {
    const grid = page.getByRole('grid', { name: 'Episodes of Heartstopper' });
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => watched(page, 'heartstopper')).toBe('S2E7');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Space');
    await expect.poll(() => watched(page, 'heartstopper')).toBe('S1E1');
  });

  it('names no episode ahead whose title tells something', async () => {
    const all = (await send(page, 'listShows', undefined)) as {
      res: { id: string; title: string; seasonLengths: number[]; episodeTitles: string[]; tellingTitles: number[] }[];
    };
    const show = all.res.find(({ tellingTitles }) => tellingTitles.length > 0);
    if (!show) throw new Error('no show has a telling title: test with another');
    await send(page, 'setProgress', { show: show.id, watched: 'S0E0' });
    const title = show.episodeTitles[(show.tellingTitles[0] ?? 1) - 1] ?? '';
    const cell = panel(page, show.title).locator(`[data-ordinal="${show.tellingTitles[0]}"]`);
    await cell.waitFor();
    const html = await panel(page, show.title).innerHTML();
    expect(html).not.toContain(`· ${title}`);
    expect(html).not.toContain(`, ${title},`);
    await cell.click();
    await expect.poll(() => cell.getAttribute('aria-label')).toContain(title);
    if (show.id !== 'heartstopper' && show.id !== 'severance') await send(page, 'untrackShow', { show: show.id });
  });

  it('has a step on, finished, and not started', async () => {
    const show = panel(page, 'Severance');
    await send(page, 'setProgress', { show: 'severance', watched: 'S1E4' });
    await show.getByRole('button', { name: 'Watched S1E5', exact: true }).click();
    await expect.poll(() => watched(page, 'severance')).toBe('S1E5');
    await show.getByRole('button', { name: 'Finished' }).click();
    await expect.poll(() => watched(page, 'severance')).toBe('S2E10');
    await show.getByRole('button', { name: 'Not started' }).click();
    await expect.poll(() => watched(page, 'severance')).toBe('S0E0');
  });

  it('has a strictness and a switch for each show', async () => {
    const show = panel(page, 'Severance');
    await show.getByRole('combobox').selectOption('Strict');
    await expect.poll(async () => (await viewer(page)).shows.severance?.strictness).toBe('strict');
    await show.getByRole('combobox').selectOption('As everywhere (Balanced)');
    await expect.poll(async () => (await viewer(page)).shows.severance).not.toHaveProperty('strictness');
    await show.getByRole('switch', { name: 'Hide what lies ahead' }).click();
    await expect.poll(async () => (await viewer(page)).shows.severance?.off).toBe(true);
  });

  it('removes a show, keeps the focus, and takes it back as it was', async () => {
    const before = (await viewer(page)).shows.severance;
    await page.getByRole('button', { name: 'Remove Severance' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => Object.keys((await viewer(page)).shows)).not.toContain('severance');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await viewer(page)).shows.severance).toEqual(before);
  });

  it('adds a show', async () => {
    await panel(page, 'Add a show').getByRole('searchbox').fill('wedn');
    await panel(page, 'Add a show')
      .getByRole('button', { name: /Wednesday/ })
      .click();
    await panel(page, 'Wednesday').waitFor();
    expect(await watched(page, 'wednesday')).toBe('S0E0');
  });

  it('logs no error', () => expect(complaints).toEqual([]));
});
