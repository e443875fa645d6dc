import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { send } from '../../scripts/browser/trackShow.ts';
import { readPainted } from './support/painted.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = mkdtempSync(join(tmpdir(), 'sofar-settings-'));
const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium({ keepWelcome: true });
});

afterAll(async () => {
  await browser?.close();
  rmSync(files, { recursive: true, force: true });
});

function listen(to: Page): Page {
  to.setDefaultTimeout(15_000);
  to.on('pageerror', (error) => complaints.push(error.message));
  to.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return to;
}

const viewer = (): Promise<Viewer> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as never as { chrome: { storage: { local: { get(key: string): Promise<{ viewer?: Viewer }> } } } };
    return (await chrome.storage.local.get('viewer')).viewer as Viewer;
  });
const watched = async (show: string) => (await viewer())?.shows[show]?.watched;
const section = async (name: string) => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
};
const panel = (name: string) => page.getByRole('region', { name, exact: true });
const undo = () => page.getByRole('status').getByRole('button', { name: 'Undo' }).click();

/** What axe finds on the page, one line each. */
async function violations(on: Page): Promise<string[]> {
  // The pages allow no script of others: axe is evaluated from outside.
  await on.evaluate(AXE);
  return on.evaluate(async () => {
    const { axe } = globalThis as never as { axe: { run(of: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run(document)).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

async function inBothThemes(on: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violations(on)).map((line) => `${colorScheme} ${line}`));
  }
  await on.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}

describe('the welcome page', () => {
  it('opens once after the installation', async () => {
    await expect.poll(() => browser.context.pages().map((open) => open.url())).toContain(browser.extensionUrl('welcome.html'));
    page = listen(browser.context.pages().find((open) => open.url().endsWith('/welcome.html')) as Page);
    await page.getByRole('button', { name: 'Heartstopper' }).waitFor();
  });

  it('lets shows be picked and found, and forgets one that is unpicked', async () => {
    await page.getByRole('searchbox').fill('sever');
    await expect.poll(() => panel('What are you watching?').getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: 'Severance' }).click();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Heartstopper' }).click();
    await page.getByRole('button', { name: 'Lost', exact: true }).click();
    await expect.poll(async () => Object.keys((await viewer()).shows).sort()).toEqual(['heartstopper', 'lost', 'severance']);
    await page.getByRole('button', { name: 'Lost', exact: true, pressed: true }).click();
    await expect.poll(async () => Object.keys((await viewer()).shows).sort()).toEqual(['heartstopper', 'severance']);
  });

  it('takes the progress of each', async () => {
    await panel('Heartstopper')
      .getByRole('button', { name: /^Season 1, episode 8\b/ })
      .click();
    await expect.poll(() => watched('heartstopper')).toBe('S1E8');
    expect(await watched('severance')).toBe('S0E0');
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
});

describe('my shows', () => {
  it('is a grid that the pointer sets progress in', async () => {
    await panel('Heartstopper')
      .getByRole('button', { name: /^Season 2, episode 3\b/ })
      .click();
    await expect.poll(() => watched('heartstopper')).toBe('S2E3');
    expect(await panel('Heartstopper').locator('[aria-current=true]').getAttribute('aria-label')).toMatch(/^Season 2, episode 3, .*, Watched$/);
    await undo();
    await expect.poll(() => watched('heartstopper')).toBe('S1E8');
  });

  it('is one stop of the Tab key, with arrows inside', async () => {
    const grid = page.getByRole('grid', { name: 'Episodes of Heartstopper' });
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => watched('heartstopper')).toBe('S2E7');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Space');
    await expect.poll(() => watched('heartstopper')).toBe('S1E1');
  });

  it('names no episode ahead whose title tells something', async () => {
    const all = (await send(page, 'listShows', undefined)) as {
      res: { id: string; title: string; seasonLengths: number[]; episodeTitles: string[]; tellingTitles: number[] }[];
    };
    const show = all.res.find(({ tellingTitles }) => tellingTitles.length > 0);
    if (!show) throw new Error('no show has a telling title: test with another');
    await send(page, 'setProgress', { show: show.id, watched: 'S0E0' });
    const title = show.episodeTitles[(show.tellingTitles[0] ?? 1) - 1] ?? '';
    const cell = panel(show.title).locator(`[data-ordinal="${show.tellingTitles[0]}"]`);
    await cell.waitFor();
    const html = await panel(show.title).innerHTML();
    expect(html).not.toContain(`· ${title}`);
    expect(html).not.toContain(`, ${title},`);
    await cell.click();
    await expect.poll(() => cell.getAttribute('aria-label')).toContain(title);
    if (show.id !== 'heartstopper' && show.id !== 'severance') await send(page, 'untrackShow', { show: show.id });
  });

  it('has a step on, finished, and not started', async () => {
    const show = panel('Severance');
    await send(page, 'setProgress', { show: 'severance', watched: 'S1E4' });
    await show.getByRole('button', { name: 'Watched S1E5', exact: true }).click();
    await expect.poll(() => watched('severance')).toBe('S1E5');
    await show.getByRole('button', { name: 'Finished' }).click();
    await expect.poll(() => watched('severance')).toBe('S2E10');
    await show.getByRole('button', { name: 'Not started' }).click();
    await expect.poll(() => watched('severance')).toBe('S0E0');
  });

  it('has a strictness and a switch for each show', async () => {
    const show = panel('Severance');
    await show.getByRole('combobox').selectOption('Strict');
    await expect.poll(async () => (await viewer()).shows.severance?.strictness).toBe('strict');
    await show.getByRole('combobox').selectOption('As everywhere (Balanced)');
    await expect.poll(async () => (await viewer()).shows.severance).not.toHaveProperty('strictness');
    await show.getByRole('switch', { name: 'Hide what lies ahead' }).click();
    await expect.poll(async () => (await viewer()).shows.severance?.off).toBe(true);
  });

  it('removes a show, keeps the focus, and takes it back as it was', async () => {
    const before = (await viewer()).shows.severance;
    await page.getByRole('button', { name: 'Remove Severance' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => Object.keys((await viewer()).shows)).not.toContain('severance');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await viewer()).shows.severance).toEqual(before);
  });

  it('adds a show', async () => {
    await panel('Add a show').getByRole('searchbox').fill('wedn');
    await panel('Add a show')
      .getByRole('button', { name: /Wednesday/ })
      .click();
    await panel('Wednesday').waitFor();
    expect(await watched('wednesday')).toBe('S0E0');
  });
});

describe('hiding', () => {
  it('changes strictness and look, and shows the look', async () => {
    await section('Hiding');
    await page.getByRole('radio', { name: 'Strict' }).click();
    await expect.poll(async () => (await viewer()).strictness).toBe('strict');
    expect((await page.evaluate(readPainted)).hidden).toEqual(['In the last one she sells it to the man who sank it.']);
    const rule = () => page.evaluate(() => [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'));
    expect(await rule()).toContain('0.9em');
    await page.getByRole('radio', { name: 'Strong' }).click();
    await expect.poll(rule).toContain('1.3em');
    await page.getByRole('radio', { name: 'Strong' }).focus();
    await page.getByRole('radio', { name: 'Blur' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await viewer()).look).toEqual({ style: 'bar', strength: 3 });
    await expect.poll(rule).toContain('background-color');
  });

  it('switches cards, quiet and tab titles', async () => {
    await page.getByRole('switch', { name: /Names with cards/ }).click();
    await page.getByRole('switch', { name: /Quiet for screen readers/ }).click();
    await page.getByRole('switch', { name: /Hide telling tab titles/ }).click();
    await expect.poll(viewer).toMatchObject({ cards: false, quietForReaders: true, hideTabTitle: true });
  });
});

describe('sites', () => {
  it('takes what people paste, says what is wrong, and takes back', async () => {
    await section('Sites');
    const off = panel('Off on these sites');
    const field = off.getByRole('textbox', { name: 'Site' });
    await field.fill('https://www.example.com/some/page?q=1');
    await field.press('Enter');
    await expect.poll(async () => (await viewer()).sitesOff).toEqual(['www.example.com']);
    expect(await field.inputValue()).toBe('');
    for (const [typed, said] of [
      ['about:config', 'Sofar only works on web pages: their addresses begin with http or https.'],
      ['example', 'That looks incomplete. Write the whole name, such as example.com.'],
      ['WWW.example.com', 'That site is on the list already.'],
    ] as const) {
      await field.fill(typed);
      await off.getByRole('button', { name: 'Add' }).click();
      await expect.poll(() => off.getByRole('alert').innerText()).toBe(said);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    expect((await viewer()).sitesOff).toEqual(['www.example.com']);
    await off.getByRole('button', { name: 'Remove www.example.com' }).click();
    await expect.poll(async () => (await viewer()).sitesOff).toEqual([]);
    await undo();
    await expect.poll(async () => (await viewer()).sitesOff).toEqual(['www.example.com']);
    await panel('Only on these sites').getByRole('textbox', { name: 'Site' }).fill('fans.example');
    await panel('Only on these sites').getByRole('button', { name: 'Add' }).click();
    await expect.poll(async () => (await viewer()).sitesOnly).toEqual(['fans.example']);
  });
});

describe('corrections', () => {
  const corrections = [
    { kind: 'show', show: 'heartstopper', text: 'They meet in form.', revealedIn: 'S1E1', host: 'a.example', madeAt: Date.UTC(2026, 0, 5) },
    { kind: 'show', show: 'heartstopper', text: 'The secret of the third season.', revealedIn: 'S3E2', host: 'b.example', madeAt: Date.UTC(2026, 0, 6) },
    { kind: 'hide', show: 'heartstopper', text: 'Something that was missed.', host: 'c.example', madeAt: Date.UTC(2026, 0, 7) },
  ];

  it('keep covered what may tell something, until it is asked for', async () => {
    for (const correction of corrections) await send(page, 'correct', correction);
    await section('Corrections');
    await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(3);
    const rows = page.getByRole('main').getByRole('listitem');
    expect(await rows.nth(2).innerText()).toMatch(/Not a spoiler\s+Heartstopper, S1E1\s+They meet in form\.\s+a\.example · 5 Jan 2026/);
    const html = await page.content();
    expect(html).not.toContain('secret of the third');
    expect(html).not.toContain('was missed');
    await rows.nth(1).getByRole('button', { name: 'Show text' }).click();
    expect(await rows.nth(1).innerText()).toContain('The secret of the third season.');
    expect(await rows.nth(0).innerText()).not.toContain('missed');
  });

  it('are taken back, and put back', async () => {
    await page
      .getByRole('main')
      .getByRole('listitem')
      .nth(0)
      .getByRole('button', { name: /Remove/ })
      .click();
    await expect.poll(async () => (await viewer()).corrections.length).toBe(2);
    await undo();
    await expect.poll(async () => (await viewer()).corrections).toContainEqual(corrections[2]);
  });
});

describe('data', () => {
  let backup: string;

  it('lists what Sofar knows, with versions, sizes and sources', async () => {
    await section('Data');
    const packs = panel('What Sofar knows');
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
    expect(JSON.parse(readFileSync(backup, 'utf8')).viewer).toEqual(await viewer());
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
    const before = await viewer();
    writeFileSync(join(files, name), text);
    await page.getByLabel('Restore from a backup file').setInputFiles(join(files, name));
    await expect.poll(() => panel('Backup').getByRole('alert').innerText()).toContain(said);
    expect(await viewer()).toEqual(before);
  });

  it('says what a backup changes, restores it, and takes it back', async () => {
    const saved = JSON.parse(readFileSync(backup, 'utf8')).viewer as Viewer;
    await send(page, 'setProgress', { show: 'heartstopper', watched: 'S3E8' });
    await send(page, 'untrackShow', { show: 'wednesday' });
    await send(page, 'setProgress', { show: 'lost', watched: 'S1E1' });
    await send(page, 'changeViewer', { cards: true, sitesOff: [] });
    const before = await viewer();
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
    expect(await viewer()).toEqual(before);
    await page.getByRole('button', { name: 'Replace with the backup' }).click();
    await expect.poll(viewer).toEqual(saved);
    await undo();
    await expect.poll(viewer).toEqual(before);
  });

  it('asks before it erases, and is as new then', async () => {
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(Object.keys((await viewer()).shows)).toContain('heartstopper');
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download a backup first' }).click()]);
    expect(download.suggestedFilename()).toContain('sofar-backup');
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toContain('Everything is erased.');
    expect((await viewer()) ?? NEW_VIEWER).toEqual(NEW_VIEWER);
    const { res } = (await send(page, 'listShows', undefined)) as { res: unknown[] };
    expect(res.length).toBeGreaterThan(10);
    await section('My shows');
    await page.getByText('You track no show yet.').waitFor();
  });

  it('is restored from the backup after that', async () => {
    await section('Data');
    await page.getByLabel('Restore from a backup file').setInputFiles(backup);
    await page.getByRole('button', { name: 'Replace with the backup' }).click();
    await expect.poll(() => watched('wednesday')).toBe('S0E0');
  });
});

describe('the settings as a whole', () => {
  it('explain every permission of the manifest', async () => {
    await section('Privacy');
    const unexplained = await page
      .locator('[data-permission]')
      .evaluateAll((nodes) => nodes.filter((node) => !node.querySelector('dd')).map((node) => node.textContent));
    expect(unexplained).toEqual([]);
    expect(await page.locator('[data-permission]').count()).toBeGreaterThan(0);
  });

  it('remember the section in the address, and go back through them', async () => {
    await section('About');
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
    await section(name);
    expect(await inBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1000, height: 800 });
  });

  it('log no error', () => expect(complaints).toEqual([]));
});
