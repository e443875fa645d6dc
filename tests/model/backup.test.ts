import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_VERSION, BackupError, MAX_BACKUP_LENGTH, makeBackup, parseBackup, readBackup } from '../../lib/model/backup.ts';
import { MAX_CORRECTIONS } from '../../lib/model/correction.ts';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';

const full: Viewer = {
  enabled: false,
  pausedUntil: 1_800_000_000_000,
  strictness: 'strict',
  sitesOff: ['mail.example.com', 'localhost:3000'],
  sitesOnly: ['[::1]:8000'],
  shows: { lane: { watched: 'S1E2', changedAt: 5 }, gull: { watched: 'S0E0', off: true, strictness: 'light', changedAt: 6 } },
  look: { style: 'dots', strength: 3 },
  cards: false,
  quietForReaders: true,
  hideTabTitle: true,
  corrections: [
    { kind: 'show', show: 'lane', text: 'Mara <b>returns</b>.', revealedIn: 'S1E1', host: 'a.example', madeAt: 7 },
    { kind: 'hide', show: 'gull', text: 'A sentence.', host: '', madeAt: 8 },
  ],
};

/** A backup's file after something in it was changed by its path. */
function changed(path: string, value: unknown): string {
  const backup = JSON.parse(JSON.stringify(makeBackup(full, 1))) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const place = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, backup);
  Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(backup);
}

function problemOf(file: string): BackupError {
  try {
    readBackup(file);
  } catch (error) {
    if (error instanceof BackupError) return error;
    throw error;
  }
  throw new Error('the backup was taken');
}

describe('a backup', () => {
  it.each([
    ['a new viewer', NEW_VIEWER],
    ['one who has set everything', full],
  ])('brings back all of %s', (_, viewer) => {
    const backup = makeBackup(viewer, 1_764_000_000_000);
    expect(readBackup(JSON.stringify(backup))).toEqual(backup);
  });

  it('gets the defaults of what an older Sofar did not have', () => {
    const file = JSON.stringify({ sofar: 'backup', version: 1, madeAt: 1, viewer: { shows: full.shows } });
    expect(readBackup(file).viewer).toEqual({ ...NEW_VIEWER, shows: full.shows });
  });

  it('holds the fullest viewer there can be', () => {
    const corrections = Array.from({ length: MAX_CORRECTIONS }, (_, i) => ({
      kind: 'hide' as const,
      show: 'lane',
      text: `${i} ${'x'.repeat(990)}`,
      host: `${'a'.repeat(240)}.example`,
      madeAt: i,
    }));
    expect(readBackup(JSON.stringify(makeBackup({ ...full, corrections }, 1), null, 2)).viewer.corrections).toHaveLength(MAX_CORRECTIONS);
  });

  it.each<[string, string]>([
    ['', 'notJson'],
    ['{"sofar": "backup",', 'notJson'],
    ['\u0000\u0001binary', 'notJson'],
    ['null', 'notABackup'],
    ['[]', 'notABackup'],
    ['"backup"', 'notABackup'],
    ['{}', 'notABackup'],
    ['{"format":1,"show":{"id":"lane"}}', 'notABackup'],
    [changed('sofar', 'pack'), 'notABackup'],
    [changed('version', '1'), 'notABackup'],
    [changed('version', 0), 'notABackup'],
    [changed('version', BACKUP_VERSION + 1), 'tooNew'],
    [' '.repeat(MAX_BACKUP_LENGTH + 1), 'tooLong'],
  ])('is refused with a reason: %.40j', (file, problem) => expect(problemOf(file).problem).toBe(problem));

  it.each<[string, string, unknown]>([
    ['no viewer', 'viewer', undefined],
    ['an unknown setting', 'viewer.theme', 'dark'],
    ['an unknown key beside the viewer', 'packs', []],
    ['a switch in letters', 'viewer.enabled', 'yes'],
    ['an unknown strictness', 'viewer.strictness', 'severe'],
    ['a time before time', 'viewer.pausedUntil', -1],
    ['a time that no date holds', 'madeAt', 1e16],
    ['no shows', 'viewer.shows', null],
    ['shows as a list', 'viewer.shows', [{ watched: 'S1E1', changedAt: 1 }]],
    ['a progress that is none', 'viewer.shows.lane.watched', 'S1'],
    ['a show with a path for an id', 'viewer.shows', { '../../etc': { watched: 'S1E1', changedAt: 1 } }],
    ['an unknown key of a show', 'viewer.shows.lane.wached', 'S1E1'],
    ['a site with a path', 'viewer.sitesOff.0', 'example.com/a'],
    ['a site with markup', 'viewer.sitesOff.0', '<img src=x>'],
    ['ten thousand sites', 'viewer.sitesOff', Array(10_000).fill('a.example')],
    ['an unknown style', 'viewer.look.style', 'url(x)'],
    ['a strength of 4', 'viewer.look.strength', 4],
    ['too many corrections', 'viewer.corrections', Array(MAX_CORRECTIONS + 1).fill(full.corrections[0])],
    ['a correction of a megabyte', 'viewer.corrections.0.text', 'x'.repeat(1_000_000)],
    ['an unknown kind of correction', 'viewer.corrections.0.kind', 'maybe'],
    ['an own key __proto__', 'viewer.__proto__', { polluted: true }],
  ])('is refused with %s, and says where', (_, path, value) => {
    const { problem, details } = problemOf(changed(path, value));
    expect(problem).toBe('damaged');
    expect(details.join('\n')).toContain(path.split('.').slice(0, 2).join('.'));
  });

  it('lists no more problems than anybody reads', () => {
    expect(problemOf(changed('viewer.sitesOff', Array(500).fill('a b'))).details.length).toBeLessThanOrEqual(20);
  });

  it('pollutes no prototype', () => {
    const file = JSON.stringify(makeBackup(full, 1)).replace('"shows":{', '"shows":{"__proto__":{"watched":"S1E1","changedAt":1,"polluted":true},');
    try {
      expect(Object.keys(readBackup(file).viewer.shows)).toEqual(['lane', 'gull']);
    } catch (error) {
      expect(error).toBeInstanceOf(BackupError);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('throws nothing but BackupError, whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (value) => {
        expect(() => parseBackup(value)).toThrow(BackupError);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('viewer', 'viewer.shows', 'viewer.shows.lane', 'viewer.corrections.0', 'viewer.look'), fc.jsonValue(), (path, value) => {
        try {
          readBackup(changed(path, value));
        } catch (error) {
          expect(error).toBeInstanceOf(BackupError);
        }
      }),
    );
  });
});
