// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, localeProblems, readLocale, SOURCE } from '../scripts/locales/localeProblems.ts';
import { sourcesOf } from './support/arrows.ts';
import { literalsOf, shownStrings } from './support/shownStrings.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const LANGUAGES = ['de', 'en', 'es', 'fr', 'pt_BR'];
const english = readLocale(SOURCE);
const sources = sourcesOf(['lib', 'components', 'entrypoints']);

describe('the languages', () => {
  it('are these', () => {
    expect(readdirSync(LOCALES).sort()).toEqual(LANGUAGES);
  });

  it.each(LANGUAGES)('%s has every text of English with the same placeholders', (name) => {
    expect(localeProblems(english, readLocale(name))).toEqual([]);
  });

  it.each(LANGUAGES)('%s names itself, as numbers and dates need it', (name) => {
    const tag = readLocale(name).languageTag?.message ?? '';
    expect(tag).toBe(name.replace('_', '-'));
    expect(Intl.PluralRules.supportedLocalesOf([tag])).toEqual([tag]);
  });

  it('have a form for one and for others wherever something is counted', () => {
    const counted = Object.keys(english).filter((key) => key.endsWith('_other'));
    expect(counted.length).toBeGreaterThan(1);
    expect(counted.filter((key) => !english[key.replace(/_other$/, '_one')])).toEqual([]);
    const forms = /_(zero|one|two|few|many)$/;
    expect(Object.keys(english).filter((key) => forms.test(key) && !english[key.replace(forms, '_other')])).toEqual([]);
  });

  it.each<[string, Record<string, { message: string }>, string]>([
    ['a key that is missing', {}, 'lacks "a"'],
    ['a key too many', { a: { message: 'x $1' }, b: { message: 'y' } }, 'has "b"'],
    ['another placeholder', { a: { message: 'x $2' } }, 'other placeholders'],
    ['an empty text', { a: { message: ' ' } }, 'nothing in "a"'],
  ])('are not complete with %s', (_, locale, problem) => {
    expect(localeProblems({ a: { message: 'A $1' } }, locale).join()).toContain(problem);
  });
});

describe('the words of the interface', () => {
  it('are all used', () => {
    const used = new Set(sources.flatMap(({ source }) => literalsOf(source)));
    const config = readFileSync(`${ROOT}wxt.config.ts`, 'utf8');
    const isUsed = (key: string) => used.has(key) || used.has(key.replace(/_(one|other)$/, '')) || config.includes(`__MSG_${key}__`);
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('all come from public/_locales', () => {
    const views = sources.filter(({ file }) => file.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(8);
    expect(views.flatMap(({ file, source }) => shownStrings(source).map((words) => `${file}: ${words}`))).toEqual([]);
  });

  it('do not stand in pages either', () => {
    const pages = readdirSync(`${ROOT}entrypoints`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('popup/index.html');
    const words = pages.map((name) =>
      readFileSync(`${ROOT}entrypoints/${name}`, 'utf8')
        .replace(/<[^>]*>/g, ' ')
        .trim(),
    );
    expect(words.filter((text) => text !== 'Sofar' && text !== '')).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 'Hello'],
    ["<p>{'Hello'}</p>", 'Hello'],
    ['<p>{open ? `Hello ${name}` : null}</p>', 'Hello'],
    ['<img alt="A house" />', 'A house'],
    ["<button aria-label={isOpen ? 'Close' : t('open')} />", 'Close'],
    ['<button title={`${name} removed`} />', 'removed'],
    ['<Switch label="On" />', 'On'],
    ["<p>{['one', t('two')].join(' ')}</p>", 'one'],
  ])('are found where they are hard-coded: %s', (source, words) => {
    expect(shownStrings(`const view = ${source};`)).toEqual([words]);
  });

  it.each([
    '<h1>Sofar</h1>',
    "<p>{kind === 'actor' && <b>{name}</b>}</p>",
    '<p>+1 · {count}</p>',
    "<p>{t('hello')}</p>",
    '<p class="quiet" id="hello" />',
    "<button aria-label={`${show.title}: +1, ${t('watchedNext', next)}`} />",
    "<p>{[a, t('b')].filter(Boolean).join(' · ')}</p>",
  ])('are allowed as %s', (source) => {
    expect(shownStrings(`const view = ${source};`)).toEqual([]);
  });
});
