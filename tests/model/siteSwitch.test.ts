import { describe, expect, it } from 'vitest';
import { isOnAt, withSite } from '../../lib/model/siteSwitch.ts';

const sites = (sitesOff: string[], sitesOnly: string[] = []) => ({ sitesOff, sitesOnly });

describe('the switch of a site', () => {
  it.each([
    ['everywhere', sites([]), true],
    ['but not where it is off', sites(['a.example']), false],
    ['on a chosen site', sites([], ['a.example']), true],
    ['but not beside the chosen ones', sites([], ['b.example']), false],
    ['and off goes before chosen', sites(['a.example'], ['a.example']), false],
  ])('is on %s', (_, lists, expected) => {
    expect(isOnAt(lists, 'a.example')).toBe(expected);
  });

  it.each([sites([]), sites(['a.example']), sites(['b.example']), sites([], ['a.example']), sites([], ['b.example']), sites(['a.example'], ['a.example'])])(
    'does what it says from %j on',
    (lists) => {
      expect(isOnAt(withSite(lists, 'a.example', true), 'a.example')).toBe(true);
      expect(isOnAt(withSite(lists, 'a.example', false), 'a.example')).toBe(false);
      // What holds elsewhere stays.
      for (const on of [true, false]) expect(isOnAt(withSite(lists, 'a.example', on), 'c.example')).toBe(isOnAt(lists, 'c.example'));
    },
  );

  it('notes a site once', () => {
    expect(withSite(sites(['a.example']), 'a.example', false).sitesOff).toEqual(['a.example']);
    expect(withSite(sites([], ['a.example']), 'a.example', true).sitesOnly).toEqual(['a.example']);
  });
});
