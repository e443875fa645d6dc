import type { EpisodeOrder } from '../model/episodes.ts';

/** Where a text says that it speaks of: inclusive ordinals, and how sure the words are. */
export interface Cue {
  from: number;
  to: number;
  /** An episode, several of them in a row, or a whole season. */
  grain: 'episode' | 'range' | 'season';
  /** UTF-16 units of the cue in the text. */
  start: number;
  end: number;
}

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const NUMBER = `(?:\\d{1,3}|${[...NUMBER_WORDS].reverse().join('|')})(?![\\p{L}\\p{N}])`;
const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|${[...ORDINAL_WORDS].reverse().join('|')}|final|last)`;
const DASH = '\\s?[-–—]\\s?';
const EPISODE = '(?:episodes?|eps?\\.?|chapter)';
const LAST_OF_SEASON = '(?:finale|final episode|last episode|final chapter|closer)';
const FIRST_OF_SEASON = '(?:premiere|première|opener|first episode)';
const SEASON = '(?:season|series)';

/** Nearly every sentence without a cue is turned away by this one test. */
const MAY_HOLD_CUE = /\d|season|series|episode|\bep|finale|final|premiere|pilot|chapter|opener/i;

type Groups = Record<string, string | undefined>;
type Meaning = { season?: number | 'last' | undefined; episode?: number | 'first' | 'last' | undefined; to?: number | undefined; pilot?: boolean };

function toNumber(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const lower = text.toLowerCase();
  const digits = Number.parseInt(lower, 10);
  if (!Number.isNaN(digits)) return digits;
  const number = NUMBER_WORDS.indexOf(lower);
  if (number >= 0) return number + 1;
  const ordinal = ORDINAL_WORDS.indexOf(lower);
  return ordinal >= 0 ? ordinal + 1 : undefined;
}

const seasonOf = (text: string | undefined): Meaning['season'] => (/^(final|last)$/i.test(text ?? '') ? 'last' : toNumber(text));
const episodeOf = (text: string | undefined): Meaning['episode'] => (/^(final|last)$/i.test(text ?? '') ? 'last' : toNumber(text));

/** Forms in the order in which they are tried; a later one never takes text that an earlier one took. */
const FORMS: { pattern: RegExp; read: (g: Groups) => Meaning }[] = [
  {
    pattern: new RegExp(
      `(?<!\\p{L})s(?<s>\\d{1,2})[\\s.:,_-]{0,3}e(?:p(?:isode)?)?[\\s.]{0,2}(?<e>\\d{1,3})(?:${DASH}e?(?<to>\\d{1,3}))?(?!\\p{L}|\\d)`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s), episode: toNumber(g.e), to: toNumber(g.to) }),
  },
  {
    pattern: /(?<![\p{L}\d])(?<s>\d{1,2})x(?<e>\d{2,3})(?![\p{L}\d])/giu,
    read: (g) => ({ season: toNumber(g.s), episode: toNumber(g.e) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:${SEASON} (?<s>${NUMBER})|s(?<s2>\\d{1,2}))[,:;]?\\s?(?:[–—-]\\s)?(?:the )?${EPISODE}\\s?(?<e>${NUMBER})(?:(?:${DASH}| and | to )(?<to>${NUMBER}))?`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s ?? g.s2), episode: toNumber(g.e), to: toNumber(g.to) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})${EPISODE}\\s?(?<e>${NUMBER})(?:(?:${DASH}| and | to )(?<to>${NUMBER}))?,? (?:of|in|from) (?:the )?(?:${SEASON} (?<s>${NUMBER})|(?<o>${ORDINAL}) ${SEASON}|s(?<s2>\\d{1,2}))`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s ?? g.s2) ?? seasonOf(g.o), episode: toNumber(g.e), to: toNumber(g.to) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?<e>${ORDINAL}) (?:episode|chapter|hour) (?:of|in|from) (?:the )?(?:${SEASON} (?<s>${NUMBER})|(?<o>${ORDINAL}) ${SEASON}|s(?<s2>\\d{1,2}))`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s ?? g.s2) ?? seasonOf(g.o), episode: episodeOf(g.e) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:${SEASON} (?<s>${NUMBER})|s(?<s2>\\d{1,2})|(?<o>${ORDINAL})[ -]season)(?:['’]s)?,? (?:the |${SEASON} )?(?:(?<last>${LAST_OF_SEASON})|${FIRST_OF_SEASON})`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s ?? g.s2) ?? seasonOf(g.o), episode: g.last ? 'last' : 'first' }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:(?<last>${LAST_OF_SEASON}|end)|${FIRST_OF_SEASON}) (?:of|to|for|from) (?:the )?(?:${SEASON} (?<s>${NUMBER})|(?<o>${ORDINAL}) ${SEASON}|s(?<s2>\\d{1,2}))`,
      'giu',
    ),
    read: (g) => ({ season: toNumber(g.s ?? g.s2) ?? seasonOf(g.o), episode: g.last ? 'last' : 'first' }),
  },
  {
    pattern: /(?<!\p{L})(?:series|show['’]?s?) (?<last>finale|final episode)/giu,
    read: () => ({ season: 'last', episode: 'last' }),
  },
  { pattern: /(?<!\p{L})(?:the |series )?pilot(?: episode)?(?!\p{L})|(?<!\p{L})series premiere/giu, read: () => ({ pilot: true }) },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:${SEASON} (?<s>${NUMBER})|(?<!\\d\\s)(?<o>${ORDINAL})[ -]season|(?<!\\d)s(?<s2>\\d{1,2})(?![\\p{L}\\p{N}]))`, 'giu'),
    read: (g) => ({ season: toNumber(g.s ?? g.s2) ?? seasonOf(g.o) }),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})${EPISODE}\\s?#?(?<e>${NUMBER})(?:(?:${DASH}| and | to )(?<to>${NUMBER}))?`, 'giu'),
    read: (g) => ({ episode: toNumber(g.e), to: toNumber(g.to) }),
  },
  { pattern: new RegExp(`(?<!\\p{L})(?<e>${ORDINAL}) (?:episode|chapter)(?!s)`, 'giu'), read: (g) => ({ episode: episodeOf(g.e) }) },
  { pattern: /(?<!\p{L})(?:season )?(?:(?<last>finale)|(?:premiere|season opener))(?!\p{L})/giu, read: (g) => ({ episode: g.last ? 'last' : 'first' }) },
];

