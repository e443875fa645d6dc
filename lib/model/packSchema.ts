import * as v from 'valibot';
import type { EpisodeCode } from './episodes.ts';
import { isEpisodeCode } from './episodes.ts';

/**
 * The show pack: one schema for types and checks. A pack is untrusted input, so every list and
 * every string is bounded, and unknown keys are refused (a typing error never passes silently).
 */

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const list = <T extends v.GenericSchema>(item: T, max: number) => v.pipe(v.array(item), v.maxLength(max));
const code = v.custom<EpisodeCode>(isEpisodeCode, 'must be an episode code such as S2E4');
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'), v.maxLength(60));
const date = v.pipe(v.string(), v.isoDate());

export const ENTITY_KINDS = ['character', 'actor', 'place', 'group', 'creature', 'thing'] as const;
export const NAME_KINDS = ['full', 'given', 'family', 'nick', 'title'] as const;
export const FACT_TYPES = [
  'death',
  'return',
  'kill',
  'marriage',
  'couple',
  'break-up',
  'parent',
  'sibling',
  'identity',
  'alliance',
  'betrayal',
  'job',
  'arrival',
  'departure',
  'reveal',
  'win',
  'loss',
  'plan',
  'injury',
  'discovery',
  'other',
] as const;

const name = v.strictObject({
  text: text(80),
  kind: v.picklist(NAME_KINDS),
  /** The episode that lets a viewer know this name; the entity's own where missing. */
  revealedIn: v.optional(code),
  /** Takes over as the card's heading once it is revealed. */
  display: v.optional(v.boolean()),
  /** Shared by several entities of the show: links to the one of greatest weight, counts for none. */
  ambiguous: v.optional(v.boolean()),
  /** An everyday name (Nick, Ben): counts only where the page is about the show. */
  common: v.optional(v.boolean()),
  /** Also an English word (Will, the Wall): counts only where the page is about the show, and with its capitals. */
  word: v.optional(v.boolean()),
});

const entity = v.strictObject({
  id: slug,
  kind: v.picklist(ENTITY_KINDS),
  names: v.pipe(list(name, 20), v.minLength(1)),
  /** The episode that lets a viewer know that this entity exists. S0E0: the poster or the logline does. */
  revealedIn: code,
  /** The episode in which it is first on screen, where that differs from `revealedIn` (for S0E0: from S1E1). */
  firstSeen: v.optional(code),
  /** 3: everybody talks about them, 2: recurring, 1: the rest. */
  weight: v.picklist([1, 2, 3]),
  /** What they are so far, one line each, every one with the episode from which it may be told. */
  roles: list(v.strictObject({ text: text(160), revealedIn: code }), 12),
  playedBy: v.optional(list(v.strictObject({ actor: text(80), from: v.optional(code), to: v.optional(code) }), 6)),
});

const fact = v.strictObject({
  type: v.picklist(FACT_TYPES),
  who: list(slug, 12),
  with: v.optional(list(slug, 12)),
  where: v.optional(slug),
  /** When it happens in the story, where that is not the episode that reveals it. */
  at: v.optional(code),
  /** The episode that ends it, where it stops being true. */
  until: v.optional(code),
  /** 1: a detail, 2: an event of its episode, 3: nobody wants to be told. */
  severity: v.optional(v.picklist([1, 2, 3]), 2),
  confidence: v.optional(v.picklist(['high', 'medium', 'low']), 'high'),
  /** A key of the pack's `sources`; the season's where missing. */
  source: v.optional(slug),
  /** One sentence of our own, told in the words that people use. */
  text: text(300),
  /** Other ways in which people put it: matched, never shown. */
  also: v.optional(list(text(120), 8)),
});

const episode = v.strictObject({
  code,
  title: text(120),
  airs: date,
  /** The title itself tells something. */
  titleTells: v.optional(v.boolean()),
  facts: list(fact, 60),
});

const season = v.strictObject({
  season: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** The source of this season's facts that name none of their own. */
  source: slug,
  episodes: v.pipe(list(episode, 100), v.minLength(1)),
});

export const showSchema = v.strictObject({
  id: slug,
  /** Rises whenever the pack's contents change; progress is kept. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: text(120),
  /** Other titles and abbreviations (GoT, BCS, TLOU). */
  otherTitles: list(text(120), 20),
  /** The title is a common word or phrase (Lost, Wednesday): alone it proves nothing. */
  titleIsCommon: v.optional(v.boolean(), false),
  years: text(20),
  network: text(60),
  ids: v.strictObject({
    tvmaze: v.optional(v.number()),
    imdb: v.optional(v.pipe(v.string(), v.regex(/^tt\d{5,10}$/))),
    tvdb: v.optional(v.number()),
    wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
  }),
  /** One or two sentences that tell nothing beyond the first minutes. */
  premise: text(500),
  /** Other ways of telling the premise, and what the first minutes show: matched, never shown. */
  premiseAlso: v.optional(list(text(200), 30), []),
  /** Words and names that only this show's pages have; they put a page in scope. */
  scopeWords: list(text(60), 40),
  /** People behind it: creator, director, composer, author of the source. Talk of them is production. */
  makers: v.optional(list(text(80), 60), []),
  licence: text(120),
  sources: v.pipe(
    v.record(
      slug,
      v.strictObject({
        title: text(160),
        url: v.optional(v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\/[^\s<>"]+$/, 'must be a web address'))),
        licence: v.optional(text(80)),
      }),
    ),
    v.check((sources) => Object.keys(sources).length <= 100, 'holds more than 100 sources'),
  ),
});

export const packSchema = v.strictObject({
  format: v.literal(1),
  show: showSchema,
  entities: list(entity, 500),
  seasons: v.pipe(list(season, 60), v.minLength(1)),
});

export type Pack = v.InferOutput<typeof packSchema>;
export type PackShow = Pack['show'];
export type PackEntity = Pack['entities'][number];
export type PackSeason = Pack['seasons'][number];
export type PackEpisode = PackSeason['episodes'][number];
export type PackFact = PackEpisode['facts'][number];
export type EntityKind = (typeof ENTITY_KINDS)[number];
export type FactType = (typeof FACT_TYPES)[number];

/** A pack that cannot be used: `problems` says where and why, one line each. */
export class PackError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The show pack is not valid:\n${problems.slice(0, 20).join('\n')}`);
    this.name = 'PackError';
    this.problems = problems;
  }
}

/**
 * Checks the form of a pack; `findPackProblems` checks what it says.
 * @throws PackError with one line for each problem.
 */
export function parsePack(value: unknown): Pack {
  const result = v.safeParse(packSchema, value);
  if (result.success) return result.output;
  throw new PackError(result.issues.map((issue) => `${v.getDotPath(issue) ?? 'pack'}: ${issue.message}`));
}
