import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from '../../scripts/browser/servePages.ts';
import { START, STEPS, TEXTS } from '../pages/frameworks/state.ts';
import { type BuiltApp, buildFramework } from './support/buildFramework.ts';
import type { CaseBrowser, CasePage } from './support/caseBrowser.ts';
import { openChromiumWithSofar } from './support/chromiumCases.ts';

const NAMES = ['react', 'vue', 'svelte'] as const;
const PATIENCE = { timeout: 10_000 };
const [BEYOND, HARMLESS, BEYOND_TOO] = TEXTS;
/** Long enough for keys to be used again, rows to be moved, and sections to come and go. */
const WALK = Object.entries(STEPS);
const ROUNDS = 12;

const apps = new Map<string, BuiltApp>();
let server: Awaited<ReturnType<typeof servePages>>;
let browser: CaseBrowser;
let release: () => void;

beforeAll(async () => {
  mkdirSync(new URL('../../.cache', import.meta.url), { recursive: true });
  for (const name of NAMES) apps.set(name, await buildFramework(name));
  server = await servePages((path, _, response) => {
    const [, name = '', file] = path.split('/');
    const app = apps.get(name);
    if (!app) return undefined;
    if (file !== 'client.js')
      return `<!doctype html><html lang="en"><head><title>Heartstopper, three seasons in</title><link rel="icon" href="data:,"></head><body><div id="app">${app.html}</div><script type="module" src="/${name}/client.js"></script></body></html>`;
    // The script comes only when Sofar has long been through with what the server rendered.
    return new Promise<void>((resolve) => {
      release = resolve;
    }).then(() => void response.writeHead(200, { 'content-type': 'text/javascript' }).end(app.script));
  });
  browser = await openChromiumWithSofar('heartstopper', 'S1E8');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const hiddenIn = async (page: CasePage) => (await page.read(false))[0]?.hidden ?? [];

describe.each(NAMES)('a page of %s', (name) => {
  it('hydrates and goes on after Sofar has run, and marks follow', async () => {
    const page = await browser.open(server.url(`/${name}/`), { print: false, until: 'commit' });
    try {
      await expect.poll(async () => (await hiddenIn(page)).join('\n'), PATIENCE).toContain(BEYOND);
      expect((await page.read(false))[0]?.isDone).toBe(false);
      release();
      await expect.poll(async () => (await page.read(false))[0]?.isDone, PATIENCE).toBe(true);
      let state = START;
      for (let round = 0; round < ROUNDS; round++)
        for (const [step, go] of WALK) {
          state = go(state);
          await page.run((id) => document.getElementById(id)?.click(), step);
        }
      // What an app says of itself, and what its text is by its own rules.
      const shown = await page.run(
        () => ({
          counted: document.querySelector('#counted')?.textContent,
          ticked: document.querySelector('#ticked')?.textContent,
          items: [...document.querySelectorAll('li')].map((item) => item.textContent),
          sections: document.querySelectorAll('section').length,
        }),
        '',
      );
      expect(shown).toEqual({
        counted: `Counted ${ROUNDS} times`,
        ticked: TEXTS[state.tick % 3],
        items: state.items.map(({ id, text }) => `${id}. ${text}`),
        sections: state.tick % 2,
      });
      const beyond = [TEXTS[state.tick % 3], ...state.items.map(({ text }) => text), ...(state.tick % 2 ? [BEYOND_TOO] : [])].filter(
        (text) => text !== HARMLESS,
      );
      await expect
        .poll(async () => (await hiddenIn(page)).filter((text) => text.includes(BEYOND) || text.includes(BEYOND_TOO)).length, PATIENCE)
        .toBe(beyond.length);
      expect((await hiddenIn(page)).filter((text) => text.includes(HARMLESS))).toEqual([]);
      // No framework has found its page other than it left it.
      expect(page.messages.filter((message) => /^(error|warning)/.test(message))).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
