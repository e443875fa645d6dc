import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tabId } from '../../scripts/browser/tabId.ts';
import { send } from '../../scripts/browser/trackShow.ts';
import { demo } from './support/articles.ts';
import { forgetPlace } from './support/forgetPlace.ts';
import { openPopup } from './support/openPopup.ts';
import { readPainted } from './support/painted.ts';
import { hiddenCount, hiddenCountWhenRead, Person } from './support/person.ts';
import { showRow } from './support/showRow.ts';
import { tabTo } from './support/tabTo.ts';
import { readToolbar } from './support/toolbar.ts';
import { trackTwoShows } from './support/trackTwoShows.ts';

const PLAIN = '<!doctype html><html lang="en"><title>Bread</title><p>Knead it for ten minutes, then let it rest.</p></html>';

let person: Person;
let page: Page;
let tab: number;
let popup: Page;

beforeAll(async () => {
  person = await Person.open({ '/': demo.html, '/bread': PLAIN });
  page = await person.read('/');
  tab = await tabId(person.browser, page);
});

afterAll(() => person?.close());

const open = (of = tab) => openPopup(person.browser, of, person.complaints);
const thisPage = () => popup.getByRole('region', { name: 'This page' });
const mine = () => popup.getByRole('region', { name: 'My shows' });
const row = (show: string) => showRow(popup, show);
const plus = (show: string) => mine().getByRole('button', { name: new RegExp(`^${show}: \\+1`) });
const undo = () => popup.getByRole('button', { name: 'Undo' });
const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
const order = () => mine().locator('.show-toggle .show-title').allInnerTexts();

describe('the popup before anything is tracked', () => {
  beforeEach(async () => {
    popup = await open();
  });
  afterEach(() => popup.close());

  it('says what to do first, and lists the shows', async () => {
    await expect.poll(() => thisPage().innerText()).toContain('Add the show you are watching');
    expect(await popup.getByRole('region', { name: 'Add a show' }).getByRole('listitem').count()).toBeGreaterThan(5);
    expect(await mine().count()).toBe(0);
  });

  it('finds a show by a part of its name, and says so when there is none', async () => {
    await popup.getByRole('searchbox').fill('THRONES');
    expect(await popup.locator('.add .show-title').allInnerTexts()).toEqual(['Game of Thrones']);
    await popup.getByRole('searchbox').fill('zzz');
    await expect.poll(() => popup.getByText('No show is called that.').isVisible()).toBe(true);
  });

  it('adds one with the keyboard alone, and the focus goes to it', async () => {
    await tabTo(popup, /Search shows/);
    await popup.keyboard.type('heart');
    await tabTo(popup, /^Heartstopper/);
    await popup.keyboard.press('Enter');
    await expect.poll(focused).toMatch(/^Heartstopper.*Not started/);
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('ArrowDown');
    await expect.poll(() => row('Heartstopper').innerText()).toContain('S1E1');
    await popup.evaluate(() => (document.activeElement as HTMLElement).blur());
  });
});

