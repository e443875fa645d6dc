import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { STAGES } from './scan/withoutStage.ts';

// `npm run engine:table`: writes the tables of docs/engine.md, where the labelled set is at hand. Takes some minutes.

const project = new URL('..', import.meta.url).pathname;
const scorer = new URL('../../shared/devset/score.mjs', import.meta.url).pathname;
const out = `${project}.cache/engine/`;
const pages = [`${project}docs/engine.md`, `${project}README.md`];
const COLUMNS = ['recall', 'nearRecall', 'seen', 'nearSeen', 'premise', 'production', 'opinion', 'other'] as const;

type Figures = Record<(typeof COLUMNS)[number], number | null>;
interface Result {
  macro: Figures;
  shows: Record<string, Figures>;
}

function score(...args: string[]): Result {
  const json = `${out}score.json`;
  const { status } = spawnSync('node', [scorer, '--project', project, '--json', json, '--', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`scoring ${args.join(' ')} failed`);
  return JSON.parse(readFileSync(json, 'utf8')) as Result;
}

const row = (name: string, figures: Figures, offTopic: number | null | undefined) =>
  `| ${name} | ${COLUMNS.map((column) => figures[column]?.toFixed(3) ?? '–').join(' | ')} | ${offTopic?.toFixed(3) ?? '–'} |`;
const head = `| | ${COLUMNS.map((column) => column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(' | ')} | off-topic |\n| --- |${' ---: |'.repeat(COLUMNS.length + 1)}`;
const scored = (name: string, ...args: string[]) => {
  const { macro, shows } = score(...args);
  console.log(row(name, macro, shows['off-topic']?.other));
  return row(name, macro, shows['off-topic']?.other);
};

/** For each show of the set: a model fitted without its pages, scored on its pages alone. */
function leaveOneOut(): string[] {
  const shows = Object.keys(score().shows).filter((show) => show !== 'off-topic');
  const figures = shows.map((show) => {
    const model = `${out}without-${show}.json`;
    spawnSync('npm', ['run', '--silent', 'train', '--', '--leave-out', show, '--out', model], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
    const { shows: all } = score('--model', model);
    console.log(row(`${show}, fitted without it`, all[show] as Figures, undefined));
    return { show, figures: all[show] as Figures };
  });
  const mean = Object.fromEntries(
    COLUMNS.map((column) => {
      const values = figures.map((entry) => entry.figures[column]).filter((value) => value !== null);
      return [column, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  ) as Figures;
  return [...figures.map((entry) => row(entry.show, entry.figures, undefined)), row('mean', mean, undefined)];
}

/** Puts lines between a section's markers, on every page that has them. */
function write(section: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
  for (const page of pages) {
    const text = readFileSync(page, 'utf8');
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from >= 0 && to >= 0) writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`);
  }
}

if (!existsSync(scorer)) {
  console.error('engine:table: the labelled set is not part of the project. Its scorer is looked for in ../shared/devset.');
  process.exit(1);
}
mkdirSync(out, { recursive: true });
/** Every table by its section; the last takes a training a show. */
const TABLES: Record<string, () => string[]> = {
  engines: () => [head, ...['title', 'names', 'first-appearance', 'full'].map((engine) => scored(engine, '--engine', engine))],
  strictness: () => [head, ...['light', 'balanced', 'strict'].map((level) => scored(level, '--strictness', level))],
  stages: () => [head, scored('full'), ...STAGES.map((stage) => scored(`without ${stage}`, '--without', stage))],
  'left-out': () => [head, ...leaveOneOut()],
};
const wanted = process.argv.slice(2);
for (const [section, make] of Object.entries(TABLES)) if (wanted.length === 0 || wanted.includes(section)) write(section, make());
