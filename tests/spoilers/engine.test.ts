import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICTNESS_LEVELS } from '../../lib/model/viewer.ts';
import { isHidden } from '../../lib/spoilers/decide.ts';
import type { BlockText } from '../../lib/spoilers/pageText.ts';
import { MAX_STRETCH_BLOCKS, stretchesOf } from '../../lib/spoilers/stretches.ts';
import { block, TestEngine, type TestPage } from '../support/engine.ts';
import { otherPack, saltmarsh } from '../support/packs.ts';
import { anyText } from '../support/texts.ts';

const engine = new TestEngine([saltmarsh()]);
const page = (...texts: string[]): TestPage => ({
  url: 'https://tv.example/saltmarsh-lane',
  title: 'Saltmarsh Lane',
  blocks: texts.map((text) => block(text)),
});

/** What holds of any page: sentences lie in their block, in order and apart; probabilities are some. */
function check(test: TestPage): void {
  const reading = engine.read(test);
  for (const [show, sentences] of reading.shows) {
    const { count } = engine.prepare(show).order;
    let at = 0;
    let last = 0;
    for (const sentence of sentences) {
      if (sentence.block !== at) last = 0;
      if (sentence.block < at) throw new Error('blocks are out of order');
      at = sentence.block;
      const { text } = test.blocks[at] as BlockText;
      if (sentence.start < last || sentence.end <= sentence.start || sentence.end > text.length)
        throw new Error(`${sentence.start}..${sentence.end} of ${text.length} after ${last}`);
      last = sentence.end;
      expect(sentence.story).toBeGreaterThanOrEqual(0);
      expect(sentence.story).toBeLessThanOrEqual(1);
      expect(sentence.position).toHaveLength(count + 1);
      expect(sentence.position.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 3);
    }
  }
  for (const { show, judgement } of engine.judgements(test)) {
    const { count } = engine.prepare(show).order;
    expect(Number.isInteger(judgement.revealedIn) && judgement.revealedIn >= 0 && judgement.revealedIn <= count).toBe(true);
    for (const level of STRICTNESS_LEVELS) expect(judgement.hiddenThrough[level]).toBeLessThan(count);
  }
}

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Mara',
        'Tobin Ash',
        'Odile',
        'Will',
        'will',
        'kills',
        'dies',
        'the ferry',
        'kiss',
        'confesses',
        'S2E1',
        'season 2',
        'the finale',
        'Inés Falk',
        'High Tide',
        'episode 3',
        '. ',
        '! ',
        '? ',
        '\n',
        '… ',
        '“',
        '”',
        'she',
        'I',
        'review',
        '2021',
      ),
      anyText(6),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '));
const blocks = fc.array(
  fc.record({
    text: words,
    role: fc.constantFrom<BlockText['role']>('heading', 'cell', 'item', 'caption', 'quote', 'text'),
    level: fc.integer({ min: 0, max: 6 }),
    row: fc.integer({ min: -1, max: 3 }),
  }),
  { maxLength: 12 },
);

describe('any page', () => {
  it('is read into sentences that lie in their blocks, in order and apart', () => {
    fc.assert(
      fc.property(blocks, (list) => check({ url: 'https://tv.example/saltmarsh-lane', title: 'Saltmarsh Lane', blocks: list })),
      { numRuns: 150 },
    );
  });

  it('hides nothing where it is out of scope', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText(80), fc.constantFrom('Will dies in the finale.', 'Mara and Tobin kiss.', 'S2E4: the end.')), { maxLength: 8 }),
        (texts) => {
          const plain = texts.map((text) => text.replace(/saltmarsh|gullhaven|lantern/gi, ''));
          expect(engine.hidden({ url: 'https://news.example/village', title: 'Village news', blocks: plain.map((text) => block(text)) }, 0, 'strict')).toEqual(
            [],
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never hides at a later progress what was shown at an earlier one', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(...STRICTNESS_LEVELS), (list, level) => {
        const judgements = engine.judgements({ url: '', title: 'Saltmarsh Lane', blocks: list });
        for (const { judgement } of judgements)
          for (let p = 1; p <= 7; p++) if (isHidden(judgement, p, level)) expect(isHidden(judgement, p - 1, level)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('hides nothing from who has seen all', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        expect(engine.hidden({ url: '', title: 'Saltmarsh Lane', blocks: list }, 7, 'strict')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const test = { url: '', title: 'Saltmarsh Lane', blocks: list };
        expect(engine.judgements(test)).toEqual(engine.judgements(test));
      }),
      { numRuns: 40 },
    );
  });
});

