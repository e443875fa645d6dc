import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseBrowser, CasePage } from './caseBrowser.ts';
import { loadPageCases, type PageCase, servePageCases } from './pageCases.ts';
import type { FrameReading } from './readFrame.ts';

/** What all cases are written for. */
const SHOW = 'heartstopper';
const WATCHED = 'S1E8';
const PATIENCE = { timeout: 10_000, interval: 60 };

const all = (frames: readonly FrameReading[], layer: 'hidden' | 'named' | 'unread' | 'bare') => frames.flatMap((frame) => frame[layer]);
const lacking = (wanted: readonly string[], texts: readonly string[]) => wanted.filter((text) => !texts.some((other) => other.includes(text)));

async function untilDone(page: CasePage, { waits }: PageCase): Promise<void> {
  if (waits) await expect.poll(async () => (await page.read(false))[0]?.isDone, PATIENCE).toBe(true);
}

/** Waits until all that must be marked is, and nothing is left unread. @returns what stands there then. */
async function untilMarked(page: CasePage, { hidden, named }: PageCase): Promise<FrameReading[]> {
  const state = async () => {
    const frames = await page.read(false);
    const names = all(frames, 'named');
    return {
      notHidden: lacking(hidden, all(frames, 'hidden')),
      notNamed: named.filter((name) => !names.includes(name)),
      unread: all(frames, 'unread'),
      bare: all(frames, 'bare'),
    };
  };
  // Where a shadow tree's sheets were replaced, paint comes back within a quarter of a second.
  await expect.poll(state, PATIENCE).toEqual({ notHidden: [], notNamed: [], unread: [], bare: [] });
  return page.read(true);
}

/** Runs every case of tests/pages in a browser, beside the same browser without Sofar. */
export function runPageCases(
  name: 'chromium' | 'firefox',
  openWithSofar: (show: string, watched: string) => Promise<CaseBrowser>,
  openPlain: () => Promise<CaseBrowser>,
): void {
  const cases = loadPageCases();
  let server: Awaited<ReturnType<typeof servePageCases>>;
  let sofar: CaseBrowser;
  let plain: CaseBrowser;

  beforeAll(async () => {
    server = await servePageCases(cases);
    [sofar, plain] = await Promise.all([openWithSofar(SHOW, WATCHED), openPlain()]);
  });

  afterAll(async () => {
    await Promise.all([sofar?.close(), plain?.close()]);
    await server?.close();
  });

  describe(`pages in ${name}`, () => {
    it('are all there', () => {
      expect(cases.length).toBeGreaterThan(40);
    });

    it.each(cases.filter((one) => !one.skip[name]))('$file: $about', async (one) => {
      const url = server.url(`/${one.file}`);
      const [page, bare] = await Promise.all([sofar.open(url, one), plain.open(url, one)]);
      try {
        await Promise.all([untilDone(page, one), untilDone(bare, one)]);
        const frames = await untilMarked(page, one);
        const hidden = all(frames, 'hidden');
        expect(one.visible.filter((text) => hidden.some((other) => other.includes(text)))).toEqual([]);
        expect(one.unnamed.filter((text) => all(frames, 'named').includes(text))).toEqual([]);
        // Sofar is seen to paint: a stretch in the registry alone hides nothing.
        expect(all(frames, 'bare')).toEqual([]);
        expect(page.messages).toEqual(bare.messages);
        const without = await bare.read(true);
        // Frames come in no order.
        expect(frames.map(({ dom }) => dom).sort()).toEqual(without.map(({ dom }) => dom).sort());
      } finally {
        await Promise.all([page.close(), bare.close()]);
      }
    });
  });
}
