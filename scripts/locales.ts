import { readdirSync } from 'node:fs';
import { LOCALES, localeProblems, readLocale, SOURCE } from './locales/localeProblems.ts';

/** Says what the languages of public/_locales lack beside English, and what they have too much. Ends with 1 if there is anything. */
const source = readLocale(SOURCE);
let count = 0;
for (const name of readdirSync(LOCALES).sort()) {
  if (name === SOURCE) continue;
  const problems = localeProblems(source, readLocale(name));
  count += problems.length;
  console.log(
    problems.length === 0 ? `${name}: complete, ${Object.keys(source).length} texts` : `${name}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}
process.exitCode = count > 0 ? 1 : 0;
