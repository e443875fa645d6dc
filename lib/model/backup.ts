import * as v from 'valibot';
import { MAX_CORRECTIONS } from './correction.ts';
import { type EpisodeCode, isEpisodeCode } from './episodes.ts';
import { HIDE_STYLES, NEW_VIEWER, STRICTNESS_LEVELS, type Viewer } from './viewer.ts';

/**
 * All that a viewer has told Sofar, as one file. A file may come from anybody: every list and text is bounded, and unknown
 * keys are refused, so that nothing is lost in silence. Settings that an older Sofar did not have get their default.
 */
export interface Backup {
  sofar: 'backup';
  version: typeof BACKUP_VERSION;
  /** Milliseconds of the epoch. */
  madeAt: number;
  viewer: Viewer;
}

/** Rises when an older Sofar could not make sense of a file any more. */
export const BACKUP_VERSION = 1;
/** In UTF-16 units: what the fullest viewer could need is less. */
export const MAX_BACKUP_LENGTH = 4_000_000;
const MAX_SITES = 2000;
const MAX_SHOWS = 2000;

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const code = v.custom<EpisodeCode>(isEpisodeCode, 'must be an episode code such as S2E4');
const showId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the id of a show'), v.maxLength(60));
/** The last moment that a Date can hold, in milliseconds. */
const MAX_TIME = 8.64e15;
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_TIME));
const host = v.pipe(v.string(), v.regex(/^[^\s/?#@\\]+$/, 'must be a host such as example.com'), v.maxLength(300));
const sites = v.pipe(v.array(host), v.maxLength(MAX_SITES));
const strictness = v.picklist(STRICTNESS_LEVELS);

const trackedShow = v.strictObject({
  watched: code,
  off: v.exactOptional(v.boolean()),
  strictness: v.exactOptional(strictness),
  changedAt: time,
});

const correction = v.strictObject({
  kind: v.picklist(['show', 'hide']),
  show: showId,
  text: text(1000),
  revealedIn: v.exactOptional(code),
  host: v.pipe(v.string(), v.maxLength(300)),
  madeAt: time,
});

const viewerSchema = v.strictObject({
  enabled: v.optional(v.boolean(), NEW_VIEWER.enabled),
  pausedUntil: v.optional(time, NEW_VIEWER.pausedUntil),
  strictness: v.optional(strictness, NEW_VIEWER.strictness),
  sitesOff: v.optional(sites, []),
  sitesOnly: v.optional(sites, []),
  shows: v.pipe(
    v.unknown(),
    v.check((shows) => !Array.isArray(shows), 'must be shows by their ids'),
    v.record(showId, trackedShow),
    v.check((shows) => Object.keys(shows).length <= MAX_SHOWS, `holds more than ${MAX_SHOWS} shows`),
  ),
  look: v.optional(v.strictObject({ style: v.picklist(HIDE_STYLES), strength: v.picklist([1, 2, 3]) }), NEW_VIEWER.look),
  cards: v.optional(v.boolean(), NEW_VIEWER.cards),
  quietForReaders: v.optional(v.boolean(), NEW_VIEWER.quietForReaders),
  hideTabTitle: v.optional(v.boolean(), NEW_VIEWER.hideTabTitle),
  corrections: v.optional(v.pipe(v.array(correction), v.maxLength(MAX_CORRECTIONS)), []),
});

const backupSchema = v.strictObject({ sofar: v.literal('backup'), version: v.literal(BACKUP_VERSION), madeAt: time, viewer: viewerSchema });

/** What is wrong with a file: it is no JSON, something else than a backup, of a later Sofar, too long, or damaged. */
export type BackupProblem = 'notJson' | 'notABackup' | 'tooNew' | 'tooLong' | 'damaged';

/** A file that is not taken. `details` says where a damaged one is wrong, one line each. */
export class BackupError extends Error {
  readonly problem: BackupProblem;
  readonly details: string[];

  constructor(problem: BackupProblem, details: string[] = []) {
    super(`The backup cannot be used (${problem}).\n${details.join('\n')}`);
    this.name = 'BackupError';
    this.problem = problem;
    this.details = details;
  }
}

/** A viewer as a file holds it. */
export function makeBackup(viewer: Viewer, madeAt: number): Backup {
  return { sofar: 'backup', version: BACKUP_VERSION, madeAt, viewer };
}

/**
 * A file's text as a backup.
 * @throws BackupError and nothing else.
 */
export function readBackup(file: string): Backup {
  if (file.length > MAX_BACKUP_LENGTH) throw new BackupError('tooLong');
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    throw new BackupError('notJson');
  }
  return parseBackup(value);
}

/** So many lines of what is wrong: more help nobody. */
const MAX_DETAILS = 20;

/**
 * Checks what claims to be a backup.
 * @throws BackupError and nothing else.
 */
export function parseBackup(value: unknown): Backup {
  const head = v.safeParse(v.looseObject({ sofar: v.literal('backup'), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), value);
  if (!head.success) throw new BackupError('notABackup');
  if (head.output.version > BACKUP_VERSION) throw new BackupError('tooNew');
  const result = v.safeParse(backupSchema, value);
  if (result.success) return result.output;
  throw new BackupError(
    'damaged',
    result.issues.slice(0, MAX_DETAILS).map((issue) => `${v.getDotPath(issue) ?? 'backup'}: ${issue.message}`),
  );
}
