import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each part of the code may import, besides itself. The arrows of the design; whatever is not here is forbidden. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/model': [],
  'lib/text': ['lib/model'],
  'lib/spoilers': ['lib/model', 'lib/text'],
  'lib/cards': ['lib/model', 'lib/text'],
  'lib/page': ['lib/model', 'lib/text', 'lib/spoilers'],
  'lib/dataset': ['lib/model', 'lib/text', 'lib/spoilers', 'lib/cards'],
  'lib/progress': ['lib/model', 'lib/text', 'lib/spoilers', 'lib/cards'],
  'lib/catalogue': ['lib/model', 'lib/text', 'lib/spoilers', 'lib/cards'],
  // The two companions of the roots: every message, and every word of the interface.
  'lib/messages.ts': ['lib/model', 'lib/spoilers'],
  'lib/i18n.ts': ['public'],
  components: ['lib/model', 'lib/i18n.ts'],
  entrypoints: [
    'lib/model',
    'lib/text',
    'lib/spoilers',
    'lib/cards',
    'lib/page',
    'lib/dataset',
    'lib/progress',
    'lib/catalogue',
    'lib/messages.ts',
    'lib/i18n.ts',
    'components',
    'data',
  ],
};

/** Packages that only one part of the code may use: the database, the views, the browser. */
const ONLY_IN: Record<string, readonly string[]> = {
  dexie: ['lib/dataset'],
  preact: ['components', 'entrypoints'],
  'lucide-preact': ['components', 'entrypoints'],
  '@floating-ui/dom': ['lib/page'],
  '@webext-core/messaging': ['lib/messages.ts'],
  valibot: ['lib/model', 'lib/progress', 'lib/catalogue'],
  stemmer: ['lib/spoilers'],
  wxt: ['lib/progress', 'lib/i18n.ts', 'entrypoints'],
};

/** The part of the code that a file belongs to: its folder under lib, or the file itself where it stands in lib. */
export function partOf(file: string): string {
  const [first = '', second] = file.split('/');
  return first === 'lib' && second ? `lib/${second}` : first;
}

/** Every module that a source names: imports, re-exports and imports at run time. */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)].map((match) => match[2] as string);
}

/** Why a file may not import a module, or undefined where it may. */
export function forbids(file: string, module: string): string | undefined {
  const from = partOf(file);
  if (!module.startsWith('.')) {
    const name = module
      .split('/')
      .slice(0, module.startsWith('@') ? 2 : 1)
      .join('/');
    const parts = ONLY_IN[name];
    if (!parts) return `${file} imports ${module}, a package that no part is known to use`;
    return parts.includes(from) ? undefined : `${file} imports ${module}: only ${parts.join(', ')} may`;
  }
  const to = partOf(posix.join(posix.dirname(file), module.replace(/\?.*$/, '')));
  if (to === from || MAY_IMPORT[from]?.includes(to)) return undefined;
  return `${file} imports ${module}: ${from} may not import ${to}`;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All .ts and .tsx files of some folders, with their text; paths from the root of the project. */
export function sourcesOf(folders: readonly string[]): { file: string; source: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(`${ROOT}${folder}/${name}`, 'utf8') })),
  );
}
