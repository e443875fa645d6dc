import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tabId } from '../../scripts/browser/tabId.ts';
import { send } from '../../scripts/browser/trackShow.ts';
import { demo } from './support/articles.ts';
import { beside } from './support/beside.ts';
import { forgetPlace } from './support/forgetPlace.ts';
import { openPopup } from './support/openPopup.ts';
import { Person } from './support/person.ts';
import { showRow } from './support/showRow.ts';
import { trackTwoShows } from './support/trackTwoShows.ts';
import { violations } from './support/violations.ts';

let person: Person;
let tab: number;
let popup: Page;

beforeAll(async () => {
  person = await Person.open({ '/': demo.html });
  const page = await person.read('/');
  tab = await tabId(person.browser, page);
  await trackTwoShows(person.browser, page);
});

afterAll(() => person?.close());

/** The popup at its fullest: a show is open, its progress can be taken back, and all shows are listed. */
async function openWithWayBack(): Promise<void> {
  await showRow(popup, 'Severance').click();
  await popup.getByRole('button', { name: /^Watched S/ }).click();
  await popup.getByRole('button', { name: 'Undo' }).waitFor();
  await popup.getByRole('button', { name: 'See all shows' }).click();
}

describe('the popup', () => {
  beforeEach(async () => {
    await forgetPlace(person.browser);
    popup = await openPopup(person.browser, tab, person.complaints);
  });
  afterEach(() => popup.close());

  it('has nothing beside the screen at 320 px', async () => {
    await popup.setViewportSize({ width: 320, height: 600 });
    await openWithWayBack();
    expect(await beside(popup)).toBeLessThanOrEqual(0);
  });

  it('hides nothing that has the focus under its foot', async () => {
    await popup.setViewportSize({ width: 360, height: 320 });
    for (let presses = 0; presses < 30; presses++) {
      await popup.keyboard.press('Tab');
      const covered = await popup.evaluate(() => {
        const element = document.activeElement;
        const foot = document.querySelector('.bottom');
        if (!element || !foot || element === document.body || foot.contains(element)) return '';
        return element.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1 ? (element.textContent ?? element.tagName) : '';
      });
      expect(covered).toBe('');
    }
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each<[string, () => Promise<unknown>]>([
      ['with an open show and a way back', openWithWayBack],
      [
        'paused',
        async () => {
          await popup.getByRole('button', { name: 'Pause for an hour' }).click();
          await popup.getByRole('button', { name: 'Go on now' }).waitFor();
        },
      ],
    ])('has no fault that axe knows, %s', async (_, prepare) => {
      await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await prepare();
      const found = await violations(popup);
      await send(popup, 'changeViewer', { pausedUntil: 0 });
      expect(found).toEqual([]);
    });

    it('has targets of 24 px and more', async () => {
      await showRow(popup, 'Heartstopper').click();
      await popup.getByRole('button', { name: 'See all shows' }).click();
      const small = await popup.evaluate(() =>
        [...document.querySelectorAll('button, select, label:has(input), a')]
          .map((element) => ({ text: element.textContent, ...element.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width > 1 && (width < 24 || height < 24)),
      );
      expect(small).toEqual([]);
    });
  });

  it('threw no error', () => {
    expect(person.complaints).toEqual([]);
  });
});
