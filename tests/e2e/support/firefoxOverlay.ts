import type { Page } from 'puppeteer-core';

/** A node as Firefox's own protocol tells of it; closed shadow roots too, if asked for. */
interface RemoteNode {
  sharedId: string;
  value?: { shadowRoot?: (RemoteNode & { value: { mode: string } }) | null };
}
interface Protocol {
  connection: { send(method: string, params: object): Promise<{ result: { type: string; result: unknown; exceptionDetails?: { text: string } } }> };
}

/** Cards and notices stand in a closed shadow root, which no page can look into: the protocol can, beneath what puppeteer offers. */
async function call(page: Page, params: { functionDeclaration: string; arguments?: object[]; serializationOptions?: object }): Promise<unknown> {
  const { connection } = page.browser() as unknown as Protocol;
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.callFunction', { ...params, target: { context }, awaitPromise: true });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result;
}

/**
 * Runs in the page with the overlay's shadow root and an argument.
 * @returns what it comes to, by way of JSON; undefined where the page has no overlay.
 */
export async function inOverlay<T>(page: Page, run: (root: ShadowRoot, argument: string) => T, argument = ''): Promise<T | undefined> {
  const host = (await call(page, {
    functionDeclaration: '() => document.documentElement.lastElementChild',
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  })) as RemoteNode;
  const root = host.value?.shadowRoot;
  if (root?.value.mode !== 'closed') return undefined;
  const json = (await call(page, {
    functionDeclaration: `(root, argument) => JSON.stringify((${run.toString()})(root, argument) ?? null)`,
    arguments: [{ sharedId: root.sharedId }, { type: 'string', value: argument }],
  })) as { value: string };
  return (JSON.parse(json.value) as T | null) ?? undefined;
}

const textIn = async (page: Page, part: string): Promise<string> =>
  (await inOverlay(page, (root, name) => (root.querySelector(name) as HTMLElement | null)?.innerText.replace(/\s+/g, ' ').trim(), part)) ?? '';

/** What the card or popover says. */
export const cardText = (page: Page): Promise<string> => textIn(page, '.overlay');
/** What the notice says. */
export const noticeText = (page: Page): Promise<string> => textIn(page, '.notices');

/** Clicks a button of the overlay, as a person does. */
export async function clickInOverlay(page: Page, name: string): Promise<void> {
  const point = await inOverlay(
    page,
    (root, wanted) => {
      const nameOf = (button: Element) => (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/g, ' ').trim();
      const button = [...root.querySelectorAll('button')].find((candidate) => nameOf(candidate).startsWith(wanted));
      if (!button) return undefined;
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    name,
  );
  if (!point) throw new Error(`the overlay has no button "${name}"`);
  await page.mouse.move(point.x, point.y, { steps: 6 });
  await page.mouse.click(point.x, point.y);
}
