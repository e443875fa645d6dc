import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openChromium } from './browser/openChromium.ts';
import { servePages } from './browser/servePages.ts';
import { trackShow } from './browser/trackShow.ts';

/** What `npm start` does: Sofar in a browser, on a demo article about a show that is watched through S1E8. */
const PROGRESS = { show: 'heartstopper', watched: 'S1E8' } as const;
const OUT = new URL('../out/', import.meta.url).pathname;
const DEMO = new URL('../tests/pages/demo.html', import.meta.url).pathname;
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform === 'darwin' || process.platform === 'win32';

/** The picture shows the article from its top, so tall. */
const PICTURE = { width: 900, height: 1000 };

async function picture(page: Page, name: string): Promise<string> {
  const path = `${OUT}${name}.png`;
  await page.screenshot({ path });
  return path;
}

function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build:chrome'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

build();
mkdirSync(OUT, { recursive: true });
const server = await servePages((path) => (path === '/' ? readFileSync(DEMO) : undefined));
const browser = await openChromium({ headless: !hasDisplay, viewport: PICTURE });
const page = await browser.context.newPage();
if (hasDisplay) {
  await trackShow(browser, PROGRESS.show, PROGRESS.watched);
  await page.goto(server.url('/'));
  console.log(`Sofar runs on ${server.url('/')}: rest on a name, click a blurred sentence. Close the browser to end.`);
  await new Promise((resolve) => browser.context.on('close', resolve));
} else {
  await page.goto(server.url('/'));
  const before = await picture(page, 'before');
  await trackShow(browser, PROGRESS.show, PROGRESS.watched);
  // Until something is hidden, and nothing is left to be read.
  await page.waitForFunction(() => (CSS.highlights.get('hl-a')?.size ?? 0) > 0 && CSS.highlights.get('hl-c')?.size === 0);
  const painted = await page.evaluate(() =>
    [...CSS.highlights].map(([name, highlight]) => ({
      name,
      texts: [...highlight].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    })),
  );
  const [hidden = [], named = []] = painted.sort((a, b) => a.name.localeCompare(b.name)).map(({ texts }) => texts);
  const first = page.getByText('Charlie Spring', { exact: false }).first();
  const box = await first.boundingBox();
  if (box) await page.mouse.move(box.x + 40, box.y + 12);
  await page.waitForTimeout(1200);
  const after = await picture(page, 'after');
  console.log(`Heartstopper, watched through ${PROGRESS.watched}, on the demo article:`);
  console.log(`  ${named.length} names with a card: ${[...new Set(named)].join(', ')}`);
  console.log(`  ${hidden.length} sentences hidden:`);
  for (const text of hidden) console.log(`    ${text.trim()}`);
  console.log(`  pictures: ${before}, ${after}`);
  await browser.close();
}
await server.close();
