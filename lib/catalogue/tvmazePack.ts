import * as v from 'valibot';
import { EpisodeOrder } from '../model/episodes.ts';
import { type Pack, type PackEntity, parsePack } from '../model/packSchema.ts';
import { splitSentences } from '../text/sentences.ts';
import { EVERYDAY_NAMES, namesInSummaries } from './namesInSummaries.ts';
import { plainText } from './plainText.ts';

/** What is used of TVmaze's answer to `/shows/:id?embed[]=episodes&embed[]=cast`; the rest is ignored. Untrusted. */
const answerSchema = v.object({
  id: v.number(),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  premiered: v.nullish(v.string()),
  network: v.nullish(v.object({ name: v.string() })),
  webChannel: v.nullish(v.object({ name: v.string() })),
  summary: v.nullish(v.pipe(v.string(), v.maxLength(10_000))),
  externals: v.nullish(v.object({ imdb: v.nullish(v.string()), thetvdb: v.nullish(v.number()) })),
  _embedded: v.object({
    episodes: v.pipe(
      v.array(
        v.object({
          season: v.number(),
          number: v.nullish(v.number()),
          name: v.nullish(v.string()),
          airdate: v.nullish(v.string()),
          summary: v.nullish(v.pipe(v.string(), v.maxLength(10_000))),
        }),
      ),
      v.maxLength(2000),
    ),
    cast: v.nullish(v.pipe(v.array(v.object({ person: v.object({ name: v.string() }), character: v.object({ name: v.string() }) })), v.maxLength(500))),
  }),
});

type Answer = v.InferOutput<typeof answerSchema>;

const MAX_ENTITIES = 500;
const MAX_FACT_UNITS = 300;
const UNKNOWN_DATE = '1900-01-01';

const slug = (text: string) =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .join('-')
    .slice(0, 60)
    .replace(/-+$/, '');
const cut = (text: string, units: number) => (text.length > units ? `${text.slice(0, units - 1)}…` : text);
const isoDate = (text: string | null | undefined) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : UNKNOWN_DATE);

/** Episodes by season, specials left out, numbered anew from 1 where a number is missing. */
function seasonsOf(answer: Answer): Answer['_embedded']['episodes'][] {
  const bySeason = Map.groupBy(
    answer._embedded.episodes.filter((episode) => episode.season > 0 && episode.number !== 0),
    (episode) => episode.season,
  );
  return [...bySeason].sort(([a], [b]) => a - b).map(([, episodes]) => [...episodes].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)));
}

function entitiesOf(answer: Answer, summaries: readonly { ordinal: number; text: string }[], order: EpisodeOrder): PackEntity[] {
  const entities = new Map<string, PackEntity>();
  const add = (name: string, ordinal: number, actor: string | undefined) => {
    const id = slug(name);
    if (!id || entities.has(id) || entities.size >= MAX_ENTITIES) return;
    const isOneWord = !/\s/.test(name);
    entities.set(id, {
      id,
      kind: 'character',
      revealedIn: order.codeOf(ordinal),
      weight: actor ? 3 : 2,
      names: [{ text: cut(name, 80), kind: isOneWord ? 'given' : 'full', ...(isOneWord && EVERYDAY_NAMES.has(name) && { common: true }) }],
      roles: [],
      ...(actor && { playedBy: [{ actor: cut(actor, 80) }] }),
    });
  };
  const found = namesInSummaries(summaries);
  const firstTold = new Map(found.map((name) => [name.text, name.firstOrdinal]));
  // A cast row has no first episode: somebody is known from the first summary that names them, or, never named, from the start.
  for (const { person, character } of answer._embedded.cast ?? []) {
    const first = character.name.split(' ')[0] ?? '';
    add(character.name, firstTold.get(character.name) ?? firstTold.get(first) ?? 1, person.name);
  }
  for (const name of found) add(name.text, name.firstOrdinal, undefined);
  return [...entities.values()];
}

/**
 * A show pack of a TVmaze answer: its episodes, the names in their summaries, and each sentence of a summary as a fact
 * revealed by its episode. Such a pack knows less than a curated one and says so by its confidence.
 * @throws Error that says what is wrong with the answer; PackError where it exceeds a pack's bounds.
 */
export function tvmazePack(value: unknown): Pack {
  const parsed = v.safeParse(answerSchema, value);
  if (!parsed.success)
    throw new Error(
      `This is no answer of TVmaze with episodes: ${parsed.issues
        .map((issue) => `${v.getDotPath(issue) ?? 'answer'}: ${issue.message}`)
        .slice(0, 3)
        .join('; ')}`,
    );
  const answer = parsed.output;
  const seasons = seasonsOf(answer);
  if (seasons.length === 0) throw new Error(`TVmaze knows no episode of ${answer.name} yet.`);
  const order = new EpisodeOrder(seasons.map((episodes) => episodes.length));
  const summaries = seasons.flat().map((episode, i) => ({ ordinal: i + 1, text: plainText(episode.summary ?? '') }));
  let ordinal = 0;
  return parsePack({
    format: 1,
    show: {
      id: slug(answer.name) || `tvmaze-${answer.id}`,
      version: 1,
      title: answer.name,
      otherTitles: [],
      titleIsCommon: !/\s/.test(answer.name) && answer.name.length < 8,
      years: answer.premiered?.slice(0, 4) ?? '?',
      network: cut(answer.network?.name ?? answer.webChannel?.name ?? '?', 60),
      ids: { tvmaze: answer.id, ...(/^tt\d{5,10}$/.test(answer.externals?.imdb ?? '') && { imdb: answer.externals?.imdb }) },
      premise: cut(splitPremise(answer), 500),
      premiseAlso: [],
      scopeWords: distinctive(summaries),
      makers: [],
      licence: 'CC BY-SA 4.0',
      sources: { tvmaze: { title: 'TVmaze', url: `https://www.tvmaze.com/shows/${answer.id}`, licence: 'CC BY-SA 4.0' } },
    },
    entities: entitiesOf(answer, summaries, order),
    seasons: seasons.map((episodes, s) => ({
      season: s + 1,
      source: 'tvmaze',
      episodes: episodes.map((episode) => {
        const { text } = summaries[ordinal++] as { text: string };
        return {
          code: order.codeOf(ordinal),
          title: cut(episode.name || order.codeOf(ordinal), 120),
          airs: isoDate(episode.airdate),
          facts: splitSentences(text).map(({ start, end }) => ({
            type: 'other',
            who: [],
            confidence: 'medium',
            text: cut(text.slice(start, end), MAX_FACT_UNITS),
          })),
        };
      }),
    })),
  });
}

/** So often told of, a name that is nobody's everyday name speaks for its show. */
const DISTINCTIVE_COUNT = 4;
const MAX_SCOPE_WORDS = 40;

function distinctive(summaries: readonly { ordinal: number; text: string }[]): string[] {
  return namesInSummaries(summaries)
    .filter(({ text, count }) => count >= DISTINCTIVE_COUNT && !EVERYDAY_NAMES.has(text) && text.length >= 5)
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_SCOPE_WORDS)
    .map(({ text }) => cut(text, 60));
}

/** The first sentence of a show's own summary: the rest tells more than the first minutes, often. */
function splitPremise(answer: Answer): string {
  const text = plainText(answer.summary ?? '');
  const first = splitSentences(text)[0];
  return first ? text.slice(first.start, first.end) : answer.name;
}
