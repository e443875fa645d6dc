import { EpisodeOrder } from '../model/episodes.ts';
import { isUpper } from '../text/characters.ts';
import type { Span } from '../text/sentences.ts';
import { type Cue, findCues } from './cues.ts';
import type { Evidence, EvidenceSummary } from './evidence.ts';
import type { Hit, NameBook } from './nameBook.ts';
import { type NarrativeModel, narrativeLogit, type TypedSpan, tokensOf } from './narrative.ts';
import type { BlockText } from './pageText.ts';
import { Retriever } from './retrieval.ts';
import { isEpisodeTitleWritten, isWrittenAsName } from './scopePoints.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { IndexedEntity, IndexedName, ShowIndex } from './showIndex.ts';
import { termsOfWord, type Word, wordsOf } from './terms.ts';

/** What one sentence says of one show, before its neighbours are asked. */
export interface SentenceReading {
  block: number;
  start: number;
  end: number;
  /** Entities of the story that it names: indices into the show's `entities`. */
  people: number[];
  /** Of the sentence before, where this one names nobody and goes on about them. */
  carried: number[];
  characters: number;
  actors: number;
  makers: number;
  namesShow: boolean;
  cues: Cue[];
  /** Ordinal of an episode that it calls by its title, or 0. */
  titledEpisode: number;
  lexical: number;
  evidence: EvidenceSummary;
  words: number;
  hasPronoun: boolean;
  isFirstPerson: boolean;
  isSecondPerson: boolean;
  shape: Shape;
  hasQuote: boolean;
  hasDate: boolean;
  /** Nothing but names: a heading, a cell of a cast list. */
  isOnlyNames: boolean;
  /** Says what somebody or something is. */
  isDescription: boolean;
  /** Stands at the top of its page. */
  isLead: boolean;
}

/** One tracked show, ready to be matched with pages. */
export interface PreparedShow {
  index: ShowIndex;
  order: EpisodeOrder;
  retriever: Retriever;
  /** The first ordinal that tells of both entities, 0 where nothing does. */
  firstJoint: (a: number, b: number) => number;
}

/** Sets up what the engine keeps of a show while a page lives. */
export function prepareShow(index: ShowIndex): PreparedShow {
  const order = new EpisodeOrder(index.seasonLengths);
  const { who, revealedIn } = index.documents;
  const documentsOf: number[][] = index.entities.map(() => []);
  who.forEach((entities, document) => {
    for (const entity of entities) documentsOf[entity]?.push(document);
  });
  // Few pairs of all are ever asked for: each is looked up when it is.
  const known = new Map<number, number>();
  const firstJoint = (a: number, b: number): number => {
    const key = a * index.entities.length + b;
    let first = known.get(key);
    if (first === undefined) {
      const shared = (documentsOf[a] ?? []).filter((document) => who[document]?.includes(b));
      first = shared.length ? Math.min(...shared.map((document) => revealedIn[document] as number)) : 0;
      known.set(key, first);
    }
    return first;
  };
  return { index, order, retriever: new Retriever(index, order.count), firstJoint };
}

/** Of whom a pronoun speaks: of whoever does, of whoever reads, or of others. */
const PERSONS = new Map<string, 1 | 2 | 3>([
  ...'i im ive id ill me my mine we our us'.split(' ').map((form) => [form, 1] as const),
  ...'you your youre youll yours'.split(' ').map((form) => [form, 2] as const),
  ...'he she they him her them his hers their theirs himself herself themselves who'.split(' ').map((form) => [form, 3] as const),
]);
const DATE =
  /\b(19|20)\d\d\b|\b(january|february|march|april|may|june|july|august|september|october|november|december)\s\d|\d\s(january|february|march|april|june|july|august|september|october|november|december)\b/i;
