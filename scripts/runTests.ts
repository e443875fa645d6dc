import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What `npm test` runs, in order; all of it, also after a failure. The last line is "N passed, N failed".
 * A step without a report of its own counts as one.
 */
const OUT = new URL('../out/', import.meta.url).pathname;
const report = (name: string) => `${OUT}tests-${name}.json`;
const vitest = (name: string, config: string, ...more: string[]) => [
  'vitest',
  'run',
  '--config',
  config,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report(name)}`,
  ...more,
];

const STEPS: { name: string; command: string[]; hasReport?: boolean }[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'data', command: ['npm', 'run', '--silent', 'data:check'] },
  { name: 'unit', command: vitest('unit', 'tests/vitest.config.ts'), hasReport: true },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'size', command: ['npm', 'run', '--silent', 'size'] },
  { name: 'e2e', command: vitest('e2e', 'tests/e2e/vitest.config.ts'), hasReport: true },
];

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

interface Outcome {
  passed: number;
  failed: number;
  /** What failed and why, a line each: a long log is often read from its end. */
  reasons: string[];
}

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n')[0] ?? '';

function readOutcome(name: string, ok: boolean): Outcome {
  if (!existsSync(report(name))) return { passed: 0, failed: 1, reasons: ['it left no report'] };
  const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report(name), 'utf8')) as Report;
  const reasons = testResults.flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    const where = relative(process.cwd(), file.name);
    if (tests.length === 0 && file.status === 'failed') return [`${where}: ${firstLine(file.message)}`];
    return tests.map(({ fullName, failureMessages }) => `${where}: ${fullName}: ${firstLine(failureMessages[0])}`);
  });
  // A file that does not load, or a set-up that throws, fails without failing a test.
  return { passed, failed: ok ? failed : Math.max(1, failed), reasons };
}

mkdirSync(OUT, { recursive: true });
const total = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const { name, command, hasReport } of STEPS) {
  console.log(`\n== ${name}`);
  rmSync(report(name), { force: true });
  const started = Date.now();
  const [program = '', ...args] = command;
  const ok = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: false }).status === 0;
  const { passed, failed, reasons }: Outcome = hasReport ? readOutcome(name, ok) : { passed: Number(ok), failed: Number(!ok), reasons: [] };
  total.passed += passed;
  total.failed += failed;
  lines.push(`${ok ? 'good  ' : 'FAILED'} ${name.padEnd(6)} ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  lines.push(...reasons.map((reason) => `         ${reason}`));
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
