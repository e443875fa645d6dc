import dictionary from 'dictionary-en';
import nspell from 'nspell';

const speller = nspell(dictionary as unknown as { aff: Buffer; dic: Buffer });

/** True for a name of one word (an article apart) that is also an English word when written small: "Will", "the Wall", and not "Tao". */
export function isEnglishWord(name: string): boolean {
  const words =
    name
      .toLowerCase()
      .replace(/^the /, '')
      .match(/[\p{L}\p{N}’']+/gu) ?? [];
  return words.length === 1 && words.every((word) => /^\d+$/.test(word) || speller.correct(word));
}
