import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, IGNORED, isApostrophe, isDash, isSpace, isUnspaced, SEPARATOR } from '../../lib/text/characters.ts';
import { compileGazetteer, nameWords } from '../../lib/text/gazetteer.ts';
import { anyText } from '../support/texts.ts';

/** What is found, as "name at text" lines are too hard to read: the stretches themselves. */
function found(names: string[], text: string): string[] {
  const stretches: string[] = [];
  compileGazetteer(names).find(text, (start, end) => stretches.push(text.slice(start, end)));
  return stretches;
}

describe('names in text', () => {
  it.each<[string, string[], string, string[]]>([
    ['a name', ['Nick'], 'Then Nick left.', ['Nick']],
    ['at both ends', ['Nick'], 'Nick met Nick', ['Nick', 'Nick']],
    ['in lower case', ['Nick Nelson'], 'then nick nelson left', ['nick nelson']],
    ['in capitals', ['Nick Nelson'], 'NICK NELSON LEAVES', ['NICK NELSON']],
    ['not inside a word', ['Nick'], 'A nickname, a snick, Nick2, Nicky', []],
    ['beside an underscore', ['Nick'], '_Nick_', ['Nick']],
    ['beside punctuation', ['Nick'], '(Nick),Nick;"Nick"/Nick…', ['Nick', 'Nick', 'Nick', 'Nick']],
    ['a hashtag and a handle', ['Nick'], '#Nick @nick', ['Nick', 'nick']],
    ['accents in the text', ['Jose'], 'José and Jose\u0301', ['José', 'Jose\u0301']],
    ['accents in the name', ['José'], 'Jose and JOSÉ', ['Jose', 'JOSÉ']],
    ['a possessive', ['Nick'], "Nick's, Nick’s, Nick´s, Nick`s and NickʼS", ['Nick', 'Nick', 'Nick', 'Nick', 'Nick']],
    ['a possessive after s', ['Silas'], "Silas' hat, Silas’ coat", ['Silas', 'Silas']],
    ['an apostrophe within', ["O'Brien"], 'O’Brien, O`Brien, OʼBrien, O′Brien', ['O’Brien', 'O`Brien', 'OʼBrien', 'O′Brien']],
    ['a name with H’', ['Jaqen H’ghar'], "Jaqen H'ghar smiles", ["Jaqen H'ghar"]],
    [
      'dashes of every kind',
      ['Jean-Luc'],
      'Jean-Luc Jean‐Luc Jean‑Luc Jean–Luc Jean—Luc Jean−Luc',
      ['Jean-Luc', 'Jean‐Luc', 'Jean‑Luc', 'Jean–Luc', 'Jean—Luc', 'Jean−Luc'],
    ],
    ['a dash written as a space', ['Jean-Luc'], 'Jean Luc', ['Jean Luc']],
    ['a space written as a dash', ['Nick Nelson'], '/people/nick-nelson', ['nick-nelson']],
    ['a dash with spaces', ['Jean-Luc'], 'Jean - Luc', ['Jean - Luc']],
    ['a soft hyphen', ['Nelson'], 'Nel\u00adson', ['Nel\u00adson']],
    ['zero width characters', ['Nelson'], 'Nel\u200bson and Nel\u200dson', ['Nel\u200bson', 'Nel\u200dson']],
    ['a no-break space', ['Nick Nelson'], 'Nick\u00a0Nelson', ['Nick\u00a0Nelson']],
    ['a line end', ['Nick Nelson'], 'Nick\nNelson', ['Nick\nNelson']],
    ['not across a gap', ['Nick Nelson'], 'Nick     Nelson', []],
    ['not across a comma', ['Nick Nelson'], 'Nick, Nelson', []],
    ['initials', ['J. J. Abrams'], 'J. J. Abrams, J.J. Abrams, J J Abrams', ['J. J. Abrams', 'J.J. Abrams', 'J J Abrams']],
    ['an initial in the middle', ['Holly J. Sinclair'], 'Holly J Sinclair and Holly J. Sinclair', ['Holly J Sinclair', 'Holly J. Sinclair']],
    ['a title with a full stop', ['Mr. Farouk'], 'Mr Farouk and Mr. Farouk', ['Mr Farouk', 'Mr. Farouk']],
    ['numbers', ['001', 'Player 456'], 'Player 001 beats player 456, not 0010', ['001', 'player 456']],
    ['the longest', ['Nick', 'Nick Nelson', 'Nick Nelson Jr'], 'Nick Nelson Jr, Nick Nelson, Nick', ['Nick Nelson Jr', 'Nick Nelson', 'Nick']],
    ['the longest that is whole', ['Nick', 'Nick Nelson Jr'], 'Nick Nelson left', ['Nick']],
    ['the leftmost of two that overlap', ['Nick Nelson', 'Nelson Mandela'], 'Nick Nelson Mandela', ['Nick Nelson']],
    ['a second one behind a failed long one', ['Nick Nelson Jr', 'Nelson'], 'Nick Nelson', ['Nelson']],
    ['a name that repeats its word', ['Ben Ben Hur', 'Ben Hur'], 'Ben Ben Ben Hur', ['Ben Ben Hur']],
    ['of many with one first word', ['The Wall', 'The Wall of Ice', 'The Watch'], 'the wall of ice, The Watch', ['the wall of ice', 'The Watch']],
    ['Han among Han', ['太郎'], '山田太郎は', ['太郎']],
    ['Katakana', ['エレン'], 'そしてエレンは', ['エレン']],
    ['Han with its mark of repetition', ['佐々木'], 'それは佐々木です', ['佐々木']],
    ['Han with digits', ['第3話'], '今日は第3話です', ['第3話']],
    ['Hangul before a particle', ['성기훈'], '그리고 성기훈은 떠났다', ['성기훈']],
    ['no other Hangul with the same first sounds', ['성기훈'], '사가하 싱갈호', []],
    ['Cyrillic', ['Аня'], 'и АНЯ ушла', ['АНЯ']],
    ['Arabic', ['ليلى'], 'ثم ليلى ذهبت', ['ليلى']],
    ['beside emoji', ['Nick'], '😀Nick😀', ['Nick']],
    ['beside halves of emoji', ['Nick'], '\ude00Nick\ud83d', ['Nick']],
    ['nothing in nothing', ['Nick'], '', []],
  ])('%s', (_, names, text, expected) => {
    expect(found(names, text)).toEqual(expected);
  });

  it.each([[[]], [['', ' ', '…', '😀', '\u200b']]])('finds nothing where there is nothing to find: %j', (names) => {
    expect(found(names, 'Nick … 😀 \u200b left.')).toEqual([]);
  });

  it('gives the index of the first of the names that are written alike', () => {
    const indices: number[] = [];
    compileGazetteer(['…', 'JOSE', 'José']).find('josé', (_s, _e, index) => indices.push(index));
    expect(indices).toEqual([1]);
  });

  it('keeps every name of ten thousand apart', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `Person${i} Family${i % 7}`);
    const indices: number[] = [];
    compileGazetteer(names).find(names.join('; '), (_s, _e, index) => indices.push(index));
    expect(indices).toEqual(names.map((_, i) => i));
  });

  it.each([
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['first words alone', 'Nick '.repeat(40_000)],
    ['nothing but joiners', '-'.repeat(1_000_000)],
  ])('reads %s in a moment', (_, text) => {
    const gazetteer = compileGazetteer(['Nick Nelson', 'a b', 'Nick Nick Nick Nick Hope']);
    const started = performance.now();
    gazetteer.find(text, () => undefined);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the words of a name', () => {
  it.each<[string, string[]]>([
    ['Jaqen H’ghar', ['jaqen', 'h', 'ghar']],
    ['  Nick   Nelson ', ['nick', 'nelson']],
    ['Nel\u00adson', ['nelson']],
    ['山田Nick太郎', ['山', '田', 'nick', '太', '郎']],
    ['…', []],
    ['', []],
  ])('%j', (name, words) => expect(nameWords(name)).toEqual(words));
});

