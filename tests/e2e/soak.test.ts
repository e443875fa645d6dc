import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from 'playwright-core';
import { expect, it } from 'vitest';
import { openChromium } from '../../scripts/browser/openChromium.ts';
import { servePages } from '../../scripts/browser/servePages.ts';
import { trackShow } from '../../scripts/browser/trackShow.ts';
import { readPainted } from './support/painted.ts';

/** A feed takes in one item a second and drops one. Half an hour of it, in less than a minute: so many items. */
const ITEMS = 1800;
/** As many again change their text, as a count of likes does. */
const PER_TICK = 3;
const TICK_MS = 50;
/** What is kept from before the first items: compiled code, caches. */
const WARM_UP_ITEMS = 300;
const MAX_GROWTH = 0.1;
const READINGS = 5;
const BETWEEN_READINGS_MS = 200;

const PAGE = `<!doctype html><html lang="en"><head><title>Heartstopper, three seasons in</title><link rel="icon" href="data:,"></head><body>
<h1>Heartstopper, three seasons in</h1><main></main><script>
  customElements.define('feed-item', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Imogen kisses Sahar at the party.</p><slot></slot>'; }
  });
  const texts = ['Tao and Elle kiss in the Louvre, and Charlie faints because he has not been eating.', 'Yasmin Finney deserves a show of her own.', 'Nick Nelson is played by Kit Connor.'];
  const main = document.querySelector('main');
  let made = 0;
  const add = () => {
    const item = document.createElement('article');
    const text = texts[made % 3];
    item.innerHTML = '<h3>Post ' + made + '</h3><feed-item><p>' + text + ' Said by user ' + made + '.</p></feed-item><undefined-item>' + text +
      '</undefined-item><table><tr><td>Season 2</td><td>' + text + '</td></tr></table><p class="likes">0 likes</p>';
    main.append(item);
    if (main.childElementCount > 40) main.firstChild.remove();
    made++;
  };
  globalThis.run = (count) => new Promise((resolve) => {
    const end = made + count;
    const tick = () => {
      for (let i = 0; i < ${PER_TICK}; i++) { add(); main.children[(made * 7) % main.childElementCount].querySelector('.likes').firstChild.data = made + ' likes'; }
      if (made < end) setTimeout(tick, ${TICK_MS}); else resolve(made);
    };
    tick();
  });
</script></body></html>`;

/**
 * What is kept after a thorough collection: bytes of the page's heap, its own and Sofar's world, and nodes, also such as
 * left the page. The least of a few readings: the items that left last may be held for a moment by a task that still
 * runs (seen on a busy machine), and what is let go of within a second is not left behind.
 */
async function kept(session: CDPSession): Promise<{ bytes: number; nodes: number }> {
  const least = { bytes: Number.POSITIVE_INFINITY, nodes: Number.POSITIVE_INFINITY };
  for (let reading = 0; reading < READINGS; reading++) {
    if (reading > 0) await delay(BETWEEN_READINGS_MS);
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    least.bytes = Math.min(least.bytes, (await session.send('Runtime.getHeapUsage')).usedSize);
    least.nodes = Math.min(least.nodes, (await session.send('Memory.getDOMCounters')).nodes);
  }
  return least;
}

it('half an hour of a feed leaves nothing behind', async () => {
  const server = await servePages(() => PAGE);
  const browser = await openChromium();
  try {
    await trackShow(browser, 'heartstopper', 'S1E8');
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    await page.goto(server.url('/'));
    const settled = async () => {
      await expect.poll(async () => (await page.evaluate(readPainted)).unread, { timeout: 10_000 }).toEqual([]);
      return (await page.evaluate(readPainted)).hidden.length;
    };
    await page.evaluate(`run(${WARM_UP_ITEMS})`);
    const hiddenBefore = await settled();
    const before = await kept(session);
    await page.evaluate(`run(${ITEMS})`);
    const hiddenAfter = await settled();
    const after = await kept(session);
    console.log(
      `soak: ${(before.bytes / 1e6).toFixed(2)} MB and ${before.nodes} nodes before, ${(after.bytes / 1e6).toFixed(2)} MB and ${after.nodes} after ${ITEMS} items`,
    );
    expect(hiddenBefore).toBeGreaterThan(10);
    // Whether a sentence is hidden depends on its neighbours too: the feed has other ones now.
    expect(Math.abs(hiddenAfter - hiddenBefore)).toBeLessThan(hiddenBefore / 4);
    expect(after.bytes).toBeLessThan(before.bytes * (1 + MAX_GROWTH));
    expect(after.nodes).toBeLessThan(before.nodes * (1 + MAX_GROWTH));
    await page.close();
  } finally {
    await browser.close();
    await server.close();
  }
}, 120_000);
