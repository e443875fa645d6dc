import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  formatDate,
  formatDateAndTime,
  formatDay,
  formatKilobytes,
  formatList,
  formatMoment,
  formatNumber,
  formatUntil,
  language,
  t,
  tCount,
} from '../lib/i18n.ts';
import { readLocale } from '../scripts/locales/localeProblems.ts';

/** Puts the browser into a language, and the texts into one of ours, as a browser would choose them. */
function speak(browsers: string, texts: string): void {
  const locale = readLocale(texts);
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(browsers);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, substitutions = []) =>
    (locale[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => [substitutions].flat()[Number(number) - 1] ?? ''),
  );
}

const minute = 60_000;
const at = (hours: number, minutes: number, day = 15) => new Date(2026, 0, day, hours, minutes).getTime();

describe('the texts', () => {
  beforeEach(() => speak('en-GB', 'en'));

  it('take substitutions', () => {
    expect(t('playedBy', 'Kit Connor')).toBe('Played by Kit Connor');
  });

  it('are their key where a browser has none', () => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
    expect(t('undo')).toBe('undo');
  });

  it.each([
    ['en-GB', 'en', 1, '1 name'],
    ['en-GB', 'en', 2, '2 names'],
    ['en-GB', 'en', 0, '0 names'],
    ['de-DE', 'de', 1, '1 Name'],
    ['de-DE', 'de', 1234, '1.234 Namen'],
    ['fr-FR', 'fr', 0, '0 nom'],
    ['fr-FR', 'fr', 2, '2 noms'],
    // French has a form of its own for millions, which is written like the one for others.
    ['fr-FR', 'fr', 1_000_000, '1 000 000 noms'],
    ['es-MX', 'es', 1, '1 nombre'],
    ['pt-BR', 'pt_BR', 2, '2 nomes'],
    // Japanese tells no one from others; the English words around the number do.
    ['ja', 'en', 1, '1 name'],
  ])('count as the language does: %s, %s texts, %d', (browsers, texts, count, expected) => {
    speak(browsers, texts);
    expect(tCount('nameCount', count).replace(/\s/g, ' ')).toBe(expected);
  });
});

describe('the language', () => {
  it.each([
    ['en-GB', 'en', 'en-GB'],
    ['de-AT', 'de', 'de-AT'],
    ['pt-PT', 'pt_BR', 'pt-PT'],
    ['it-IT', 'en', 'en'],
  ])('of a browser in %s with texts in %s is %s', (browsers, texts, expected) => {
    speak(browsers, texts);
    expect(language()).toBe(expected);
  });

  it('writes numbers, days, times and lists', () => {
    speak('de-DE', 'de');
    expect(formatNumber(12_345)).toBe('12.345');
    expect(formatKilobytes(1_234_567).replace(/\s/g, ' ')).toBe('1.235 kB');
    expect(formatDay('2022-04-22')).toBe('22.04.2022');
    expect(formatDate(at(9, 0))).toBe('15.01.2026');
    expect(formatDateAndTime(at(9, 0))).toBe('15.01.2026, 09:00');
    expect(formatMoment(at(17, 40), at(16, 41))).toBe('17:40');
    expect(formatMoment(at(9, 0, 16), at(16, 41))).toBe('16.01.2026, 09:00');
    expect(formatUntil(at(17, 40), at(16, 41))).toBe('in 59 Minuten');
    expect(formatList(['S1E1', 'S1E2', 'S1E3'])).toBe('S1E1, S1E2 und S1E3');
  });

  it('says how long until a moment, never nothing, and longer times in hours', () => {
    speak('en-US', 'en');
    expect(formatUntil(30_000, 0)).toBe('in 1 minute');
    expect(formatUntil(-5, 0)).toBe('in 1 minute');
    expect(formatUntil(119 * minute, 0)).toBe('in 119 minutes');
    expect(formatUntil(180 * minute, 0)).toBe('in 3 hours');
  });
});
