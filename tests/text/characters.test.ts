import { describe, expect, it } from 'vitest';
import { fold, IGNORED, isApostrophe, isDash, isSpace, isUnspaced, isUpper, SEPARATOR } from '../../lib/text/characters.ts';

const unit = (char: string) => char.charCodeAt(0);
const foldText = (text: string) => {
  const units = Array.from({ length: text.length }, (_, i) => fold(text.charCodeAt(i))).filter((folded) => folded !== IGNORED);
  return String.fromCharCode(...units.map((folded) => (folded === SEPARATOR ? 0x20 : folded)));
};

describe('folding', () => {
  it.each([
    ['José', 'jose'],
    ['JOSÉ', 'jose'],
    ['Jose\u0301', 'jose'],
    ['Ångström', 'angstrom'],
    ['Łukasz', 'lukasz'],
    ['Đorđe', 'dorde'],
    ['Søren', 'soren'],
    ['Strauß', 'straus'],
    ['İstanbul', 'istanbul'],
    ['ISIK', 'isik'],
    ['ışık', 'isik'],
    ['Ἀθηνᾶ', 'αθηνα'],
    ['ЁЛКА', 'елка'],
    ['Nguyễn', 'nguyen'],
    ['co\u00adop', 'coop'],
    ['zero\u200bwidth', 'zerowidth'],
    ['\ufeffbom', 'bom'],
    ['S2E4', 's2e4'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([' ', '.', ',', "'", '’', '-', '—', '"', '“', '…', '&', '@', '_', '\n', '\u00a0', '\u2028', '\ud83d', '\ude00', '\u0000', '\uffff'])(
    '%j is no part of a word',
    (char) => {
      expect(fold(unit(char))).toBe(SEPARATOR);
    },
  );

  it('tells the syllables of Hangul apart', () => {
    expect(fold(unit('성'))).not.toBe(fold(unit('사')));
    expect(fold(unit('기'))).not.toBe(fold(unit('김')));
  });

  it('tells characters of Han and kana apart', () => {
    expect(new Set([...'山田太郎アオイ'].map((char) => fold(unit(char)))).size).toBe(7);
  });

  it('gives every unit a value of 16 bits, and the same one each time', () => {
    const bad: number[] = [];
    for (let i = 0; i <= 0xffff; i++) {
      const folded = fold(i);
      if (!Number.isInteger(folded) || folded < 0 || folded > 0xffff || fold(i) !== folded) bad.push(i);
    }
    expect(bad).toEqual([]);
  });

  it('changes nothing that is folded already', () => {
    const changed: string[] = [];
    for (let i = 2; i <= 0xffff; i++) {
      const folded = fold(i);
      // A few compatibility ideographs fold to two units, of which the first is kept: half a character, and no harm.
      const isHalf = folded >= 0xd800 && folded <= 0xdfff;
      if (folded > IGNORED && !isHalf && fold(folded) !== folded) changed.push(`${i.toString(16)} → ${folded.toString(16)} → ${fold(folded).toString(16)}`);
    }
    expect(changed).toEqual([]);
  });
});

describe('kinds of characters', () => {
  it.each([..."'’‘ʼ′＇´`"])('%s is an apostrophe', (char) => expect(isApostrophe(unit(char))).toBe(true));
  it.each([...'"“”,.-a '])('%s is no apostrophe', (char) => expect(isApostrophe(unit(char))).toBe(false));
  it.each([...'-‐‑‒–—―−﹣－'])('%s is a dash', (char) => expect(isDash(unit(char))).toBe(true));
  it.each([...'_~\u00ad=a'])('%s is no dash', (char) => expect(isDash(unit(char))).toBe(false));
  it.each([...' \t\n\r\u00a0\u2003\u2009\u202f\u3000\u2028\u2029\u1680\u205f'])('%j is a space', (char) => expect(isSpace(unit(char))).toBe(true));
  it.each(['\u200b', '\ufeff', '_', 'a', '\u0000'])('%j is no space', (char) => expect(isSpace(unit(char))).toBe(false));
  it.each([...'AZÉÑŁΩЯǅ'])('%s is upper case', (char) => expect(isUpper(unit(char))).toBe(true));
  it.each([...'azéß1 山ªא'])('%s is not upper case', (char) => expect(isUpper(unit(char))).toBe(false));
  it.each([...'山あア々한성'])('%s belongs to a script without spaces', (char) => expect(isUnspaced(unit(char))).toBe(true));
  it.each([...'aé。、「1я'])('%s does not', (char) => expect(isUnspaced(unit(char))).toBe(false));
});
