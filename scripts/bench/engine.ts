import { compileShow } from '../../lib/spoilers/compileShow.ts';
import { judge } from '../../lib/spoilers/decide.ts';
import { readPage } from '../../lib/spoilers/engine.ts';
import { compileNameBook, findHits, type NameBook } from '../../lib/spoilers/nameBook.ts';
import type { BlockText } from '../../lib/spoilers/pageText.ts';
import { type PreparedShow, prepareShow } from '../../lib/spoilers/sentenceReading.ts';
import type { ShowIndex } from '../../lib/spoilers/showIndex.ts';
import { compileGazetteer, type Gazetteer } from '../../lib/text/gazetteer.ts';
import { splitSentences } from '../../lib/text/sentences.ts';
import { median } from '../median.ts';
import { loadPacks } from '../packs/loadPacks.ts';
import { loadModel } from '../scan/scanner.ts';

/** `npm run bench -- engine`: how many sentences a second are decided, with one show tracked and with all of them. */

const SENTENCES = 20_000;
const ROUNDS = 5;
const RATIO_ROUNDS = 15;
const WARMING_ROUNDS = 3;
const model = loadModel();
const packs = loadPacks();
const shows = packs.map(compileShow);

/** Text that speaks of no show. */
const GARDEN = [
  'Sow the beans along the south wall as soon as the soil is warm enough to kneel on.',
  'My neighbour Agnes swears by wood ash, and her onions are the size of a fist.',
  'Water in the evening, never at noon, and do not let the leaves stay wet overnight.',
  'A frost in the second week of May killed half of the dahlias that we had planted out.',
  'The council will collect green waste on Tuesdays from now on, except in December.',
  'If you only buy one tool this year, buy a good hoe and keep its edge.',
  'Old Mr Petersen left his allotment to the school, and the children grow pumpkins on it.',
  'Slugs find everything, but they do not like to cross coffee grounds or copper tape.',
];

/** A page about one show: its own facts as paragraphs of four sentences, over and over, under headings. */
function pageAbout(show: number, sentences: number): BlockText[] {
  const texts = (packs[show]?.seasons ?? []).flatMap((season) => season.episodes.flatMap((episode) => episode.facts.map((fact) => fact.text)));
  const blocks: BlockText[] = [];
  for (let i = 0; i < sentences; i += 4) {
    if (i % 80 === 0) blocks.push({ text: `Season ${1 + ((i / 80) % 2)}`, role: 'heading', level: 2, row: -1 });
    blocks.push({ text: [0, 1, 2, 3].map((k) => texts[(i + k) % texts.length]).join(' '), role: 'text', level: 0, row: -1 });
  }
  return blocks;
}

/** Milliseconds. */
function time(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Milliseconds, once the browser's compiler has done its work: the background that reads for all pages stays warm. */
function timed(run: () => void): number {
  for (let round = 0; round < WARMING_ROUNDS; round++) run();
  return median(Array.from({ length: ROUNDS }, () => time(run)));
}

/** How many times as long one thing takes as another: both are run in turn, so that the machine's moods meet both. */
function ratio(run: () => void, base: () => void): number {
  time(run);
  time(base);
  return median(Array.from({ length: RATIO_ROUNDS }, () => time(run) / time(base)));
}

const SYLLABLES = 'bar den fal gor hin jas kel lum mor nev ost pir quen ros sul tav ulm vin wex yor'.split(' ');
const FEW_NAMES = 500;
const MANY_NAMES = 50_000;

/** Names as stories have them, of two words; the nth is always the same. */
function inventedName(n: number): string {
  const word = (k: number) => [k, k / 20, k / 400].map((part) => SYLLABLES[Math.floor(part) % SYLLABLES.length]).join('');
  return `${word(n)} ${word(n * 7 + 3)}`;
}

/** How much longer names are looked for where there are a hundred times as many. */
function manyNames(texts: readonly string[]): number {
  const own = packs.flatMap((pack) => pack.entities.flatMap((entity) => entity.names.map((name) => name.text))).slice(0, FEW_NAMES);
  const few = compileGazetteer(own);
  const many = compileGazetteer([...own, ...Array.from({ length: MANY_NAMES - own.length }, (_, n) => inventedName(n))]);
  const findAll = (names: Gazetteer) => () => {
    for (const text of texts) names.find(text, () => undefined);
  };
  return ratio(findAll(many), findAll(few));
}

function decideAll(book: NameBook<ShowIndex>, blocks: readonly BlockText[], title: string): void {
  const prepared = new Map<number, PreparedShow>();
  const prepare = (show: number) => {
    const known = prepared.get(show) ?? prepareShow(book.shows[show] as ShowIndex);
    prepared.set(show, known);
    return known;
  };
  const reading = readPage({ book, prepare, tracked: book.shows.map((_, i) => i), model, page: { url: 'https://example.org/', title }, blocks });
  for (const [show, sentences] of reading.shows) for (const sentence of sentences) judge(sentence, prepare(show), model);
}

export function benchEngine(): void {
  const subject = shows.findIndex((show) => show.id === 'game-of-thrones');
  const blocks = pageAbout(subject, SENTENCES);
  const count = blocks.reduce((sum, block) => sum + splitSentences(block.text).length, 0);
  const one = compileNameBook([shows[subject] as ShowIndex]);
  const all = compileNameBook(shows);
  const title = shows[subject]?.title ?? '';
  const perSecond = (ms: number) => Math.round((count / ms) * 1000);
  const matching = timed(() => {
    for (const block of blocks) findHits(all, block.text);
  });
  const other = blocks.map((block, i) => ({
    ...block,
    text:
      block.role === 'heading'
        ? 'Notes'
        : GARDEN.map((_, k) => GARDEN[(i * 3 + k * 5) % GARDEN.length])
            .slice(0, 4)
            .join(' '),
  }));
  const outOfScope = ratio(
    () => decideAll(all, other, 'A page about something else'),
    () => {
      for (const block of other) findHits(all, block.text);
    },
  );
  console.log(`${count} sentences about ${title} (${shows[subject]?.episodeTitles.length} episodes, ${shows[subject]?.documents.length.length} documents)`);
  console.log(`one show tracked:    ${perSecond(timed(() => decideAll(one, blocks, title)))} sentences a second`);
  console.log(`${shows.length} shows tracked:    ${perSecond(timed(() => decideAll(all, blocks, title)))} sentences a second`);
  console.log(`matching names alone: ${perSecond(matching)} sentences a second`);
  console.log(`out of scope: ${outOfScope.toFixed(2)} times the cost of matching names`);
  console.log(`${MANY_NAMES} names: ${manyNames(blocks.map(({ text }) => text)).toFixed(2)} times the cost of matching ${FEW_NAMES}`);
}
