import { describe, expect, it } from 'vitest';
import { type Correction, MAX_CORRECTIONS, sentenceKey, withCorrection, withoutCorrection } from '../../lib/model/correction.ts';

const correction = (text: string, more: Partial<Correction> = {}): Correction => ({ kind: 'show', show: 'lost', text, host: 'a.example', madeAt: 1, ...more });

describe('corrections', () => {
  it('know a sentence again whatever the spaces in it', () => {
    expect(sentenceKey('  Jack \n goes\u00a0back. ')).toBe('Jack goes back.');
    expect(sentenceKey('x'.repeat(5000))).toHaveLength(1000);
  });

  it('keep one a sentence and show: the latest', () => {
    const list = withCorrection(withCorrection([], correction('Jack goes back.')), correction('Jack  goes back.', { kind: 'hide' }));
    expect(list).toMatchObject([{ kind: 'hide', text: 'Jack goes back.' }]);
    expect(withCorrection(list, correction('Jack goes back.', { show: 'severance' }))).toHaveLength(2);
  });

  it('are taken back by sentence and show', () => {
    const list = [correction('One.'), correction('Two.')];
    expect(withoutCorrection(list, { show: 'lost', text: ' One. ' })).toEqual([correction('Two.')]);
    expect(withoutCorrection(list, { show: 'severance', text: 'One.' })).toHaveLength(2);
  });

  it('do not grow for ever', () => {
    let list: Correction[] = [];
    for (let i = 0; i <= MAX_CORRECTIONS; i++) list = withCorrection(list, correction(`Sentence ${i}.`));
    expect(list).toHaveLength(MAX_CORRECTIONS);
    expect(list[0]?.text).toBe('Sentence 1.');
  });
});
