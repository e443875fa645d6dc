import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// `npm run score -- [--json FILE] [-- --engine names …]`: scores the engine on the labelled set, where that is at hand.
const SCORER = new URL('../../shared/devset/score.mjs', import.meta.url).pathname;
if (!existsSync(SCORER)) {
  console.error('score: the labelled set is not part of the project. Its pages and scorer are looked for in ../shared/devset.');
  process.exit(1);
}
const project = new URL('..', import.meta.url).pathname;
process.exitCode = spawnSync('node', [SCORER, '--project', project, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
