import { splitSentences } from '../text/sentences.ts';

/** A name found in summaries: as it is written there, and the first ordinal whose summary has it. */
export interface FoundName {
  text: string;
  firstOrdinal: number;
  count: number;
}

/** Words that are written with a capital and name nobody. */
const NO_NAMES = new Set(
  'A An The He She It They We I You His Her Their Its This That These Those But And Or So As At In On To Of For With From When While After Before If Not No Now Then There Meanwhile However Elsewhere Later Back Both Each All One Two Three What Who Why How Also Although Though Because Despite During Once Only Other Our Some Such Under Until Upon Where Will Would Season Episode Part Mr Mrs Ms Dr Lord Lady Ser King Queen Prince Princess Sir Maester'.split(
    ' ',
  ),
);
/** A name is told of in two summaries at the least, or twice in one: anything less is a chance capital. */
const MIN_COUNT = 2;

/** Given names that may be anybody's: on their own they say nothing about which show a page is about. */
export const EVERYDAY_NAMES = new Set(
  'Adam Alan Alex Alice Amanda Amy Andrea Andrew Andy Angela Anna Anne Anthony Arthur Barbara Ben Bill Billy Bob Brian Carl Carol Caroline Catherine Charles Charlie Chris Christian Claire Dan Daniel Dave David Donna Ed Eddie Edward Elena Elizabeth Ella Ellen Emily Emma Eric Eva Eve Frank Fred George Grace Greg Hannah Harry Helen Henry Ian Jack Jacob Jake James Jamie Jane Jason Jean Jeff Jennifer Jenny Jessica Jim Jimmy Joan Joe John Jon Jonathan Joseph Josh Julia Julie Karen Kate Katie Kevin Kim Laura Leo Liam Linda Lisa Louis Louise Lucas Lucy Luke Marcus Maria Marie Mark Martha Martin Mary Matt Matthew Max Maya Michael Mike Nancy Nate Nathan Nick Nina Olivia Oscar Patrick Paul Peter Phil Rachel Ray Rebecca Richard Robert Robin Roger Rose Ruth Ryan Sam Samantha Sara Sarah Scott Sean Simon Sophie Stephen Steve Steven Stuart Susan Theo Thomas Tim Tom Tommy Tony Victor Victoria Vincent Walter Will William'.split(
    ' ',
  ),
);

/**
 * The names of a show's people and places, read off its episodes' summaries: words in capitals inside sentences, with
 * those that stand beside them.
 */
export function namesInSummaries(summaries: readonly { ordinal: number; text: string }[]): FoundName[] {
  const found = new Map<string, FoundName>();
  const note = (text: string, ordinal: number) => {
    const entry = found.get(text);
    if (entry) entry.count++;
    else found.set(text, { text, firstOrdinal: ordinal, count: 1 });
  };
  for (const { ordinal, text } of summaries)
    for (const { start, end } of splitSentences(text)) {
      let run: string[] = [];
      const close = () => {
        while (run.length && NO_NAMES.has(run[0] as string)) run.shift();
        if (run.length) note(run.join(' ').replace(/['’]s$/, ''), ordinal);
        run = [];
      };
      text
        .slice(start, end)
        .split(/\s+/)
        .forEach((raw, i) => {
          const word = raw.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
          const isName = /^\p{Lu}\p{Ll}/u.test(word) && !(i === 0 && NO_NAMES.has(word));
          if (isName && !raw.startsWith('(')) run.push(word);
          else close();
          if (/[,.;:!?)"”]$/.test(raw)) close();
        });
      close();
    }
  return [...found.values()].filter(({ count }) => count >= MIN_COUNT);
}
