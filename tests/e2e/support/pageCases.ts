import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { servePages } from '../../../scripts/browser/servePages.ts';

const FOLDER = new URL('../../pages/', import.meta.url);

/** What a case says of itself, see tests/pages/README.md. */
export interface Expectation {
  /** What is looked at, in a line. */
  about: string;
  /** Each stands in some stretch that is hidden. */
  hidden: string[];
  /** None stands in a stretch that is hidden or covered. */
  visible: string[];
  /** Each is marked as a name, by itself. */
  named: string[];
  /** None is. */
  unnamed: string[];
  /** Scripts of the page set `data-done` on the root when they are through. */
  waits: boolean;
  /** Browsers in which the case is skipped, with the reason. */
  skip: Partial<Record<'chromium' | 'firefox', string>>;
  /** Headers of the answer. */
  headers: Record<string, string>;
  /** Shown as on paper. */
  print: boolean;
}

/** A page to run Sofar on, with what must come of it. */
export interface PageCase extends Expectation {
  /** The file's name in tests/pages. */
  file: string;
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  css: 'text/css',
};
const NOTHING: Expectation = { about: '', hidden: [], visible: [], named: [], unnamed: [], waits: false, skip: {}, headers: {}, print: false };

/** All cases of tests/pages: files that hold an expectation. */
export function loadPageCases(): PageCase[] {
  return readdirSync(FOLDER)
    .filter((file) => /\.(html|xhtml|xml|svg)$/.test(file))
    .sort()
    .flatMap((file) => {
      const json = /id="expect"[^>]*>([^<]*)</.exec(readFileSync(new URL(file, FOLDER), 'utf8'))?.[1];
      if (json === undefined) return [];
      try {
        return [{ ...NOTHING, ...(JSON.parse(json) as Partial<Expectation>), file }];
      } catch (error) {
        throw new Error(`tests/pages/${file}: its expectation is no JSON: ${(error as Error).message}`);
      }
    });
}

function send(response: ServerResponse, file: string, headers: Record<string, string>, other: string): void {
  const body = readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('%OTHER%', other);
  response.writeHead(200, { 'content-type': TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain', ...headers }).end(body);
}

/** Serves tests/pages. `%OTHER%` in a page stands for the same server as another origin. */
export async function servePageCases(cases: readonly PageCase[]): Promise<{ url: (path: string) => string; close: () => Promise<void> }> {
  const server = await servePages((path, _, response) => {
    const file = path.slice(1);
    if (file === 'favicon.ico') return (async () => void response.writeHead(204).end())();
    if (!/^[\w/-]+\.\w+$/.test(file)) return undefined;
    const other = server.url('').replace('127.0.0.1', 'localhost');
    return (async () => send(response, file, cases.find((one) => one.file === file)?.headers ?? {}, other))();
  });
  return server;
}
