import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedChromium, openChromium } from '../../scripts/browser/openChromium.ts';
import { send, trackShow } from '../../scripts/browser/trackShow.ts';
import { corrections } from './support/corrections.ts';
import { readPainted } from './support/painted.ts';
import { openSettings, panel, section, undo } from './support/settings.ts';
import { viewer } from './support/viewer.ts';

const complaints: string[] = [];
let browser: OpenedChromium;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  await trackShow(browser, 'heartstopper', 'S1E8');
  page = await openSettings(browser, complaints);
});

afterAll(() => browser?.close());

describe('hiding', () => {
  it('changes strictness and look, and shows the look', async () => {
    await section(page, 'Hiding');
    await page.getByRole('radio', { name: 'Strict' }).click();
    await expect.poll(async () => (await viewer(page)).strictness).toBe('strict');
    expect((await page.evaluate(readPainted)).hidden).toEqual(['In the last one she sells it to the man who sank it.']);
    const rule = () => page.evaluate(() => [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'));
    expect(await rule()).toContain('0.9em');
    await page.getByRole('radio', { name: 'Strong' }).click();
    await expect.poll(rule).toContain('1.3em');
    await page.getByRole('radio', { name: 'Strong' }).focus();
    await page.getByRole('radio', { name: 'Blur' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await viewer(page)).look).toEqual({ style: 'bar', strength: 3 });
    await expect.poll(rule).toContain('background-color');
  });

  it('switches cards, quiet and tab titles', async () => {
    await page.getByRole('switch', { name: /Names with cards/ }).click();
    await page.getByRole('switch', { name: /Quiet for screen readers/ }).click();
    await page.getByRole('switch', { name: /Hide telling tab titles/ }).click();
    await expect.poll(() => viewer(page)).toMatchObject({ cards: false, quietForReaders: true, hideTabTitle: true });
  });
});

describe('sites', () => {
  it('takes what people paste, says what is wrong, and takes back', async () => {
    await section(page, 'Sites');
    const off = panel(page, 'Off on these sites');
    const field = off.getByRole('textbox', { name: 'Site' });
    await field.fill('https://www.example.com/some/page?q=1');
    await field.press('Enter');
    await expect.poll(async () => (await viewer(page)).sitesOff).toEqual(['www.example.com']);
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
    expect((await viewer(page)).sitesOff).toEqual(['www.example.com']);
    await off.getByRole('button', { name: 'Remove www.example.com' }).click();
    await expect.poll(async () => (await viewer(page)).sitesOff).toEqual([]);
    await undo(page);
    await expect.poll(async () => (await viewer(page)).sitesOff).toEqual(['www.example.com']);
    await panel(page, 'Only on these sites').getByRole('textbox', { name: 'Site' }).fill('fans.example');
    await panel(page, 'Only on these sites').getByRole('button', { name: 'Add' }).click();
    await expect.poll(async () => (await viewer(page)).sitesOnly).toEqual(['fans.example']);
  });
});

describe('corrections', () => {
  it('keep covered what may tell something, until it is asked for', async () => {
    for (const correction of corrections) await send(page, 'correct', correction);
    await section(page, 'Corrections');
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
    await expect.poll(async () => (await viewer(page)).corrections.length).toBe(2);
    await undo(page);
    await expect.poll(async () => (await viewer(page)).corrections).toContainEqual(corrections[2]);
  });
});

it('logs no error', () => expect(complaints).toEqual([]));