/** Talk of a season so far ahead of the pack is a number for something else. */
const MAX_SEASONS_AHEAD = 4;

function resolve(meaning: Meaning, order: EpisodeOrder, contextSeason: number | undefined): Omit<Cue, 'start' | 'end'> | undefined {
  if (meaning.pilot) return { from: 1, to: 1, grain: 'episode' };
  const said = meaning.season === 'last' ? order.seasonCount : meaning.season;
  // "Episode 5" alone means one of the season that the text around it speaks of; a show of one season needs none.
  const seasonNumber = said ?? contextSeason ?? (order.seasonCount === 1 ? 1 : undefined);
  // A season that the pack does not have yet lies beyond all that it has.
  if (seasonNumber !== undefined && seasonNumber > order.seasonCount && seasonNumber <= order.seasonCount + MAX_SEASONS_AHEAD)
    return { from: order.count, to: order.count, grain: 'season' };
  const season = seasonNumber === undefined ? undefined : order.season(seasonNumber);
  if (!season || seasonNumber === undefined) return undefined;
  if (meaning.episode === undefined) return { from: season.first, to: season.last, grain: 'season' };
  const count = season.last - season.first + 1;
  const number = meaning.episode === 'first' ? 1 : meaning.episode === 'last' ? count : meaning.episode;
  if (number < 1 || number > count) return undefined;
  const from = season.first + number - 1;
  if (meaning.to !== undefined && meaning.to > number && meaning.to <= count) return { from, to: season.first + meaning.to - 1, grain: 'range' };
  return { from, to: from, grain: 'episode' };
}

/**
 * The episodes and seasons that a text names, in the forms in which people write them: S02E04, 2x04, "season two,
 * episode four", "ep 5", "the season 2 finale", "the pilot". What the show does not have is no cue.
 * @param contextSeason the season that "episode 5" and "the finale" belong to where the text does not say.
 */
export function findCues(text: string, order: EpisodeOrder, contextSeason?: number): Cue[] {
  if (!MAY_HOLD_CUE.test(text)) return [];
  const cues: Cue[] = [];
  const taken: [number, number][] = [];
  let season = contextSeason;
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some(([s, e]) => start < e && end > s)) continue;
      taken.push([start, end]);
      const meaning = read((match.groups ?? {}) as Groups);
      if (typeof meaning.season === 'number') season ??= meaning.season;
      const cue = resolve(meaning, order, season);
      if (cue) cues.push({ ...cue, start, end });
    }
  }
  return cues.sort((a, b) => a.start - b.start);
}

/** The season of an ordinal, from 1; undefined for 0. */
export function seasonOfOrdinal(order: EpisodeOrder, ordinal: number): number | undefined {
  for (let s = 1; s <= order.seasonCount; s++) if (ordinal <= (order.season(s)?.last ?? 0)) return ordinal > 0 ? s : undefined;
  return undefined;
}
