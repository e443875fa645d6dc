import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pointAt } from '../../scripts/browser/pointAt.ts';
import { send, trackShow } from '../../scripts/browser/trackShow.ts';
import { hideSelected } from './support/contextMenu.ts';
import { cardText, clickInOverlay, inOverlay, noticeText } from './support/overlay.ts';
import { hiddenText, isRead, Person, painted } from './support/person.ts';

const BESIDE = new URL('../pages/beside.html', import.meta.url).pathname;
const DEMO = new URL('../pages/demo.html', import.meta.url).pathname;

/** Hidden at S1E8. */
const SPOILER = "In season 3 Imogen kisses Sahar at the New Year's party.";
/** No spoiler, and told nowhere else. */
const HARMLESS = 'It is a gentle show.';

let person: Person;
let popup: Page;
let page: Page;

beforeAll(async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="red"/></svg>';
  const pictures = Object.fromEntries(['clinic', 'words', 'poster', 'teaser'].map((name) => [`/${name}.svg`, picture]));
  const plain = '<!doctype html><html lang="en"><head><title>Bread</title></head><body><p>Flour, water and salt are all it takes.</p></body></html>';
  person = await Person.open({ '/': readFileSync(BESIDE), '/demo': readFileSync(DEMO), '/plain': plain, ...pictures });
  await trackShow(person.browser, 'heartstopper', 'S1E8');
  popup = await person.openPopup();
});

afterAll(async () => {
  await person?.close();
});

beforeEach(async () => {
  page = await person.read('/');
  await expect.poll(() => hiddenText(page)).toContain(SPOILER);
  await expect.poll(() => isRead(page)).toBe(true);
});

afterEach(async () => {
  await page.close();
  await send(popup, 'setProgress', { show: 'heartstopper', watched: 'S1E8' });
  await send(popup, 'changeViewer', { corrections: [], hideTabTitle: false, quietForReaders: false });
});

async function clickOn(text: string): Promise<void> {
  const { x, y } = await pointAt(page, text);
  await page.mouse.click(x, y);
}

const hidden = () => hiddenText(page);

