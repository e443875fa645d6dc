import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which a browser may be found on the path, the first that is there is taken. */
const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

export type BrowserName = keyof typeof NAMES;

/** Environment variables that name a browser's program. */
const VARIABLES: Record<BrowserName, string> = { chromium: 'SOFAR_CHROMIUM', firefox: 'SOFAR_FIREFOX' };

/**
 * The program of a browser. Chrome itself takes no unpacked extension from the command line any more: Chromium does.
 * @throws Error that says what to install.
 */
export function findBrowser(name: BrowserName): string {
  const named = process.env[VARIABLES[name]];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const program of NAMES[name])
    for (const folder of folders) {
      const path = join(folder, program);
      if (existsSync(path)) return path;
    }
  throw new Error(`no ${name} was found: install Debian's package "${NAMES[name][0]}" or name its program in ${VARIABLES[name]}`);
}
