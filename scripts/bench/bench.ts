import { benchEngine } from './engine.ts';

const [what] = process.argv.slice(2);
if (what === 'engine') benchEngine();
else {
  console.error('bench: say what to measure: npm run bench -- engine|page');
  process.exit(2);
}
