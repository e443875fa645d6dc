/** An episode's code as viewers write it: `S2E4`. `S0E0` stands for "not started". */
export type EpisodeCode = `S${number}E${number}`;

/** What a viewer has watched before the first episode: nothing but the poster. Its ordinal is 0. */
export const NOT_STARTED: EpisodeCode = 'S0E0';

const CODE = /^S(\d{1,3})E(\d{1,3})$/;

/** True for a well-formed code, whether or not a show has such an episode. */
export function isEpisodeCode(value: unknown): value is EpisodeCode {
  return typeof value === 'string' && CODE.test(value);
}

/** The id under which an episode has a card. */
export const episodeId = (code: EpisodeCode): string => `episode:${code}`;

/**
 * Season and number of a code.
 * @throws TypeError for anything that is not a code.
 */
export function parseEpisodeCode(code: string): { season: number; number: number } {
  const match = CODE.exec(code);
  if (!match) throw new TypeError(`"${code}" is not an episode code such as S2E4`);
  return { season: Number(match[1]), number: Number(match[2]) };
}

/**
 * A show's total order of episodes. Ordinals count from 1 in the order of `seasonLengths`
 * (index 0: the number of episodes of season 1); ordinal 0 is `S0E0`, the premise.
 */
export class EpisodeOrder {
  /** Index s: how many episodes come before season s + 1. One more entry than there are seasons. */
  readonly #before: number[];

  readonly seasonLengths: readonly number[];
  /** By ordinal, those that were asked for: a page may ask for the same one ten thousand times. */
  readonly #codes: EpisodeCode[] = [];

  constructor(seasonLengths: readonly number[]) {
    this.seasonLengths = seasonLengths;
    this.#before = [0];
    for (const length of seasonLengths) this.#before.push((this.#before.at(-1) as number) + length);
  }

  /** How many episodes there are: the ordinal of the last one. */
  get count(): number {
    return this.#before.at(-1) as number;
  }

  /** How many seasons there are. */
  get seasonCount(): number {
    return this.seasonLengths.length;
  }

  /** The ordinal of a code, or undefined where the show has no such episode. */
  find(code: string): number | undefined {
    const { season, number } = parseEpisodeCode(code);
    if (season === 0) return number === 0 ? 0 : undefined;
    const length = this.seasonLengths[season - 1];
    if (length === undefined || number < 1 || number > length) return undefined;
    return (this.#before[season - 1] as number) + number;
  }

  /**
   * The ordinal of a code.
   * @throws RangeError where the show has no such episode.
   */
  ordinalOf(code: string): number {
    const ordinal = this.find(code);
    if (ordinal === undefined) throw new RangeError(`the show has no episode ${code}`);
    return ordinal;
  }

  /**
   * The code of an ordinal.
   * @throws RangeError for an ordinal outside 0..count.
   */
  codeOf(ordinal: number): EpisodeCode {
    this.#codes[ordinal] ??= this.#makeCode(ordinal);
    return this.#codes[ordinal];
  }

  #makeCode(ordinal: number): EpisodeCode {
    if (ordinal === 0) return NOT_STARTED;
    const season = this.#before.findIndex((before, i) => i > 0 && ordinal <= before);
    if (!Number.isInteger(ordinal) || ordinal < 0 || season < 0) {
      throw new RangeError(`the show has no episode number ${ordinal}`);
    }
    return `S${season}E${ordinal - (this.#before[season - 1] as number)}`;
  }

  /** First and last ordinal of a season (from 1), or undefined where there is none. */
  season(number: number): { first: number; last: number } | undefined {
    const before = this.#before[number - 1];
    const last = this.#before[number];
    if (number < 1 || before === undefined || last === undefined) return undefined;
    return { first: before + 1, last };
  }
}
