import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { tvmazePack } from '../../lib/catalogue/tvmazePack.ts';
import { isEpisodeCode, NOT_STARTED } from '../../lib/model/episodes.ts';
import { parsePack } from '../../lib/model/packSchema.ts';
import { STRICTNESS_LEVELS, type Strictness } from '../../lib/model/viewer.ts';
import { loadPacks } from '../packs/loadPacks.ts';
import { RIVALS, type Rival } from './rivals.ts';
import { Scanner, type ScanRequest } from './scanner.ts';
import { STAGES, type Stage } from './withoutStage.ts';

const USAGE = `npm run scan -- [--jsonl] [--engine full|title|names|first-appearance] [--pack FILE]… [--only-packs] [--strictness light|balanced|strict]
                 [--without STAGE] [--model FILE] [--progress SHOW=S1E8]… [FILE.html]

The engine without a browser. With --jsonl it reads one request a line and writes one answer a line; with a file it prints what
that page's viewer would not see. README.md tells the form of requests and answers.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jsonl: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'full' },
    pack: { type: 'string', multiple: true, default: [] },
    'only-packs': { type: 'boolean', default: false },
    strictness: { type: 'string', default: 'balanced' },
    model: { type: 'string' },
    without: { type: 'string' },
    progress: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});

function stop(message: string): never {
  console.error(`scan: ${message}\n\n${USAGE}`);
  process.exit(2);
}

if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (values.engine !== 'full' && !RIVALS.includes(values.engine as Rival)) stop(`there is no engine "${values.engine}"`);
if (values.without && !STAGES.includes(values.without as Stage)) stop(`there is no stage "${values.without}": ${STAGES.join(', ')}`);
if (!STRICTNESS_LEVELS.includes(values.strictness as Strictness)) stop(`there is no strictness "${values.strictness}"`);

const packs = values['only-packs'] ? [] : loadPacks();
for (const file of values.pack) {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    // An answer of TVmaze becomes a pack as it does when a show is added from there.
    const pack = typeof value === 'object' && value !== null && '_embedded' in value ? tvmazePack(value) : parsePack(value);
    packs.splice(0, packs.length, ...packs.filter((other) => other.show.id !== pack.show.id), pack);
  } catch (error) {
    stop(`${file}: ${(error as Error).message}`);
  }
}
const scanner = new Scanner(packs, {
  engine: values.engine as 'full' | Rival,
  strictness: values.strictness as Strictness,
  modelFile: values.model,
  without: values.without as Stage | undefined,
});

if (values.jsonl) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    let request: Partial<ScanRequest> = {};
    try {
      request = JSON.parse(line) as ScanRequest;
      process.stdout.write(`${JSON.stringify(scanner.answer(request as ScanRequest))}\n`);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ id: request.id ?? null, error: (error as Error).message })}\n`);
    }
  }
} else {
  const file: string = positionals[0] ?? stop('name an HTML file, or give --jsonl');
  const progress = Object.fromEntries(
    values.progress.map((entry) => {
      const [show = '', code = NOT_STARTED as string] = entry.split('=');
      if (!isEpisodeCode(code)) stop(`"${code}" is not an episode code such as S1E8`);
      return [show, code];
    }),
  );
  const html = readFileSync(file, 'utf8');
  const answer = scanner.answer({ id: file, url: `file:///${file}`, html, progress });
  for (const hidden of answer.hidden) console.log(`${hidden.show} after ${hidden.revealedIn}  ${scanner.textOf(html, hidden)}  [${hidden.reason}]`);
  console.log(`${answer.hidden.length} hidden, ${answer.mentions.length} names, ${answer.ms.toFixed(1)} ms`);
}
