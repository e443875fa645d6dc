import { splitSentences } from '../text/sentences.ts';
import { type Cue, seasonOfOrdinal } from './cues.ts';
import type { EngineModel, Link } from './engineModel.ts';
import type { Hit, NameBook } from './nameBook.ts';
import type { Onlooker } from './onlooker.ts';
import { findLineCue } from './pageCues.ts';
import type { BlockText } from './pageText.ts';
import { type Anchors, positionScores } from './position.ts';
import { type PreparedShow, readSentence, type SentenceReading } from './sentenceReading.ts';
import { smoothPositions } from './smoothing.ts';
import { sigmoid, storyFeatures } from './story.ts';
import type { PageTone } from './stretches.ts';

/** One sentence as the engine sees it for one show: independent of anybody's progress. */
export interface Sentence {
  block: number;
  start: number;
  end: number;
  reading: SentenceReading;
  anchors: Anchors;
  link: Link;
  /** Probability that the sentence tells the story. */
  story: number;
  /** Probability of each ordinal, 0..count. */
  position: Float32Array;
}

/** What a stretch inherits from the page before it. */
export interface ReadingContext {
  page: Cue | undefined;
  pageTitleLexical: number;
  /** Per rank of heading (index: level − 1): the cue that is in force. */
  headings: (Cue | undefined)[];
  season: number | undefined;
  /** What kind of page it has been so far. */
  tone: PageTone;
}

/** The page's title weighs as much as so many sentences before any was read. */
const TITLE_SENTENCES = 5;
const MAX_LOGIT = 6;
const clip = (logit: number) => Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, logit));

/** The context at the top of a page. */
export function startContext(show: PreparedShow, page: Cue | undefined, pageTitleLexical: number): ReadingContext {
  return {
    page,
    pageTitleLexical,
    headings: [],
    season: seasonOfCue(show, page),
    tone: { sum: TITLE_SENTENCES * clip(pageTitleLexical), count: TITLE_SENTENCES },
  };
}

function seasonOfCue(show: PreparedShow, cue: Cue | undefined): number | undefined {
  const season = cue && seasonOfOrdinal(show.order, cue.from);
  return cue && season === seasonOfOrdinal(show.order, cue.to) ? season : undefined;
}

/** A heading takes over from those of its rank and below, until the next. @param level 1 to 6. */
export function enterHeading(show: PreparedShow, context: ReadingContext, level: number, text: string, book: NameBook, showNumber: number): void {
  const rank = Math.max(1, level) - 1;
  context.headings.length = rank;
  context.headings[rank] = findLineCue(show, text, context.season, book, showNumber);
  const inForce = context.headings.findLast((cue) => cue !== undefined);
  context.season = seasonOfCue(show, inForce) ?? seasonOfCue(show, context.page) ?? context.season;
}

/**
 * Reads a stretch of blocks that are in scope of one show, a section as a rule: its sentences, whether they tell the
 * story, and where in it they are. What comes back does not depend on progress or strictness.
 * @param context is moved on to the end of the stretch.
 */
