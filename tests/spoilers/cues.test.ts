import { describe, expect, it } from 'vitest';
import { EpisodeOrder } from '../../lib/model/episodes.ts';
import { findCues, seasonOfOrdinal } from '../../lib/spoilers/cues.ts';

const order = new EpisodeOrder([8, 9, 10]);

/** The cues of a text as a reader would note them: S2E4, S2E4–6, S2. */
function read(text: string, contextSeason?: number, show = order): string {
  return findCues(text, show, contextSeason)
    .map(({ from, to, grain }) => {
      const first = show.codeOf(from);
      if (grain === 'season') return first.replace(/E.*/, '');
      return grain === 'range' ? `${first}–${show.codeOf(to).replace(/.*E/, '')}` : first;
    })
    .join(' ');
}

describe('an episode by season and number', () => {
  it.each([
    ['S2E4', 'S2E4'],
    ['s2e4', 'S2E4'],
    ['S02E04', 'S2E4'],
    ['S02 E04', 'S2E4'],
    ['S2.E4', 'S2E4'],
    ['S2:E4', 'S2E4'],
    ['S2, E4', 'S2E4'],
    ['S2-E4', 'S2E4'],
    ['S2_E4', 'S2E4'],
    ['S2 Ep4', 'S2E4'],
    ['S2 Ep. 4', 'S2E4'],
    ['S2 episode 4', 'S2E4'],
    ['S2EP4', 'S2E4'],
    ['(S2E4)', 'S2E4'],
    ['#S2E4', 'S2E4'],
    ['in S2E4.', 'S2E4'],
    ['“S2E4”', 'S2E4'],
    ['S2E4’s ending', 'S2E4'],
    ['2x04', 'S2E4'],
    ['2X04', 'S2E4'],
    ['02x04', 'S2E4'],
    ['Season 2 Episode 4', 'S2E4'],
    ['season 2, episode 4', 'S2E4'],
    ['SEASON 2 EPISODE 4', 'S2E4'],
    ['Season 2: Episode 4', 'S2E4'],
    ['Season 2 – Episode 4', 'S2E4'],
    ['Season 2 - Ep. 4', 'S2E4'],
    ['Season two, episode four', 'S2E4'],
    ['series 2, episode 4', 'S2E4'],
    ['series two episode four', 'S2E4'],
    ['season 2 chapter 4', 'S2E4'],
    ['episode 4 of season 2', 'S2E4'],
    ['Episode four of season two', 'S2E4'],
    ['ep 4 of s2', 'S2E4'],
    ['episode 4 of the second season', 'S2E4'],
    ['episode 4, of series 2', 'S2E4'],
    ['the fourth episode of season 2', 'S2E4'],
    ['the fourth episode of the second season', 'S2E4'],
    ['the 4th episode of the 2nd season', 'S2E4'],
    ['the fourth hour of season two', 'S2E4'],
    ['the last episode of season 2', 'S2E9'],
    ['the final episode of the second season', 'S2E9'],
    ['S3E10', 'S3E10'],
    ['season three, episode ten', 'S3E10'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('several episodes', () => {
  it.each([
    ['S2E4-6', 'S2E4–6'],
    ['S2E4–E6', 'S2E4–6'],
    ['S2E4 - E6', 'S2E4–6'],
    ['season 2 episodes 4-6', 'S2E4–6'],
    ['season 2, episodes 4 to 6', 'S2E4–6'],
    ['season 2 episodes 4 and 5', 'S2E4–5'],
    ['episodes 4–6 of season 2', 'S2E4–6'],
    ['episodes four to six of the second season', 'S2E4–6'],
    ['S1E8 and S2E1', 'S1E8 S2E1'],
    ['from S1E1 to S3E10', 'S1E1 S3E10'],
    ['between season 1 and season 3', 'S1 S3'],
    ['S2E6-4', 'S2E6'],
    ['S2E4-40', 'S2E4'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a season', () => {
  it.each([
    ['season 2', 'S2'],
    ['Season Two', 'S2'],
    ['series 2', 'S2'],
    ['S2', 'S2'],
    ['in s2 he leaves', 'S2'],
    ['the second season', 'S2'],
    ['the 2nd season', 'S2'],
    ['its second-season arc', 'S2'],
    ['the final season', 'S3'],
    ['the last season', 'S3'],
    ['Season 2 (2022)', 'S2'],
    ['season 1 vs. season 2', 'S1 S2'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('the ends of seasons', () => {
  it.each([
    ['the season 2 finale', 'S2E9'],
    ['the Season 2 premiere', 'S2E1'],
    ['season 2 opener', 'S2E1'],
    ['season 2’s finale', 'S2E9'],
    ['the S2 finale', 'S2E9'],
    ['the second season finale', 'S2E9'],
    ['the second-season premiere', 'S2E1'],
    ['the 2nd season finale', 'S2E9'],
    ['the finale of season 2', 'S2E9'],
    ['the premiere of the third season', 'S3E1'],
    ['the end of season 2', 'S2E9'],
    ['the season two closer', 'S2E9'],
    ['the final season premiere', 'S3E1'],
    ['the series finale', 'S3E10'],
    ['the show’s finale', 'S3E10'],
    ['the pilot', 'S1E1'],
    ['the pilot episode', 'S1E1'],
    ['the series premiere', 'S1E1'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('an episode without its season', () => {
  it.each([
    ['episode 4', 'S2E4'],
    ['Ep. 4', 'S2E4'],
    ['ep4', 'S2E4'],
    ['Episode #4', 'S2E4'],
    ['episode four', 'S2E4'],
    ['episodes 4-6', 'S2E4–6'],
    ['the fourth episode', 'S2E4'],
    ['chapter 4', 'S2E4'],
    ['the finale', 'S2E9'],
    ['the season finale', 'S2E9'],
    ['the premiere', 'S2E1'],
    ['the season opener', 'S2E1'],
    ['the last episode', 'S2E9'],
  ])('%s belongs to the season spoken of', (text, expected) => expect(read(text, 2)).toBe(expected));

  it.each(['episode 4', 'the finale', 'the fourth episode'])('%s is no cue where no season is spoken of', (text) => {
    expect(read(text)).toBe('');
  });

  it('belongs to a season that the same text named before', () => {
    expect(read('In season 2 he leaves; episode 4 shows why')).toBe('S2 S2E4');
  });

  it('belongs to the only season of a show that has one', () => {
    expect(read('episode 4, then the finale', undefined, new EpisodeOrder([9]))).toBe('S1E4 S1E9');
  });

  it('is no cue where the season spoken of has no such episode', () => {
    expect(read('episode 10', 2)).toBe('');
    expect(read('episode 10', 3)).toBe('S3E10');
  });
});

describe('what is no cue', () => {
  it.each([
    '',
    'Nick left.',
    'S9E1',
    'S2E10',
    'season 9',
    'season 2 episode 99',
    'S0E1',
    'season 0',
    'episode 0 of season 1',
    'four seasons in one day',
    'Four Seasons hotel',
    'a new season of love',
    'hunting season',
    'this season',
    'season tickets',
    'a seasoned cook',
    'the episode',
    'an episode of depression',
    '12 episodes',
    '8 episodes of 50 minutes',
    'He is 2 x 4 metres away',
    '1920x1080',
    '1x1',
    '2×4 timber',
    'the S&P 500',
    'iPhone 5s2',
    'MS2E4',
    'US2E4X',
    'AS2E4',
    'S2E4chan',
    'BMW E46',
    'Galaxy S25',
    'S1234E1',
    'on 2/04',
    'chapter and verse',
    'the finalists',
    'a pilotless plane',
    'copilots',
    'premiered in 2016',
    'the World Series',
    'a series of events',
    'a series of 4 episodes',
    'epic 4',
    'ep',
    'in the 2nd place',
    'the second time',
    'Season of Storms',
    'he was 4 in season',
    'the seasons 1 changed',
  ])('%j', (text) => expect(read(text)).toBe(''));
});

describe('the season of an ordinal', () => {
  it('is where the ordinal lies', () => {
    expect([0, 1, 8, 9, 17, 18, 27, 28].map((ordinal) => seasonOfOrdinal(order, ordinal))).toEqual([undefined, 1, 1, 2, 2, 3, 3, undefined]);
  });
});