describe('the popup with shows', () => {
  beforeAll(() => trackTwoShows(person.browser, page));
  beforeEach(async () => {
    await forgetPlace(person.browser);
    popup = await open();
  });
  afterEach(() => popup.close());

  it('says what the page speaks of, how many names and how much is hidden', async () => {
    const { hidden, named } = await page.evaluate(readPainted);
    const text = await thisPage().innerText();
    expect(text).toContain(`${hidden.length} hidden`);
    expect(text).toContain(`${named.length} names · ${hidden.length} hidden`);
    expect(text).toMatch(/Ahead: S2E\d/);
    expect(text).not.toContain('Severance');
    expect(await readToolbar(person.browser, tab)).toEqual({ text: String(hidden.length), title: `Sofar – ${hidden.length} hidden on this page` });
  });

  it('shows all, and hides again', async () => {
    const before = await hiddenCountWhenRead(page);
    await popup.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => hiddenCount(page)).toBe(0);
    await expect.poll(() => thisPage().innerText()).toContain('Everything is shown on this page.');
    await popup.getByRole('button', { name: 'Hide again' }).click();
    await expect.poll(() => hiddenCount(page)).toBe(before);
  });

  it('goes one episode on, leaves the rows where they are, and takes it back', async () => {
    const before = await order();
    expect(before[0]).toBe('Heartstopper');
    await plus('Severance').click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E5');
    await plus('Severance').click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E6');
    expect(await order()).toEqual(before);
    expect(await popup.getByRole('status').filter({ hasText: 'Severance: S1E6' }).count()).toBe(1);
    await undo().click();
    await expect.poll(() => row('Severance').innerText()).toContain('S1E5');
    await expect.poll(() => undo().count()).toBe(0);
    expect(await focused()).toMatch(/^Severance/);
  });

  it('removes a show with the keyboard, and puts it back as it was with the next key', async () => {
    await send(popup, 'changeShow', { show: 'severance', off: true });
    const before = await order();
    await tabTo(popup, /^Severance.*Off/);
    await popup.keyboard.press('Enter');
    await tabTo(popup, /^Remove$/);
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').count()).toBe(0);
    await expect.poll(focused).toBe('Undo');
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').innerText()).toMatch(/S1E5 · Off/);
    expect(await order()).toEqual(before);
    await expect.poll(focused).toMatch(/^Severance/);
    await send(popup, 'changeShow', { show: 'severance', off: false });
  });

  it('keeps the way back while the keyboard is on it, and lets it go afterwards', async () => {
    await popup.clock.install();
    await popup.reload();
    await plus('Severance').focus();
    await popup.keyboard.press('Enter');
    await undo().waitFor();
    await tabTo(popup, /^Undo$/);
    await popup.clock.runFor(30_000);
    expect(await undo().count()).toBe(1);
    await popup.keyboard.press('Shift+Tab');
    await popup.clock.runFor(11_000);
    await expect.poll(() => undo().count()).toBe(0);
    expect(await popup.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  it('does not stay for ever where a pointer made it, and loses no focus when it goes', async () => {
    await popup.clock.install();
    await popup.reload();
    await row('Severance').click();
    await popup.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(focused).toBe('Undo');
    await popup.mouse.move(10, 10);
    await popup.clock.runFor(11_000);
    await expect.poll(() => undo().count()).toBe(0);
    expect(await focused()).toContain('Sofar');
    await send(popup, 'setProgress', { show: 'severance', watched: 'S1E5' });
  });

  it('keeps the focus when the last episode takes the button away', async () => {
    await send(popup, 'setProgress', { show: 'severance', watched: 'S2E9' });
    await expect.poll(() => row('Severance').innerText()).toContain('S2E9');
    await plus('Severance').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => row('Severance').innerText()).toContain('Finished');
    expect(await focused()).toMatch(/^Severance/);
    await send(popup, 'setProgress', { show: 'severance', watched: 'S1E5' });
  });

  it('is off on a site and on again', async () => {
    const before = await hiddenCountWhenRead(page);
    await popup.getByRole('switch', { name: /On this site/ }).click();
    await expect.poll(() => hiddenCount(page)).toBe(0);
    await expect.poll(() => thisPage().innerText()).toContain('Sofar is off on this site.');
    await popup.getByRole('switch', { name: /On this site/ }).focus();
    await popup.keyboard.press('Space');
    await expect.poll(() => hiddenCount(page)).toBe(before);
  });

  it('says that a site is none of the chosen ones, and chooses it', async () => {
    await send(popup, 'changeViewer', { sitesOnly: ['elsewhere.example'] });
    await expect.poll(() => thisPage().innerText()).toContain('This is not one of them.');
    await popup.getByRole('switch', { name: /On this site/ }).click();
    await expect.poll(() => hiddenCount(page)).toBeGreaterThan(0);
    await send(popup, 'changeViewer', { sitesOnly: [] });
  });

  it('pauses for an hour and goes on at once', async () => {
    const before = await hiddenCountWhenRead(page);
    await popup.getByRole('button', { name: 'Pause for an hour' }).focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => hiddenCount(page)).toBe(0);
    await expect.poll(() => thisPage().innerText()).toMatch(/Paused\. Sofar goes on at \d\d?:\d\d.*, in (60|59) minutes\./);
    await expect.poll(async () => (await readToolbar(person.browser)).title).toMatch(/^Sofar – paused until \d\d?:\d\d/);
    expect(await focused()).toContain('Go on now');
    await popup.keyboard.press('Enter');
    await expect.poll(() => hiddenCount(page)).toBe(before);
    await expect.poll(async () => (await readToolbar(person.browser)).title).toBe('Sofar');
  });

  it('is off altogether, says so, and leaves no old count on the button', async () => {
    await popup.getByRole('switch', { name: 'Sofar' }).click();
    await expect.poll(() => thisPage().innerText()).toContain('Sofar is off.');
    await expect.poll(() => readToolbar(person.browser, tab)).toEqual({ text: '', title: 'Sofar – off' });
    expect(await popup.getByRole('button', { name: 'Pause for an hour' }).count()).toBe(0);
    await popup.getByRole('switch', { name: 'Sofar' }).click();
    await expect.poll(async () => (await readToolbar(person.browser, tab)).title).toMatch(/hidden on this page$/);
  });

  it('says what to do on pages that speak of no show, and on those that cannot be reached', async () => {
    const other = await person.read('/bread');
    const onBread = await open(await tabId(person.browser, other));
    expect(await onBread.getByRole('region', { name: 'This page' }).innerText()).toContain('No show of yours is spoken of here.');
    await other.goto('chrome://version');
    await expect.poll(() => onBread.getByRole('region', { name: 'This page' }).innerText()).toContain('Sofar cannot see this page.');
    expect(await onBread.getByRole('switch', { name: /On this site/ }).count()).toBe(0);
    await onBread.close();
    await other.close();
  });

  it('remembers the open show and the place on the same tab, and not on another', async () => {
    await row('Severance').click();
    await popup.setViewportSize({ width: 360, height: 300 });
    await popup.mouse.move(180, 100);
    await popup.mouse.wheel(0, 120);
    await expect.poll(() => popup.evaluate(() => scrollY)).toBe(120);
    await popup.waitForTimeout(300);
    const again = await person.browser.context.newPage();
    await again.setViewportSize({ width: 360, height: 300 });
    await again.goto(person.browser.extensionUrl(`popup.html?tab=${tab}`));
    await again.getByRole('combobox', { name: 'Episode' }).waitFor();
    await expect.poll(() => again.evaluate(() => scrollY)).toBe(120);
    await again.close();
    const elsewhere = await open(tab + 1000);
    expect(await elsewhere.getByRole('combobox').count()).toBe(0);
    expect(await elsewhere.evaluate(() => scrollY)).toBe(0);
    await elsewhere.close();
  });

  it('threw no error', () => {
    expect(person.complaints).toEqual([]);
  });
});
