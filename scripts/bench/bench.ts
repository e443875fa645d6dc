import { benchEngine } from './engine.ts';
import { benchPage } from './page.ts';

const [what] = process.argv.slice(2);
if (what === 'engine') benchEngine();
else if (what === 'page') await benchPage(process.argv.slice(3));
else {
  console.error('bench: say what to measure: npm run bench -- engine|page');
  process.exit(2);
}
