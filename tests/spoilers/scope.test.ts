import { describe, expect, it } from 'vitest';
import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { compileNameBook, findHits } from '../../lib/spoilers/nameBook.ts';
import type { BlockText } from '../../lib/spoilers/pageText.ts';
import { PageScopes, type ShowScope, urlWords } from '../../lib/spoilers/scope.ts';
import { isWrittenAsName } from '../../lib/spoilers/scopePoints.ts';
import { block } from '../support/engine.ts';
import { otherPack, saltmarsh } from '../support/packs.ts';

const tuesday = otherPack({
  id: 'tuesday',
  title: 'Tuesday',
  titleIsCommon: true,
  scopeWords: ['Ravensgate Academy'],
  people: [
    {
      id: 'petra',
      names: [
        { text: 'Petra Holm', kind: 'full' },
        { text: 'Petra', kind: 'given' },
      ],
    },
    {
      id: 'oskar',
      names: [
        { text: 'Oskar Lund', kind: 'full' },
        { text: 'Oskar', kind: 'given' },
      ],
    },
    { id: 'ivo', names: [{ text: 'Ivo Brandt', kind: 'full' }] },
    { id: 'zelda', names: [{ text: 'Zelda Krantz', kind: 'full' }] },
  ],
});
const spinOff = otherPack({
  id: 'gull-rock',
  title: 'Gull Rock',
  people: [
    { id: 'mara', names: [{ text: 'Mara Quill', kind: 'full' }] },
    { id: 'ines', names: [{ text: 'Inez Vale', kind: 'full' }] },
    { id: 'rolf', names: [{ text: 'Rolf Tarn', kind: 'full' }] },
    { id: 'greta', names: [{ text: 'Greta Mole', kind: 'full' }] },
    { id: 'piet', names: [{ text: 'Piet Sorrel', kind: 'full' }] },
  ],
});
const book = compileNameBook([saltmarsh(), tuesday, spinOff].map(compileShow));
const LANE = 0;
const TUESDAY = 1;
const GULL = 2;

function scopesOf(page: { title?: string; url?: string; blocks?: (string | BlockText)[] }) {
  const blocks = (page.blocks ?? []).map((item) => (typeof item === 'string' ? block(item) : item));
  const scopes = new PageScopes(book, { title: page.title ?? '', url: page.url ?? 'https://example.com/' });
  for (const part of blocks) scopes.noteBlock(part, findHits(book, part.text));
  return {
    covers: (show: number) => (scopes.shows[show] as ShowScope).coversPage,
    section: (show: number, first = 0, end = blocks.length) => {
      const part = blocks.slice(first, end);
      return (scopes.shows[show] as ShowScope).coversSection(
        part,
        part.map(({ text }) => findHits(book, text)),
      );
    },
  };
}

describe('a page that names the show', () => {
  it.each([
    ['Saltmarsh Lane – Wikipedia'],
    ['Everything about Saltmarsh Lane season 2'],
    ['SALTMARSH LANE RECAP'],
    ['#SaltmarshLane'],
    ['r/saltmarshlane'],
    ['The 10 best scenes of SML'],
  ])('is about it by its title %j', (title) => expect(scopesOf({ title }).covers(LANE)).toBe(true));

  it.each([
    ['https://example.com/recaps/saltmarsh-lane-season-2-episode-1'],
    ['https://example.com/wiki/Saltmarsh_Lane'],
    ['https://example.com/saltmarshlane/'],
    ['https://example.com/search?q=saltmarsh+lane'],
    ['https://example.com/a%20saltmarsh%20lane%20guide'],
  ])('is about it by its address %j', (url) => expect(scopesOf({ url }).covers(LANE)).toBe(true));

  it('is about it by its main heading', () => {
    expect(scopesOf({ blocks: [block('Saltmarsh Lane', 'heading', 1)] }).covers(LANE)).toBe(true);
  });

  it.each([
    ['a lower heading', [block('Saltmarsh Lane', 'heading', 3)]],
    ['a sentence', ['She loved Saltmarsh Lane.']],
  ])('is not about it by %s alone', (_, blocks) => expect(scopesOf({ blocks }).covers(LANE)).toBe(false));

  it.each([['a walk along the saltmarsh lane'], ['Quill and Ash, solicitors'], ['sml'], ['Mara'], ['']])('is not about it by the title %j', (title) => {
    expect(scopesOf({ title }).covers(LANE)).toBe(false);
  });

  it.each([['not an address'], ['https://example.com/%E0%A4%A'], [''], ['about:blank'], ['data:text/html,x']])('bears the address %j', (url) => {
    expect(scopesOf({ url }).covers(LANE)).toBe(false);
  });
});

