import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD, type OpenedChromium, openChromium } from '../../../scripts/browser/openChromium.ts';

/** A copy of the built extension, to be changed for one test. The caller removes it. */
export function copyBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sofar-build-'));
  cpSync(CHROME_BUILD, copy, { recursive: true });
  return copy;
}

/**
 * Chromium in a language (a folder of public/_locales). Debian's Chromium takes `--lang` only with the texts of its own
 * interface in that language, which are a package of their own. So the copy of the extension also has it as the language it
 * falls back to, and no English: with or without that package, the browser takes these texts.
 */
export async function openInLanguage(name: string): Promise<OpenedChromium> {
  const build = copyBuild();
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { default_locale: string };
  writeFileSync(path, JSON.stringify({ ...manifest, default_locale: name }));
  if (name !== 'en') rmSync(join(build, '_locales/en'), { recursive: true });
  const opened = await openChromium({ build, args: [`--lang=${name.replace('_', '-')}`] });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      rmSync(build, { recursive: true, force: true });
    },
  };
}