/** Every date has one: asked first, it spares most sentences the long pattern. */
const DIGIT = /\d/;
const DESCRIPTION = /\b(?:is|are|was|were) (?:the|a|an|one of|also|his|her|their)\b/i;
const QUOTE = /["“”«»]/;

/** How a hit counts for one show: what it stands for here, or undefined where it only looks like a name. */
function meaningOf(text: string, hit: Hit, book: NameBook, show: number): { type: string; entity?: number; ordinal?: number } | undefined {
  const index = book.shows[show] as ShowIndex;
  let best: { type: string; entity?: number; ordinal?: number; weight: number } | undefined;
  for (const owner of book.ownersOf(hit.name)) {
    if (owner.show !== show) continue;
    if (owner.as === 'entity') {
      const name = index.names[owner.name] as IndexedName;
      const entity = index.entities[owner.entity] as IndexedEntity;
      if (name.word && !isWrittenAsName(text, hit, name.text)) continue;
      const weight = entity.weight + (name.ambiguous ? 0 : 4);
      if (!best || weight > best.weight)
        best = { type: entity.kind === 'creature' ? 'character' : entity.kind, ...(name.ambiguous ? {} : { entity: owner.entity }), weight };
    } else if (owner.as === 'title' && isWrittenAsName(text, hit, index.title)) best ??= { type: 'title', weight: 0 };
    else if (owner.as === 'episode' && isEpisodeTitleWritten(text, hit)) best ??= { type: 'episode', ordinal: owner.ordinal, weight: 0 };
    else if (owner.as === 'scope' && isWrittenAsName(text, hit, text.slice(hit.start, hit.end))) best ??= { type: 'place', weight: 0 };
  }
  return best;
}

/** Reads one sentence for one show. `before` is the sentence before it in the same block or section. */
export function readSentence(input: {
  book: NameBook;
  show: number;
  prepared: PreparedShow;
  model: NarrativeModel;
  block: number;
  blockText: BlockText;
  span: Span;
  /** Names inside the sentence. */
  hits: readonly Hit[];
  before: SentenceReading | undefined;
  contextSeason: number | undefined;
  isLead: boolean;
  /** Called with what its documents say, which holds for no longer than the call, and its words with names replaced by their type. */
  place: (reading: SentenceReading, evidence: Evidence, tokens: readonly string[]) => void;
}): SentenceReading {
  const { book, show, prepared, blockText, span } = input;
  const { text } = blockText;
  const sentence = text.slice(span.start, span.end);
  const typed: TypedSpan[] = [];
  const reading: SentenceReading = {
    block: input.block,
    start: span.start,
    end: span.end,
    people: [],
    carried: [],
    characters: 0,
    actors: 0,
    makers: 0,
    namesShow: false,
    cues: findCues(sentence, prepared.order, input.contextSeason),
    titledEpisode: 0,
    lexical: 0,
    evidence: undefined as never,
    words: 0,
    hasPronoun: false,
    isFirstPerson: false,
    isSecondPerson: false,
    shape: shapeOf(sentence),
    hasQuote: QUOTE.test(sentence),
    hasDate: DIGIT.test(sentence) && DATE.test(sentence),
    isOnlyNames: false,
    isDescription: DESCRIPTION.test(sentence),
    isLead: input.isLead,
  };
  for (const hit of input.hits) {
    const meaning = meaningOf(text, hit, book, show);
    if (!meaning) continue;
    typed.push({ start: hit.start, end: hit.end, type: meaning.type });
    if (meaning.type === 'actor') reading.actors++;
    else if (meaning.type === 'maker') reading.makers++;
    else if (meaning.type === 'title') reading.namesShow = true;
    else if (meaning.type === 'episode') reading.titledEpisode = meaning.ordinal ?? 0;
    else {
      if (meaning.type === 'character') reading.characters++;
      if (meaning.entity !== undefined && !reading.people.includes(meaning.entity)) reading.people.push(meaning.entity);
    }
  }
  for (const cue of reading.cues) typed.push({ start: cue.start + span.start, end: cue.end + span.start, type: cue.grain === 'season' ? 'season' : 'episode' });
  typed.sort((a, b) => a.start - b.start);
  const words = wordsOf(text, span.start, span.end);
  reading.words = words.length;
  const terms = new Set<string>();
  let plain = 0;
  for (const word of words) {
    const person = PERSONS.get(word.form);
    if (person === 3) reading.hasPronoun = true;
    else if (person === 1) reading.isFirstPerson = true;
    else if (person === 2) reading.isSecondPerson = true;
    if (isCovered(word, typed)) continue;
    plain++;
    for (const term of termsOfWord(word.form)) terms.add(term);
  }
  reading.isOnlyNames = plain === 0 && reading.people.length > 0;
  if (reading.characters === 0 && input.before && (reading.hasPronoun || words.length < 8))
    reading.carried = [...new Set([...input.before.people, ...input.before.carried])].slice(0, 4).filter((entity) => !reading.people.includes(entity));
  const tokens = tokensOf(words, typed, (at) => isUpper(text.charCodeAt(at)));
  tokens.push(`@${reading.shape.end}`);
  reading.lexical = narrativeLogit(input.model, tokens);
  const evidence = prepared.retriever.score(terms, reading.people.length ? reading.people : reading.carried);
  const { possible, bestDocument, maxWords, maxJoint, maxEpisode } = evidence;
  reading.evidence = { possible, bestDocument, maxWords, maxJoint, maxEpisode };
  input.place(reading, evidence, tokens);
  return reading;
}

function isCovered(word: Word, typed: readonly TypedSpan[]): boolean {
  for (const span of typed) if (word.start >= span.start && word.end <= span.end) return true;
  return false;
}