describe('a page that names nobody’s show', () => {
  it('is about the show where it names enough that only the show has', () => {
    expect(scopesOf({ blocks: ['Mara Quill and Tobin Ash met Odile Quill near Gullhaven.'] }).covers(LANE)).toBe(true);
  });

  it('is not about it for first names that anybody may have', () => {
    expect(scopesOf({ blocks: ['Mara and Will met Tobin.', 'Then Will left with Mara and Odile.', 'Quill, Mara, Will.'] }).covers(LANE)).toBe(false);
  });

  it('needs less where the page talks about something watched', () => {
    const names = 'Mara Quill went to Gullhaven with Tobin.';
    expect(scopesOf({ blocks: [names] }).covers(LANE)).toBe(false);
    expect(scopesOf({ blocks: [names, 'I binged every episode; that finale!'] }).covers(LANE)).toBe(true);
  });

  it('is not about it for talk of television alone', () => {
    expect(
      scopesOf({ blocks: ['I binged every episode of it on Netflix, the finale and the pilot, all characters and actors, S1 and S2.'] }).covers(LANE),
    ).toBe(false);
  });

  it('counts every name once, however often it stands there', () => {
    expect(scopesOf({ blocks: Array(50).fill('Mara Quill spoke.') as string[] }).covers(LANE)).toBe(false);
  });

  it('does not take a phrase in lower case for a name', () => {
    expect(scopesOf({ blocks: ['a mara quill, some tobin ash, a will penrose and an odile quill'] }).covers(LANE)).toBe(false);
  });

  it('stays in scope once it was', () => {
    const scopes = new PageScopes(book, { title: 'Saltmarsh Lane', url: '' });
    scopes.notePage({ title: 'Something else', url: '' });
    expect(scopes.shows[LANE]?.coversPage).toBe(true);
  });
});

describe('a common title', () => {
  it.each([['Tuesday'], ['What to do on Tuesday'], ['Tuesday briefing: three things to know'], ['Closed on tuesday']])('proves nothing: %j', (title) =>
    expect(scopesOf({ title }).covers(TUESDAY)).toBe(false),
  );

  it.each([['Tuesday season 2 cast'], ['Tuesday recap: S1E1'], ['Tuesday on Netflix'], ['Tuesday (TV series) - Wikipedia']])(
    'is a show beside words of television: %j',
    (title) => expect(scopesOf({ title }).covers(TUESDAY)).toBe(true),
  );

  it('is a show where the page has its people too', () => {
    expect(scopesOf({ title: 'Tuesday', blocks: ['Petra Holm came to Ravensgate Academy.'] }).covers(TUESDAY)).toBe(true);
  });

  it.each([
    ['https://news.example/2024/tuesday', false],
    ['https://news.example/tuesday-briefing', false],
    ['https://tv.example/tuesday-season-2-recap', true],
    ['https://tv.example/shows/tuesday/episodes', true],
  ])('in the address %s', (url, covered) => expect(scopesOf({ url }).covers(TUESDAY)).toBe(covered));
});

describe('several shows', () => {
  it('are told apart on one page', () => {
    const page = scopesOf({ title: 'Saltmarsh Lane season 2' });
    expect([page.covers(LANE), page.covers(TUESDAY), page.covers(GULL)]).toEqual([true, false, false]);
  });

  it('stand in each other’s way where they share people and only one is named', () => {
    const blocks = ['Mara Quill, Inez Vale, Rolf Tarn and Greta Mole meet Piet Sorrel.'];
    expect(scopesOf({ blocks }).covers(GULL)).toBe(true);
    expect(scopesOf({ title: 'Saltmarsh Lane', blocks }).covers(GULL)).toBe(false);
  });

  it('are both covered where both are named', () => {
    const page = scopesOf({ title: 'Saltmarsh Lane and Gull Rock compared' });
    expect([page.covers(LANE), page.covers(GULL)]).toEqual([true, true]);
  });
});

describe('sections', () => {
  const blocks = [
    block('The best of last year', 'heading', 1),
    block('Saltmarsh Lane', 'heading', 2),
    block('Mara Quill and Tobin Ash come to Gullhaven.'),
    block('Gardening', 'heading', 2),
    block('Plant your bulbs before the first frost.'),
  ];

  it('of a page about something else are in scope where they speak of the show', () => {
    const page = scopesOf({ title: 'The best of last year', blocks: blocks.map((part, i) => (i === 1 ? { ...part, text: 'A favourite' } : part)) });
    expect(page.section(LANE, 1, 3)).toBe(true);
    expect(page.section(LANE, 3, 5)).toBe(false);
  });

  it('under headings of other shows are out of scope on a page that covers several', () => {
    const page = scopesOf({ title: 'Saltmarsh Lane and other shows', blocks });
    expect(page.section(LANE, 1, 3)).toBe(true);
    expect(page.section(LANE, 3, 5)).toBe(false);
  });

  it('are all in scope on a page about the show alone', () => {
    const page = scopesOf({
      title: 'Saltmarsh Lane',
      blocks: [block('Plot', 'heading', 2), block('A storm comes.'), block('Cast', 'heading', 2), block('Nobody knows.')],
    });
    expect([page.section(LANE, 0, 2), page.section(LANE, 2, 4)]).toEqual([true, true]);
  });
});

describe('the words of an address', () => {
  it.each([
    ['https://example.com/recaps/stranger-things-s4e4', ' recaps stranger things s4e4'],
    ['https://example.com/StrangerThings', ' Stranger Things'],
    ['https://example.com/a?q=b+c&d=e', ' a q b c d e'],
    ['https://example.com/%C3%A9', ' é'],
    ['nonsense', 'nonsense'],
  ])('%s', (url, words) => expect(urlWords(url)).toBe(words));
});

describe('the capitals of a name', () => {
  it.each([
    ['Stranger Things', 'Stranger Things', true],
    ['stranger things', 'Stranger Things', false],
    ['Stranger things', 'Stranger Things', false],
    ['STRANGER THINGS', 'Stranger Things', true],
    ['The Wall', 'the Wall', true],
    ['the wall', 'the Wall', false],
    ['Jean–Luc', 'Jean-Luc', true],
  ])('%s as %s: %s', (text, name, expected) => expect(isWrittenAsName(text, { start: 0, end: text.length, name: 0 }, name)).toBe(expected));
});