/** The matcher as one would write it who has all the time in the world: every name at every word, the longest wins. */
function findNaively(names: readonly string[], text: string): [number, number, number][] {
  const words: { form: string; start: number; end: number }[] = [];
  for (let i = 0; i < text.length; ) {
    const folded = fold(text.charCodeAt(i));
    if (folded === SEPARATOR || folded === IGNORED) {
      i++;
      continue;
    }
    const start = i;
    let form = String.fromCharCode(folded);
    i++;
    if (!isUnspaced(text.charCodeAt(start)))
      for (; i < text.length; i++) {
        const next = fold(text.charCodeAt(i));
        if (next === SEPARATOR || isUnspaced(text.charCodeAt(i))) break;
        if (next !== IGNORED) form += String.fromCharCode(next);
      }
    words.push({ form, start, end: i });
  }
  const joins = (a: { end: number }, b: { start: number }) => {
    const gap = text.slice(a.end, b.start);
    if (gap === '') return isUnspaced(text.charCodeAt(b.start)) || isUnspaced(text.charCodeAt(a.end - 1));
    return (
      gap.length <= 3 && [...gap].every((char) => isSpace(char.charCodeAt(0)) || isDash(char.charCodeAt(0)) || isApostrophe(char.charCodeAt(0)) || char === '.')
    );
  };
  const hits: [number, number, number][] = [];
  const forms = names.map(nameWords);
  for (let w = 0; w < words.length; ) {
    let best = -1;
    forms.forEach((form, name) => {
      if (form.length === 0 || w + form.length > words.length) return;
      const matches = form.every((word, i) => words[w + i]?.form === word && (i === 0 || joins(words[w + i - 1] as never, words[w + i] as never)));
      if (matches && form.length > (forms[best]?.length ?? 0)) best = name;
    });
    if (best < 0) {
      w++;
      continue;
    }
    const length = (forms[best] as string[]).length;
    hits.push([words[w]?.start as number, words[w + length - 1]?.end as number, best]);
    w += length;
  }
  return hits;
}

