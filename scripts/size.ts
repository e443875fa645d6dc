import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a build may weigh, in KB (1,000 bytes) gzipped. `npm run size` fails above it. */
const BUDGETS: { what: string; limit: number; files: (file: string) => boolean; each?: boolean }[] = [
  { what: 'content script', limit: 60, files: (file) => file.startsWith('content-scripts/') },
  { what: 'all show packs', limit: 1500, files: (file) => file.startsWith('packs/') },
  { what: 'median show pack', limit: 120, files: (file) => /^packs\/(?!index)/.test(file), each: true },
];

const BUILD = new URL('../.output/chrome-mv3/', import.meta.url).pathname;

function list(folder: string): string[] {
  return readdirSync(join(BUILD, folder)).flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    return statSync(join(BUILD, path)).isDirectory() ? list(path) : [path];
  });
}

const files = list('');
for (const { what, limit, files: belongs, each } of BUDGETS) {
  const sizes = files
    .filter(belongs)
    .map((file) => gzipSync(readFileSync(join(BUILD, file))).length / 1000)
    .sort((a, b) => a - b);
  const size = each ? (sizes[Math.floor(sizes.length / 2)] ?? 0) : sizes.reduce((sum, one) => sum + one, 0);
  const isOver = size > limit;
  console.log(`${isOver ? 'OVER ' : 'good '} ${what}: ${size.toFixed(1)} KB gzipped of ${limit}`);
  if (isOver) process.exitCode = 1;
}
