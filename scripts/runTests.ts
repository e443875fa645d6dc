import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

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
  numFailedTestSuites: number;
}

function count(name: string, ok: boolean): { passed: number; failed: number } {
  if (!existsSync(report(name))) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report(name), 'utf8')) as Report;
  // A file that does not load, or a set-up that throws, fails without failing a test.
  return { passed, failed: ok ? failed : Math.max(1, failed) };
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
  const { passed, failed } = hasReport ? count(name, ok) : { passed: Number(ok), failed: Number(!ok) };
  total.passed += passed;
  total.failed += failed;
  lines.push(`${ok ? 'good  ' : 'FAILED'} ${name.padEnd(6)} ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
