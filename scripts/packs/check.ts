import { PackError, parsePack } from '../../lib/model/packSchema.ts';
import { findPackProblems } from './findPackProblems.ts';
import { listShows, readPackSource } from './readPackSource.ts';

// `npm run data:check [show …]`: prints what is wrong with the packs; exit code 1 where anything is.
const asked = process.argv.slice(2);
let problemCount = 0;
for (const showId of asked.length ? asked : listShows()) {
  let problems: string[];
  try {
    problems = findPackProblems(parsePack(readPackSource(showId)));
  } catch (error) {
    problems = error instanceof PackError ? error.problems : [(error as Error).message];
  }
  problemCount += problems.length;
  console.log(problems.length ? `${showId}: ${problems.length} problems` : `${showId}: good`);
  for (const problem of problems) console.log(`  ${problem}`);
}
process.exitCode = problemCount ? 1 : 0;
