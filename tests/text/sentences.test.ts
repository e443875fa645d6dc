import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpace } from '../../lib/text/characters.ts';
import { splitSentences } from '../../lib/text/sentences.ts';
import { anyText } from '../support/texts.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('one sentence stays one', () => {
  it.each([
    'Nick tells Mr. Farouk.',
    'He saw Dr. Brenner and Mrs. Wheeler there.',
    'St. Clair and Lt. Col. Braddock met.',
    'See S2 E4 for more.',
    'See S2.E4 for more.',
    'It opens in S. 2 Ep. 4 with a funeral.',
    'In ep. 5 she dies.',
    'That was No. 10 of the list.',
    'J. J. Abrams wrote it.',
    'J.J. Abrams and George R. R. Martin wrote it.',
    'Helly R. wakes up on a table.',
    'A U.S. television series.',
    'The U.K. version came first.',
    'It ran from Jan. 5 to Feb. 3.',
    'Breaking Bad vs. Better Call Saul.',
    'It cost 3.5 million dollars.',
    'It scored 9.8 of 10.',
    'Version 2.0.1 is out.',
    'Go to example.com and read on.',
    'Wait … what happened?',
    'Wait... what happened?',
    '“Really?” he asks.',
    '"Run!" she shouts at him.',
    "'Why?' asks Nick.",
    '“Are you … sure?” he said.',
    'He left (why?) without a word.',
    'He was . . . gone.',
    'It begins at 9 p.m. on Friday.',
    'e.g. the dragon',
    'Nick a.k.a. the rugby lad.',
    'Yahoo! is not what it was.',
    'No end mark at all',
    '…and then it was over',
    '山田はそこにいる',
  ])('%s', (text) => expect(split(text)).toEqual([text]));
});

describe('two sentences are two', () => {
  it.each([
    ['Nick left.', 'Charlie stayed.'],
    ['Is he dead?', 'Yes.'],
    ['He is dead!', 'Really.'],
    ['He is dead…', 'Or is he?'],
    ['He is dead...', 'Or is he?'],
    ['“He is dead.”', 'She cries.'],
    ['She said: “He is dead.”', '“No,” he said.'],
    ["She said 'go.'", 'He went.'],
    ['(He is dead.)', 'She cries.'],
    ['He left.[3]', 'She stayed.'],
    ['What?!', 'No way.'],
    ['It was I.', 'Nobody else came.'],
    ['Who?!', 'nobody knows.'],
    ['He left.[note 2][4]', 'She stayed.'],
    ['It was No.', 'She said it again.'],
    ['She runs Acme Inc.', 'He does not.'],
    ['He likes dogs, cats, etc.', 'She does not.'],
    ['It was in S2E4.', 'Then he left.'],
    ['He was born in 1994.', 'She was not.'],
    ['That is season 2.', 'Season 3 follows.'],
    ['i loved it.', 'then he died.'],
    ['lol no.', 'he dies in ep 5'],
    ['so good!', 'He dies'],
    ['He dies.', '– So does she.'],
    ['He dies.', '😀 She lives.'],
    ['彼は死んだ。', '彼女は泣いた。'],
    ['本当？', '嘘！'],
    ['Él murió.', '¿Quién lo mató?'],
    ['Он умер.', 'Она плачет.'],
  ])('%s | %s', (first, second) => {
    const joined = /[。？！]$/.test(first) ? `${first}${second}` : `${first} ${second}`;
    expect(split(joined)).toEqual([first, second]);
  });
});

describe('lines and lists', () => {
  it.each<[string, string[]]>([
    ['Nick\nCharlie', ['Nick', 'Charlie']],
    ['Nick\r\nCharlie', ['Nick', 'Charlie']],
    ['\n\n  Nick left.  \n\n Charlie stayed. \n', ['Nick left.', 'Charlie stayed.']],
    ['Nick\u2028Charlie\u2029Tao', ['Nick', 'Charlie', 'Tao']],
    ['Mr.\nFarouk', ['Mr.', 'Farouk']],
    ['1. Nick\n2. Charlie', ['1. Nick', '2. Charlie']],
    ['• Nick • Charlie', ['• Nick • Charlie']],
    ['', []],
    ['   \n\t\u00a0 ', []],
    ['.', ['.']],
    ['...', ['...']],
    ['3:41 · 2.1M views She dies in the finale', ['3:41 · 2.1M views', 'She dies in the finale']],
    ['She dies 12:03 · 5 views', ['She dies', '12:03 · 5 views']],
    ['?!?!', ['?!?!']],
  ])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '. ',
      '.',
      '!',
      '? ',
      '…',
      '...',
      '"',
      '”',
      '’',
      "'",
      '(',
      ')',
      '\n',
      ' ',
      '\u00a0',
      '。',
      '「',
      '」',
      'Mr. ',
      'J. ',
      'etc. ',
      'ep. ',
      'No. ',
      '5',
      'I. ',
      'A',
      'he ',
      'Nick ',
      '\ud83d',
      '\ude00',
      '😀',
      '-',
      '\u2028',
      ' · ',
      '3:41 · ',
      '· 5 views ',
    ),
    anyText(4),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is split into spans that are in order, apart, inside, trimmed, and hold all that is visible', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const spans = splitSentences(whole);
        let last = 0;
        let gaps = '';
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(isSpace(whole.charCodeAt(start)) || isSpace(whole.charCodeAt(end - 1))).toBe(false);
          gaps += whole.slice(last, start);
          last = end;
        }
        gaps += whole.slice(last);
        expect(last).toBeLessThanOrEqual(whole.length);
        expect([...gaps].every((char) => isSpace(char.charCodeAt(0)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is split the same way after a line of its own', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const shifted = splitSentences(second).map(({ start, end }) => ({ start: start + first.length + 1, end: end + first.length + 1 }));
        expect(splitSentences(`${first}\n${second}`)).toEqual([...splitSentences(first), ...shifted]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a megabyte without a space', 'a'.repeat(1_000_000)],
    ['a megabyte of full stops', '.'.repeat(1_000_000)],
    ['a megabyte of spaced full stops', '. '.repeat(500_000)],
    ['a megabyte of closing quotes', '”'.repeat(1_000_000)],
    ['a megabyte of spaces behind marks', `!${' '.repeat(1_000_000)}`],
    ['marks with far ends', `${'! " '.repeat(5000)}a`],
  ])('%s takes a moment', (_, whole) => {
    const started = performance.now();
    splitSentences(whole);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