describe('a hidden sentence', () => {
  it('is shown, and hidden again where it was', async () => {
    await clickOn('In season 3 Imogen');
    await expect.poll(() => cardText(page)).toContain('Heartstopper, after S3');
    await clickInOverlay(page, 'Show it');
    await expect.poll(hidden).not.toContain(SPOILER);
    expect((await painted(page)).shown).toEqual([SPOILER]);
    await clickOn("kisses Sahar at the New Year's party. Elle");
    await expect.poll(() => cardText(page)).toContain('Hide again');
    await clickInOverlay(page, 'Hide again');
    await expect.poll(hidden).toContain(SPOILER);
    expect((await painted(page)).shown).toEqual([]);
  });

  it('is no spoiler, here and on other pages, until that is taken back', async () => {
    await clickOn('In season 3 Imogen');
    await expect.poll(() => cardText(page)).toContain('Not a spoiler');
    await clickInOverlay(page, 'Not a spoiler');
    await expect.poll(hidden).not.toContain(SPOILER);
    const other = await person.read('/');
    await expect.poll(() => hiddenText(other)).toContain('Elle is ambushed');
    expect(await hiddenText(other)).not.toContain(SPOILER);
    await page.bringToFront();
    await clickInOverlay(page, 'Undo');
    await expect.poll(hidden).toContain(SPOILER);
    await expect.poll(() => hiddenText(other)).toContain(SPOILER);
    await other.close();
  });

  it('raises progress by keyboard alone, and the way back has the focus', async () => {
    const focused = () =>
      inOverlay(page, function () {
        return this.activeElement?.textContent ?? '';
      }).catch(() => 'no overlay yet');
    // Two marks in a row may say the same: each step is given a moment, whatever it says.
    for (let steps = 0; steps < 100 && !((await cardText(page)).includes('after S3') && (await focused()).includes('Show it')); steps++) {
      await page.keyboard.press('Alt+Shift+KeyS');
      await page.waitForTimeout(200);
    }
    await page.keyboard.press('Tab');
    await expect.poll(focused).toContain('I have seen this');
    await page.keyboard.press('Enter');
    await expect.poll(() => noticeText(page)).toMatch(/Watched up to S3E\d/);
    await expect.poll(() => hidden()).not.toContain('goes to a clinic');
    await expect.poll(focused).toContain('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(hidden).toContain('goes to a clinic');
    await expect.poll(() => noticeText(page)).toBe('');
  });

  it('keeps a link below it from being followed, by pointer and by keyboard', async () => {
    await clickOn('Heartstopper season 3: Imogen');
    await expect.poll(() => cardText(page)).toContain('Heartstopper, after S3');
    await page.keyboard.press('Escape');
    await page.focus('#teaser');
    await page.keyboard.press('Enter');
    await expect.poll(() => cardText(page)).toContain('Heartstopper, after S3');
    expect(page.url()).not.toContain('#');
  });
});

describe('what was missed', () => {
  const select = (text: string, length: number) =>
    page.evaluate(
      ([wanted, units]) => {
        const node = document.getElementById('begin')?.firstChild as Text;
        const at = node.data.indexOf(wanted);
        getSelection()?.setBaseAndExtent(node, at, node, at + units);
      },
      [text, length] as const,
    );

  it('is hidden by a part of it, on every page, until that is taken back', async () => {
    await select('gentle', 6);
    await hideSelected(person, page);
    await expect.poll(hidden).toContain(HARMLESS);
    expect(await hidden()).not.toContain('Few others are as kind.');
    await expect.poll(() => noticeText(page)).toContain('Hidden from now on');
    await page.reload();
    await expect.poll(hidden).toContain(HARMLESS);
    await clickOn(HARMLESS);
    await expect.poll(() => cardText(page)).toContain('You chose to hide this.');
    await clickInOverlay(page, 'Stop hiding this');
    await expect.poll(hidden).not.toContain(HARMLESS);
    await page.keyboard.press('Alt+Shift+KeyZ');
    await expect.poll(hidden).toContain(HARMLESS);
  });

  it('is hidden sentence by sentence where several are selected, and uncovered when the show is finished', async () => {
    await select('gentle show. Few', 16);
    await hideSelected(person, page);
    await expect.poll(hidden).toContain(HARMLESS);
    await expect.poll(hidden).toContain('Few others are as kind.');
    await send(popup, 'setProgress', { show: 'heartstopper', watched: 'S3E8' });
    await expect.poll(hidden).toBe('');
  });

  it('is not hidden where no show is spoken of, and that is said', async () => {
    const plain = await person.read('/plain');
    await plain.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
    await hideSelected(person, plain);
    await expect.poll(() => noticeText(plain)).toContain('No show of yours is spoken of here');
    expect(await hiddenText(plain)).toBe('');
    await plain.close();
  });
});

describe('beside the text', () => {
  it('shows all and hides it again by a key, and says so', async () => {
    await page.keyboard.press('Alt+Shift+KeyR');
    await expect.poll(hidden).toBe('');
    await expect.poll(() => noticeText(page)).toContain('Everything is shown on this page');
    await page.keyboard.press('Alt+Shift+KeyR');
    await expect.poll(hidden).toContain(SPOILER);
  });

  it('covers the title of the tab only when it is asked to, and gives it back', async () => {
    const own = 'Heartstopper season 3: Charlie goes to a clinic for his eating disorder';
    expect(await page.title()).toBe(own);
    await send(popup, 'changeViewer', { hideTabTitle: true });
    await expect.poll(() => page.title()).toMatch(/^Spoiler hidden · 127\.0\.0\.1/);
    await page.evaluate(() => {
      document.title = 'Heartstopper';
    });
    await page.waitForTimeout(300);
    expect(await page.title()).toBe('Heartstopper');
    await page.evaluate((title) => {
      document.title = title;
    }, own);
    await expect.poll(() => page.title()).toMatch(/^Spoiler hidden/);
    await send(popup, 'changeViewer', { enabled: false });
    await expect.poll(() => page.title()).toBe(own);
    await send(popup, 'changeViewer', { enabled: true });
    await expect.poll(() => page.title()).toMatch(/^Spoiler hidden/);
    await send(popup, 'setProgress', { show: 'heartstopper', watched: 'S3E8' });
    await expect.poll(() => page.title()).toBe(own);
  });

  it('keeps screen readers from what is hidden only when it is asked to, and leaves no trace', async () => {
    const quiet = () => page.evaluate(() => [...document.querySelectorAll('[aria-hidden]')].map((element) => element.id));
    expect(await quiet()).toEqual([]);
    const before = await page.evaluate(() => document.body.outerHTML);
    await send(popup, 'changeViewer', { quietForReaders: true });
    await expect.poll(quiet).toEqual(expect.arrayContaining(['told', 'caption', 'with-words']));
    expect(await quiet()).not.toContain('begin');
    const count = (await painted(page)).hidden.length;
    await expect.poll(() => noticeText(page), { timeout: 5000 }).toBe(`${count} sentences hidden. Alt+Shift+S steps through.`);
    await send(popup, 'setProgress', { show: 'heartstopper', watched: 'S3E8' });
    await expect.poll(() => page.evaluate(() => document.body.outerHTML)).toBe(before);
  });

  it('covers pictures that belong to what is hidden, or tell it themselves, and uncovers them with it', async () => {
    const covered = () => page.evaluate(() => [...document.images].filter((image) => getComputedStyle(image).filter !== 'none').map((image) => image.id));
    await expect.poll(covered).toEqual(['in-figure', 'with-words', 'in-teaser']);
    expect(await page.evaluate(() => document.querySelectorAll('img[style], img[class]').length)).toBe(0);
    await clickOn('Charlie tells Nick that he loves');
    await expect.poll(() => cardText(page)).toContain('Show it');
    await clickInOverlay(page, 'Show it');
    await expect.poll(covered).toEqual(['with-words', 'in-teaser']);
    await page.keyboard.press('Alt+Shift+KeyR');
    await expect.poll(covered).toEqual([]);
  });
});

describe('the way back', () => {
  it('goes after a while, and waits while the pointer is on it', async () => {
    await page.keyboard.press('Alt+Shift+KeyR');
    await expect.poll(() => noticeText(page)).not.toBe('');
    const box = await inOverlay(page, function () {
      const { x, y, width, height } = (this.querySelector('.notice') as Element).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(box.x, box.y);
    await page.waitForTimeout(9500);
    expect(await noticeText(page)).not.toBe('');
    await page.mouse.move(5, 5);
    await expect.poll(() => noticeText(page), { timeout: 12_000 }).toBe('');
  });

  it('logged no error', () => {
    expect(person.complaints).toEqual([]);
    expect(person.outside).toEqual([]);
  });
});
