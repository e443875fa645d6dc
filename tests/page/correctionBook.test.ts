import { describe, expect, it } from 'vitest';
import { type Correction, sentenceKey } from '../../lib/model/correction.ts';
import { CorrectionBook } from '../../lib/page/correctionBook.ts';

const correction = (kind: Correction['kind'], show: string, text: string): Correction => ({
  kind,
  show,
  text: sentenceKey(text),
  host: 'a.example',
  madeAt: 1,
});

describe('what the viewer corrected', () => {
  const book = new CorrectionBook([
    correction('show', 'lane', 'Mara leaves.'),
    correction('hide', 'lane', 'Tobin  sings.'),
    correction('hide', 'other', 'Odile waits.'),
  ]);

  it.each([
    ['lane', 'Mara leaves.', true],
    ['lane', ' Mara\n leaves. ', true],
    ['other', 'Mara leaves.', false],
    ['lane', 'Mara leaves', false],
    ['lane', 'Tobin sings.', false],
    ['__proto__', 'Mara leaves.', false],
  ])('in %s, of %j: shown %s', (show, text, isShown) => expect(book.isShown(show, text)).toBe(isShown));

  it('keeps what is to be hidden by show', () => {
    expect(book.showsWithHidden).toEqual(['lane', 'other']);
    expect([...book.hiddenIn('lane')]).toEqual(['Tobin sings.']);
    expect(book.hiddenIn('constructor').size).toBe(0);
  });

  it('asks nothing of a page where nothing was corrected', () => {
    expect(new CorrectionBook([]).showsWithHidden).toEqual([]);
  });
});
