import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig } from 'vite';

const ROOT = new URL('../../pages/frameworks/', import.meta.url).pathname;
const CACHE = new URL('../../../.cache/', import.meta.url).pathname;

/** An app of a framework: its HTML as a server renders it, and the script that takes it over. */
export interface BuiltApp {
  html: string;
  script: string;
}

const common = (folder: string): InlineConfig => ({
  root: join(ROOT, folder),
  configFile: false,
  logLevel: 'warn',
  mode: 'development',
  plugins: folder === 'svelte' ? [svelte({ configFile: false, compilerOptions: { dev: true } })] : [],
  // Frameworks speak of what does not fit only where they are built for development.
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
});

/** Builds an app of tests/pages/frameworks, for development, and renders it once. */
export async function buildFramework(folder: 'react' | 'vue' | 'svelte'): Promise<BuiltApp> {
  const ending = folder === 'react' ? 'jsx' : 'js';
  const entry = (name: string) => join(ROOT, folder, `${name}.${ending}`);
  const client = await build({
    ...common(folder),
    build: { write: false, minify: false, lib: { entry: entry('client'), formats: ['es'], fileName: 'client' } },
  });
  const [first] = Array.isArray(client) ? client : [client];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`the ${folder} app was built into nothing`);
  // Within the project, so that what stays outside of the bundle is found.
  const out = mkdtempSync(join(CACHE, `${folder}-`));
  try {
    await build({
      ...common(folder),
      build: { ssr: entry('server'), outDir: out, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'server.mjs' } } },
    });
    const { render } = (await import(pathToFileURL(join(out, 'server.mjs')).href)) as { render: () => string | Promise<string> };
    return { html: await render(), script: chunk.code };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