describe('odd pages', () => {
  it.each<[string, string[]]>([
    ['no block', []],
    ['an empty block', ['']],
    ['spaces', ['  \n \u00a0 ']],
    ['emoji', ['😀😀 Mara 👩‍👩‍👧‍👦 dies 😭😭😭']],
    ['halves of surrogate pairs', ['\ude00Mara\ud83d dies.\ud83d', '\udc00\ud800']],
    ['Arabic and Hebrew', ['مارا تموت في النهاية. توبين يهرب.', 'מארה מתה בסוף. \u202eTobin\u202c בורח.']],
    ['marks of direction', ['\u202e.seid araM\u202c \u200fMara dies.\u200e']],
    ['controls', ['\u0000Mara\u0007 dies\u001b[0m.']],
    ['Chinese', ['玛拉死了。托宾逃跑了！']],
    ['capitals', ['MARA DIES IN THE FINALE!!! TOBIN ASH KILLED HER!!!']],
    ['code', ['if (mara.dies) { return tobin; }']],
    ['markup', ['<script>alert("Mara")</script>']],
  ])('%s', (_, texts) => check(page(...texts)));

  it.each<[string, string]>([
    ['a megabyte without spaces', 'x'.repeat(1_000_000)],
    ['a megabyte of a name run together', 'Mara'.repeat(250_000)],
    ['a megabyte of digits', '1234567890'.repeat(100_000)],
    ['a megabyte of spaces', ' '.repeat(1_000_000)],
    ['a megabyte of dashes', '-'.repeat(1_000_000)],
    ['a megabyte of Chinese without an end', '山'.repeat(1_000_000)],
    ['a hundred kilobytes of one sentence', 'Mara and Tobin kiss '.repeat(5000)],
    ['five thousand sentences', 'Mara dies. '.repeat(5000)],
  ])('%s', (_, text) => {
    const started = performance.now();
    check(page(text));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('five thousand blocks', () => {
    check(page(...(Array(5000).fill('Mara leaves.') as string[])));
  });
});

describe('a page about the show', () => {
  const recap = page(
    'Mara returns to the Lantern House with one suitcase.',
    'In season 2, episode 1, Tobin confesses that he sabotaged the ferry and killed Will.',
    'In season 2, episode 3, Odile turns out to be the sister whom Mara believed dead.',
    'The series was filmed in Cornwall, and Inés Falk won a prize for it.',
  );

  it('hides what lies beyond the viewer, and that alone', () => {
    expect(engine.hidden(recap, 3)).toEqual([recap.blocks[1]?.text, recap.blocks[2]?.text]);
    expect(engine.hidden(recap, 5)).toEqual([recap.blocks[2]?.text]);
    expect(engine.hidden(recap, 7)).toEqual([]);
  });

  it('says where a hidden sentence belongs', () => {
    expect(engine.judgements(recap).filter(({ block: at }) => at === 1)[0]?.judgement).toMatchObject({ revealedIn: 4, reason: 'cue' });
  });

  it('leaves the sentences of another show alone', () => {
    const both = new TestEngine([
      saltmarsh(),
      otherPack({ id: 'gull-rock', title: 'Gull Rock', people: [{ id: 'rolf', names: [{ text: 'Rolf Tarn', kind: 'full' }] }] }),
    ]);
    expect(new Set(both.judgements(recap).map(({ show }) => show))).toEqual(new Set([0]));
  });
});

describe('stretches', () => {
  it('end before headings and after so many blocks, and leave out nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (headings) => {
        const list = headings.map((isHeading) => block('x', isHeading ? 'heading' : 'text'));
        let last = 0;
        for (const [first, end] of stretchesOf(list)) {
          expect(first).toBe(last);
          expect(end - first).toBeGreaterThan(0);
          expect(end - first).toBeLessThanOrEqual(MAX_STRETCH_BLOCKS);
          expect(list.slice(first + 1, end).some(({ role }) => role === 'heading')).toBe(false);
          last = end;
        }
        expect(last).toBe(list.length);
      }),
    );
  });
});
