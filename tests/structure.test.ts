import { describe, expect, it } from 'vitest';
import { forbids, importsOf, sourcesOf } from './support/arrows.ts';

const MAX_LINES = 250;
const sources = sourcesOf(['lib', 'components', 'entrypoints']);

/** A catch that does nothing: of a statement, or of a promise. */
const EMPTY_CATCH = /\bcatch\s*(?:\([^)]*\))?\s*\{\s*\}|\.catch\(\s*(?:\(?\s*\w*\s*\)?\s*=>\s*(?:\{\s*\}|undefined|null|void 0)\s*)?\)/g;

/** Whether a source swallows an error without saying why, in the catch or in a comment on the line before it. */
function swallows(source: string): boolean {
  return [...source.matchAll(EMPTY_CATCH)].some(({ index }) => !/(?:^|\n)\s*\/\/[^\n]*\n[^\n]*$/.test(source.slice(0, index)));
}

const EXPORTED_LET = /^\s*export\s+let\b/m;

describe('the structure of the code', () => {
  it('is read at all', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap(({ source }) => importsOf(source)).length).toBeGreaterThan(100);
  });

  it('has no arrow but those of the design', () => {
    expect(sources.flatMap(({ file, source }) => importsOf(source).flatMap((module) => forbids(file, module) ?? []))).toEqual([]);
  });

  it('imports files by their full name', () => {
    const bare = sources.flatMap(({ file, source }) =>
      importsOf(source)
        .filter((module) => module.startsWith('.') && !/\.(tsx?|json|css(\?inline)?)$/.test(module))
        .map((module) => `${file}: ${module}`),
    );
    expect(bare).toEqual([]);
  });

  it(`has no file of more than ${MAX_LINES} lines`, () => {
    expect(sources.map(({ file, source }) => ({ file, lines: source.trimEnd().split('\n').length })).filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it('exports nothing that changes', () => {
    expect(sources.filter(({ source }) => EXPORTED_LET.test(source)).map(({ file }) => file)).toEqual([]);
  });

  it('swallows no error', () => {
    expect(sources.filter(({ source }) => swallows(source)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it.each<[string, string[]]>([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import type { A } from '../a.ts'", ['../a.ts']],
    ["import {\n  a,\n  b,\n} from 'wxt/browser';", ['wxt/browser']],
    ["import './a.css';", ['./a.css']],
    ["export * from './a.ts';", ['./a.ts']],
    ["export { a } from './a.ts';", ['./a.ts']],
    ["const a = await import('./a.ts');", ['./a.ts']],
    ["// import { a } from './a.ts';", []],
    ["/* import './a.ts' */", []],
    ["const important = 'a';", []],
  ])('%j', (source, modules) => expect(importsOf(source)).toEqual(modules));

  it.each([
    ['lib/model/card.ts', '../text/sentences.ts'],
    ['lib/text/sentences.ts', '../spoilers/cues.ts'],
    ['lib/spoilers/cues.ts', '../cards/buildCard.ts'],
    ['lib/spoilers/cues.ts', '../page/painter.ts'],
    ['lib/cards/buildCard.ts', '../spoilers/cues.ts'],
    ['lib/page/painter.ts', '../dataset/database.ts'],
    ['lib/page/painter.ts', '../cards/buildCard.ts'],
    ['lib/dataset/database.ts', '../progress/viewerStore.ts'],
    ['lib/progress/viewerStore.ts', '../page/painter.ts'],
    ['lib/page/painter.ts', '../messages.ts'],
    ['lib/page/painter.ts', '../i18n.ts'],
    ['lib/page/painter.ts', '../../components/Switch.tsx'],
    ['lib/page/painter.ts', '../../entrypoints/content/startPage.ts'],
    ['lib/page/painter.ts', '../../scripts/scan/scanner.ts'],
    ['components/Switch.tsx', '../lib/messages.ts'],
    ['components/Switch.tsx', '../lib/cards/buildCard.ts'],
    ['components/Switch.tsx', '../entrypoints/popup/Popup.tsx'],
    ['entrypoints/popup/main.tsx', '../../tests/setup.ts'],
    ['entrypoints/popup/main.tsx', '../../scripts/scan/scanner.ts'],
    ['lib/messages.ts', './dataset/database.ts'],
    ['lib/page/painter.ts', 'dexie'],
    ['lib/spoilers/cues.ts', 'wxt/browser'],
    ['lib/text/sentences.ts', 'node:fs'],
    ['lib/text/sentences.ts', 'left-pad'],
  ])('forbids that %s imports %s', (file, module) => expect(forbids(file, module)).toBeDefined());

  it.each([
    ['lib/spoilers/cues.ts', './terms.ts'],
    ['lib/spoilers/cues.ts', '../text/sentences.ts'],
    ['lib/page/painter.ts', '../spoilers/decide.ts'],
    ['lib/dataset/cardGateway.ts', '../cards/buildCard.ts'],
    ['components/ShowRow.tsx', './Switch.tsx'],
    ['components/ShowRow.tsx', '../lib/i18n.ts'],
    ['entrypoints/content/overlayView.tsx', './overlay.css?inline'],
    ['entrypoints/background/startBackground.ts', '../../data/model/weights.json'],
    ['lib/dataset/database.ts', 'dexie'],
  ])('allows that %s imports %s', (file, module) => expect(forbids(file, module)).toBeUndefined());

  it.each([
    'try { a(); } catch {}',
    'try { a(); } catch (error) {\n}',
    'a().catch(() => {});',
    'a().catch(() => undefined)',
    'a().catch((e) => {\n})',
    'a().catch()',
  ])('takes %j for an empty catch', (source) => {
    expect(swallows(source)).toBe(true);
  });

  it.each([
    'try { a(); } catch {\n // Not an address.\n}',
    '// Nobody answers there.\n a().catch(() => undefined)',
    'a().catch((error) => console.error(error))',
    'a().catch(report)',
  ])('takes %j for none', (source) => {
    expect(swallows(source)).toBe(false);
  });
});
