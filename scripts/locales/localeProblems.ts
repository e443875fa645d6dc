import { readFileSync } from 'node:fs';

/** Where the texts are, a folder for each language. */
export const LOCALES = new URL('../../public/_locales/', import.meta.url).pathname;
/** The language that the others are made from. */
export const SOURCE = 'en';

export type Locale = Record<string, { message: string; placeholders?: Record<string, unknown> }>;

/** The texts of a language. */
export function readLocale(name: string): Locale {
  return JSON.parse(readFileSync(`${LOCALES}${name}/messages.json`, 'utf8')) as Locale;
}

/** $1, $2 … and $NAMED$ ones, sorted. */
const placeholdersOf = (message: string) => (message.match(/\$\d|\$\w+\$/g) ?? []).sort().join(' ');

/** What is wrong with a language beside its source: keys that it lacks or has too much, other placeholders, nothing in them. */
export function localeProblems(source: Locale, locale: Locale): string[] {
  const problems: string[] = [];
  for (const [key, { message }] of Object.entries(source)) {
    const own = locale[key]?.message;
    if (own === undefined) problems.push(`lacks "${key}": ${message}`);
    else if (own.trim() === '') problems.push(`has nothing in "${key}": ${message}`);
    else if (placeholdersOf(own) !== placeholdersOf(message)) problems.push(`has other placeholders in "${key}": "${own}" for "${message}"`);
  }
  for (const key of Object.keys(locale)) if (!Object.hasOwn(source, key)) problems.push(`has "${key}", which ${SOURCE} has not`);
  return problems;
}
