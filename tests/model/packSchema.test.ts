import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackError, parsePack } from '../../lib/model/packSchema.ts';
import { type PackInput, saltmarshInput } from '../support/packs.ts';

/** The problems of the invented show after a change. */
function problemsOf(change: (input: PackInput) => unknown): string[] {
  const input = saltmarshInput();
  const changed = change(input) ?? input;
  try {
    parsePack(changed);
    return [];
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}

/** Sets what stands at a path, past all types: hostile input has none. */
function put(input: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  const target = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], input) as Record<string, unknown>;
  Object.defineProperty(target, last, { value, enumerable: true, configurable: true, writable: true });
}

describe('the pack schema', () => {
  it('takes a good pack and fills in what is left out', () => {
    const pack = parsePack(saltmarshInput());
    expect(pack.show.titleIsCommon).toBe(false);
    expect(pack.seasons[0]?.episodes[0]?.facts[0]?.confidence).toBe('high');
    expect(pack.seasons[0]?.episodes[1]?.facts[1]?.severity).toBe(2);
  });

  it('does not change what it is given', () => {
    const input = saltmarshInput();
    parsePack(input);
    expect(input).toEqual(saltmarshInput());
  });

  it('takes what it made itself', () => {
    const pack = parsePack(saltmarshInput());
    expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
  });

  it.each([undefined, null, 0, '', 'pack', [], [saltmarshInput()], () => saltmarshInput(), Symbol('pack')])('refuses what is no pack: %o', (value) => {
    expect(() => parsePack(value)).toThrow(PackError);
  });

  it.each<[string, string, unknown]>([
    ['another format', 'format', 2],
    ['a format in letters', 'format', '1'],
    ['an id with a path in it', 'show.id', '../../etc'],
    ['an id with capitals', 'show.id', 'Saltmarsh'],
    ['an empty id', 'show.id', ''],
    ['an id with a line end', 'show.id', 'saltmarsh\n'],
    ['an id of a thousand letters', 'show.id', 'a'.repeat(1000)],
    ['a version of 0', 'show.version', 0],
    ['half a version', 'show.version', 1.5],
    ['a version that is no number', 'show.version', Number.NaN],
    ['an endless version', 'show.version', Number.POSITIVE_INFINITY],
    ['an empty title', 'show.title', ''],
    ['a title of spaces', 'show.title', '   '],
    ['a title of a megabyte', 'show.title', 'x'.repeat(1_000_000)],
    ['a title that is an object', 'show.title', { toString: () => 'Saltmarsh Lane' }],
    ['no title', 'show.title', undefined],
    ['an IMDb id with markup', 'show.ids.imdb', 'tt1234567"><script>'],
    ['an unknown id', 'show.ids.netflix', 1],
    ['a thousand scope words', 'show.scopeWords', Array(1000).fill('word')],
    ['a list that only looks like one', 'show.scopeWords', { length: 1, 0: 'word' }],
    ['a source that runs code', 'show.sources.own.url', 'javascript:alert(1)'],
    ['a source with data for an address', 'show.sources.own.url', 'data:text/html,<script>alert(1)</script>'],
    ['a source that is no address', 'show.sources.own.url', 'not an address'],
    ['an address of a megabyte', 'show.sources.own.url', `https://example.com/${'x'.repeat(1_000_000)}`],
    ['ten thousand sources', 'show.sources', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`s${i}`, { title: 'Source' }]))],
    ['no people list', 'entities', null],
    ['an entity without a name', 'entities.0.names', []],
    ['21 names', 'entities.0.names', Array(21).fill({ text: 'Mara', kind: 'given' })],
    ['an unknown kind', 'entities.0.kind', 'villain'],
    ['an unknown kind of name', 'entities.0.names.0.kind', 'alias'],
    ['a weight of 4', 'entities.0.weight', 4],
    ['a code in lower case', 'entities.0.revealedIn', 's1e1'],
    ['an entity that is never revealed', 'entities.0.revealedIn', undefined],
    ['a misspelt key', 'entities.0.revealedin', 'S1E1'],
    ['a truth in letters', 'entities.0.names.0.common', 'yes'],
    ['an unknown type of fact', 'seasons.0.episodes.0.facts.0.type', 'twist'],
    ['a fact about a number', 'seasons.0.episodes.0.facts.0.who', [1]],
    ['a fact that is too long', 'seasons.0.episodes.0.facts.0.text', 'x'.repeat(301)],
    ['61 facts', 'seasons.0.episodes.0.facts', Array(61).fill({ type: 'other', who: [], text: 'A fact.' })],
    ['no seasons', 'seasons', []],
    ['61 seasons', 'seasons', Array.from({ length: 61 }, (_, s) => ({ ...(saltmarshInput().seasons[0] as object), season: s + 1 }))],
    ['season 0', 'seasons.0.season', 0],
    ['a season without episodes', 'seasons.0.episodes', []],
    ['a date that is none', 'seasons.0.episodes.0.airs', 'March 2021'],
    ['a day that no month has', 'seasons.0.episodes.0.airs', '2021-01-32'],
    ['an own key __proto__', '__proto__', { polluted: true }],
  ])('refuses %s', (_, path, value) => {
    const problems = problemsOf((input) => put(input, path, value));
    expect(problems.length).toBeGreaterThan(0);
  });

  it('says where it went wrong, one line a problem', () => {
    const problems = problemsOf((input) => {
      put(input, 'entities.1.weight', 9);
      put(input, 'seasons.1.episodes.2.airs', 'soon');
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['entities.1.weight', 'seasons.1.episodes.2.airs']);
  });

  it('pollutes no prototype', () => {
    const json = JSON.stringify(saltmarshInput()).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},');
    expect(() => parsePack(JSON.parse(json))).toThrow(PackError);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('drops a prototype that stands among the sources', () => {
    const input = saltmarshInput();
    put(input, 'show.sources.__proto__', { title: 'Source' });
    const { sources } = parsePack(input).show;
    expect(Object.keys(sources)).toEqual(['own']);
    expect((sources as Record<string, unknown>).title).toBeUndefined();
  });

  it('trims texts and keeps markup as the text that it is', () => {
    const input = saltmarshInput();
    input.show.title = '  <b>Saltmarsh</b> Lane ';
    expect(parsePack(input).show.title).toBe('<b>Saltmarsh</b> Lane');
  });

  it('throws nothing but PackError, whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (value) => {
        expect(() => parsePack(value)).toThrow(PackError);
      }),
    );
  });

  it('throws nothing but PackError where one value in a good pack is replaced', () => {
    const paths = [
      'show',
      'show.ids',
      'show.sources',
      'show.sources.own',
      'entities',
      'entities.0',
      'entities.0.names',
      'seasons.0',
      'seasons.0.episodes.0.facts',
      'seasons.1.episodes',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything({ withBigInt: true }), (path, value) => {
        expect(() => problemsOf((input) => put(input, path, value))).not.toThrow();
      }),
    );
  });
});
