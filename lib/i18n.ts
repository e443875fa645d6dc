import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/** A string of the interface, by its key in public/_locales. */
export type MessageKey = keyof typeof messages;

/** A string that says how many: its keys in public/_locales end in `_one`, `_other` and whatever else a language tells apart. */
export type CountKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

const messageOf = (key: string, substitutions: readonly (string | number)[]) => browser.i18n.getMessage(key as never, substitutions.map(String));

/** The text in the browser's language. Substitutions stand where the message says $1, $2, … */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return messageOf(key, substitutions) || key;
}

/** The text for a count, in the form that the language has for it. $1 is the count, further substitutions are $2, $3, … */
export function tCount(key: CountKey, count: number, ...more: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(count);
  const substitutions = [formatNumber(count), ...more];
  return messageOf(`${key}_${form}`, substitutions) || t(`${key}_other`, ...substitutions);
}

/**
 * The language that the texts are in, with the browser's region where it has the same language. A browser in a language
 * that Sofar has no texts for gets English ones: numbers and dates must not be in another language than the words around them.
 */
export function language(): string {
  const texts = t('languageTag');
  const browsers = browser.i18n.getUILanguage();
  const isSame = browsers.split('-')[0] === texts.split('-')[0];
  return isSame ? browsers : texts;
}

/** A number as the language writes it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** A size in bytes as kilobytes, of 1000 bytes each. */
export function formatKilobytes(bytes: number): string {
  return new Intl.NumberFormat(language(), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(bytes / 1000);
}

/** The day of a date such as 2022-04-22. */
export function formatDay(day: string): string {
  // Noon: the day is the same in every time zone that browsers are used in.
  return formatDate(new Date(`${day}T12:00`).getTime());
}

/** The day of a moment in milliseconds of the epoch. */
export function formatDate(moment: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(moment);
}

/** Day and time of day of a moment in milliseconds of the epoch. */
export function formatDateAndTime(moment: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}

/** The time of day of a moment in milliseconds of the epoch; with its day where that is not the day of `now`. */
export function formatMoment(moment: number, now: number): string {
  const isToday = new Date(moment).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) }).format(moment);
}

/** How far off a moment is, in words: "in 59 minutes". */
export function formatUntil(moment: number, now: number): string {
  const minutes = Math.max(1, Math.ceil((moment - now) / 60_000));
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  return minutes < 120 ? relative.format(minutes, 'minute') : relative.format(Math.round(minutes / 60), 'hour');
}

/** Several things in a row, separated as the language does it. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(items);
}