describe('any names in any text', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    'A',
    'é',
    'e\u0301',
    'ab',
    'Ba',
    '1',
    '山',
    '田',
    'ア',
    ' ',
    ' ',
    '-',
    '–',
    "'",
    '’',
    '.',
    ',',
    '\u00ad',
    '\u200b',
    '\n',
    '😀',
    '\ud83d',
    '  ',
    'я',
  );
  const text = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));

  it('are found as the naive matcher finds them', () => {
    fc.assert(
      fc.property(fc.array(text(6), { maxLength: 12 }), text(60), (names, page) => {
        const hits: [number, number, number][] = [];
        compileGazetteer(names).find(page, (start, end, index) => hits.push([start, end, index]));
        expect(hits).toEqual(findNaively(names, page));
      }),
      { numRuns: 2000 },
    );
  });

  it('are found in themselves', () => {
    fc.assert(
      fc.property(text(8), (name) => {
        fc.pre(nameWords(name).length > 0 && !/[,😀\ud83d]|[\u00ad\u200b]|[\s.'’–-]{4}/u.test(name));
        expect(found([name], `, ${name} ,`)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('lie inside the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(anyText(10), { maxLength: 10 }), anyText(), (names, page) => {
        const whole = `${page}${names.join(' ')}`;
        let last = 0;
        compileGazetteer(names).find(whole, (start, end) => {
          if (start < last || end <= start) throw new Error(`${start}..${end} after ${last}`);
          last = end;
        });
        expect(last).toBeLessThanOrEqual(whole.length);
      }),
    );
  });
});
