import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { send } from '../../scripts/browser/trackShow.ts';
import { fillViewer } from './support/fillViewer.ts';
import { inBothThemes } from './support/inBothThemes.ts';
import { openSettings, panel, section, undo } from './support/settings.ts';
import { viewer, watched } from './support/viewer.ts';

const files = mkdtempSync(join(tmpdir(), 'sofar-settings-'));
const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  page = await openSettings(browser, complaints);
  await fillViewer(page);
});

afterAll(async () => {
  await browser?.close();
  rmSync(files, { recursive: true, force: true });
});

describe('data', () => {
  let backup: string;

  it('lists what Sofar knows, with versions, sizes and sources', async () => {
    await section(page, 'Data');
    const packs = panel(page, 'What Sofar knows');
    await packs.getByText('Heartstopper', { exact: true }).click();
    await expect
      .poll(() => packs.innerText())
      .toMatch(/Heartstopper\s+Version \d+ · \d+ facts · \d+ kB[\s\S]*CC BY-SA 4\.0[\s\S]*Wikipedia: Heartstopper season 1/);
  });

  it('saves a backup', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download a backup' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^sofar-backup-\d{4}-\d\d-\d\d\.json$/);
    backup = join(files, 'backup.json');
    await download.saveAs(backup);
    expect(JSON.parse(readFileSync(backup, 'utf8')).viewer).toEqual(await viewer(page));
  });

  it.each([
    ['not-json.json', 'hello', 'This file cannot be read as a backup.'],
    ['other.json', '{"name":"something"}', 'This is not a backup of Sofar.'],
    ['newer.json', '{"sofar":"backup","version":2}', 'made by a newer Sofar'],
    [
      'damaged.json',
      JSON.stringify({ sofar: 'backup', version: 1, madeAt: 1, viewer: { shows: { lost: { watched: 'yesterday', changedAt: 1 } } } }),
      'viewer.shows.lost.watched: must be an episode code',
    ],
  ])('refuses %s in words, and loses nothing', async (name, text, said) => {
    const before = await viewer(page);
    writeFileSync(join(files, name), text);
    await page.getByLabel('Restore from a backup file').setInputFiles(join(files, name));
    await expect.poll(() => panel(page, 'Backup').getByRole('alert').innerText()).toContain(said);
    expect(await viewer(page)).toEqual(before);
  });

  it('says what a backup changes, restores it, and takes it back', async () => {
    const saved = JSON.parse(readFileSync(backup, 'utf8')).viewer as Viewer;
    await send(page, 'setProgress', { show: 'heartstopper', watched: 'S3E8' });
    await send(page, 'untrackShow', { show: 'wednesday' });
    await send(page, 'setProgress', { show: 'lost', watched: 'S1E1' });
    await send(page, 'changeViewer', { cards: true, sitesOff: [] });
    const before = await viewer(page);
    await page.getByLabel('Restore from a backup file').setInputFiles(backup);
    await expect
      .poll(() => page.locator('.changes li').allInnerTexts())
      .toEqual([
        `Heartstopper: from S3E8 to ${saved.shows.heartstopper?.watched}`,
        'Lost is removed',
        'Wednesday is added: Not started',
        'Setting: Names with cards',
        'Sites on your lists: from 1 to 2',
      ]);
    expect(await viewer(page)).toEqual(before);
    await page.getByRole('button', { name: 'Replace with the backup' }).click();
    await expect.poll(() => viewer(page)).toEqual(saved);
    await undo(page);
    await expect.poll(() => viewer(page)).toEqual(before);
  });

  it('asks before it erases, and is as new then', async () => {
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(Object.keys((await viewer(page)).shows)).toContain('heartstopper');
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download a backup first' }).click()]);
    expect(download.suggestedFilename()).toContain('sofar-backup');
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Everything is erased.');
    expect((await viewer(page)) ?? NEW_VIEWER).toEqual(NEW_VIEWER);
    const { res } = (await send(page, 'listShows', undefined)) as { res: unknown[] };
    expect(res.length).toBeGreaterThan(10);
    await section(page, 'My shows');
    await page.getByText('You track no show yet.').waitFor();
  });

  it('is restored from the backup after that', async () => {
    await section(page, 'Data');
    await page.getByLabel('Restore from a backup file').setInputFiles(backup);
    await page.getByRole('button', { name: 'Replace with the backup' }).click();
    await expect.poll(() => watched(page, 'wednesday')).toBe('S0E0');
  });

  it('logs no error', () => expect(complaints).toEqual([]));
});
