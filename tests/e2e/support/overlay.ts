import type { CDPSession, Page } from 'playwright-core';

/**
 * Cards and notices stand in a closed shadow root, which no page can look into. The browser's own protocol can.
 */
interface DomNode {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
}

async function withSession<T>(page: Page, run: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await run(session);
  } finally {
    await session.detach();
  }
}

const classOf = (node: DomNode): string => node.attributes?.[node.attributes.indexOf('class') + 1] ?? '';
const textOf = (node: DomNode): string => (node.nodeName === '#text' ? node.nodeValue : (node.children ?? []).map(textOf).join(' '));

function* closedRoots(node: DomNode): Generator<DomNode> {
  for (const shadow of node.shadowRoots ?? []) if (shadow.shadowRootType === 'closed') yield shadow;
  for (const child of node.children ?? []) yield* closedRoots(child);
}

/** The parts of the overlay: the one for cards and popovers, and the one for notices. */
async function parts(session: CDPSession): Promise<{ root: DomNode | undefined; parts: DomNode[] }> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  for (const closed of closedRoots(root as DomNode))
    if (closed.children?.some((child) => classOf(child) === 'overlay')) return { root: closed, parts: closed.children };
  return { root: undefined, parts: [] };
}

async function textIn(page: Page, part: string): Promise<string> {
  return withSession(page, async (session) => {
    const found = (await parts(session)).parts.find((node) => classOf(node) === part);
    return found ? textOf(found).replace(/\s+/g, ' ').trim() : '';
  });
}

/** What the card or popover says. */
export const cardText = (page: Page): Promise<string> => textIn(page, 'overlay');
/** What the notice says, to eyes and to screen readers. */
export const noticeText = (page: Page): Promise<string> => textIn(page, 'notices');

/** Runs in the page with the overlay's shadow root as `this`. */
export async function inOverlay<T>(page: Page, run: (this: ShadowRoot, argument: string) => T | Promise<T>, argument = ''): Promise<T> {
  return withSession(page, async (session) => {
    const { root } = await parts(session);
    if (!root) throw new Error('the page has no overlay');
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      functionDeclaration: run.toString(),
      arguments: [{ value: argument }],
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  });
}

/** The middle of a button of the overlay, in CSS pixels of the viewport. */
export async function buttonAt(page: Page, name: string): Promise<{ x: number; y: number }> {
  const point = await inOverlay(
    page,
    function (wanted) {
      const labelled = (button: Element) => (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/g, ' ').trim();
      const button = [...this.querySelectorAll('button')].find((candidate) => labelled(candidate).startsWith(wanted));
      if (!button) return undefined;
      button.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    name,
  );
  if (!point) throw new Error(`the overlay has no button "${name}"`);
  return point;
}

/** Clicks a button of the overlay. */
export async function clickInOverlay(page: Page, name: string): Promise<void> {
  const { x, y } = await buttonAt(page, name);
  await page.mouse.click(x, y);
}
