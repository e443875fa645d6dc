import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedChromium } from '../../scripts/browser/openChromium.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { tabId } from '../../scripts/browser/tabId.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { demo } from './support/articles.ts';
import { beside } from './support/beside.ts';
import { openInLanguage } from './support/openInLanguage.ts';
import { openPopup } from './support/openPopup.ts';
import { hiddenCount } from './support/person.ts';
import { readToolbar } from './support/toolbar.ts';

const complaints: string[] = [];
let german: OpenedChromium;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  server = await servePages((path) => ({ '/': demo.html })[path]);
  german = await openInLanguage('de');
  await trackShow(german, 'heartstopper', 'S1E8');
});

afterAll(async () => {
  await german?.close();
  await server?.close();
});

describe('the popup in German', () => {
  it('speaks German, counts in German and says so to screen readers', async () => {
    const read = await german.context.newPage();
    await read.goto(server.url('/'));
    await expect.poll(() => hiddenCount(read)).toBeGreaterThan(0);
    const own = await tabId(german, read);
    const opened = await openPopup(german, own, complaints);
    await expect.poll(() => opened.getByRole('region', { name: 'Diese Seite' }).innerText()).toMatch(/\d+ Namen · \d+ verdeckt/);
    const text = await opened.locator('main').innerText();
    for (const words of ['Meine Serien', 'Serie hinzufügen', 'Wie viel verdecken', 'Eine Stunde Pause', 'Einstellungen']) expect(text).toContain(words);
    expect(await opened.evaluate(() => document.documentElement.lang)).toMatch(/^de\b/);
    await opened.setViewportSize({ width: 320, height: 600 });
    expect(await beside(opened)).toBeLessThanOrEqual(0);
    await opened.getByRole('button', { name: 'Eine Stunde Pause' }).click();
    await expect.poll(() => opened.locator('main').innerText()).toMatch(/Pausiert\. Sofar macht um \d\d:\d\d weiter, in (60|59) Minuten\./);
    await expect.poll(async () => (await readToolbar(german, own)).title).toMatch(/^Sofar – Pause bis \d\d:\d\d$/);
  });

  it('threw no error', () => {
    expect(complaints).toEqual([]);
  });
});