export function readStretch(input: {
  book: NameBook;
  show: number;
  prepared: PreparedShow;
  model: EngineModel;
  blocks: readonly BlockText[];
  hits: readonly (readonly Hit[])[];
  context: ReadingContext;
  /** How many of its first sentences belong to the top of the page. */
  lead: number;
  onlooker?: Onlooker | undefined;
}): Sentence[] {
  const { book, show, prepared, model, blocks, hits, context, onlooker } = input;
  const size = prepared.order.count + 1;
  const sentences: Sentence[] = [];
  let headingLexical = 0;
  let before: SentenceReading | undefined;
  let row = -1;
  let rowCue: Cue | undefined;
  blocks.forEach((block, b) => {
    if (block.role === 'heading') {
      enterHeading(prepared, context, block.level, block.text, book, show);
      before = undefined;
    }
    const heading = context.headings.findLast((cue) => cue !== undefined);
    if (block.row < 0 || block.row !== row) rowCue = undefined;
    row = block.row;
    if (block.role === 'cell' || block.role === 'item') {
      const own = findLineCue(prepared, block.text, context.season, book, show);
      rowCue = own ?? (block.role === 'cell' ? rowCue : undefined);
    }
    const anchors: Anchors = { row: rowCue, heading, page: context.page };
    const isLoose = block.role === 'item' || block.role === 'cell' || block.role === 'heading';
    const names = hits[b] ?? [];
    let name = 0;
    const spans = splitSentences(block.text);
    // One buffer for all: browsers take their time to make one.
    const positions = new Float32Array(spans.length * size);
    spans.forEach((span, i) => {
      while (name < names.length && (names[name] as Hit).start < span.start) name++;
      const first = name;
      while (name < names.length && (names[name] as Hit).end <= span.end) name++;
      const position = positions.subarray(i * size, (i + 1) * size);
      const reading = readSentence({
        book,
        show,
        prepared,
        model: model.narrative,
        block: b,
        blockText: block,
        span,
        hits: names.slice(first, name),
        before,
        contextSeason: context.season,
        isLead: sentences.length < input.lead,
        place: (own, evidence, tokens) => {
          onlooker?.read(prepared, own, evidence, anchors, tokens);
          positionScores(prepared, own, evidence, anchors, model.position, position);
        },
      });
      sentences.push({
        block: b,
        start: span.start,
        end: span.end,
        reading,
        anchors,
        link: i > 0 ? 'same' : isLoose ? 'loose' : 'next',
        story: 0,
        position,
      });
      if (block.role === 'heading') headingLexical = reading.lexical;
      before = reading;
    });
  });
  tellStory(sentences, blocks, model, context, headingLexical, onlooker);
  smoothPositions(
    sentences.map((sentence) => sentence.position),
    sentences.map((sentence) => sentence.story),
    sentences.map((sentence) => model.steps[sentence.link]),
  );
  return sentences;
}

/** Fills in `story`: what each sentence's own words, its neighbours and its page speak for. */
function tellStory(
  sentences: Sentence[],
  blocks: readonly BlockText[],
  model: EngineModel,
  context: ReadingContext,
  heading: number,
  onlooker?: Onlooker,
): void {
  const byBlock = new Map<number, { sum: number; count: number }>();
  let sum = 0;
  for (const { block, reading } of sentences) {
    const logit = clip(reading.lexical);
    const entry = byBlock.get(block) ?? { sum: 0, count: 0 };
    byBlock.set(block, { sum: entry.sum + logit, count: entry.count + 1 });
    sum += logit;
  }
  const section = sentences.length ? sum / sentences.length : 0;
  context.tone = { sum: context.tone.sum + sum, count: context.tone.count + sentences.length };
  const page = context.tone.sum / context.tone.count;
  const lexicalAt = (i: number) => sentences[i]?.reading.lexical ?? 0;
  sentences.forEach((sentence, i) => {
    const own = byBlock.get(sentence.block) as { sum: number; count: number };
    const features = storyFeatures(sentence.reading, blocks[sentence.block] as BlockText, {
      before: lexicalAt(i - 1),
      after: lexicalAt(i + 1),
      beforeThat: lexicalAt(i - 2),
      afterThat: lexicalAt(i + 2),
      near: meanNear(sentences, i),
      block: own.sum / own.count,
      section,
      heading,
      page,
      pageTitle: context.pageTitleLexical,
      sentences: own.count,
    });
    onlooker?.weighed(sentence, features);
    sentence.story = sigmoid(model.story.logit(features));
  });
}

/** So many sentences on either side count as near. */
const NEAR = 3;

function meanNear(sentences: readonly Sentence[], i: number): number {
  const first = Math.max(0, i - NEAR);
  const end = Math.min(sentences.length, i + NEAR + 1);
  let sum = 0;
  for (let k = first; k < end; k++) sum += clip((sentences[k] as Sentence).reading.lexical);
  return sum / (end - first);
}
