import type { Page } from 'playwright-core';
import { type OpenedChromium, openChromium } from '../../../scripts/browser/openChromium.ts';
import { servePages } from '../../../scripts/browser/servePages.ts';
import { tabId } from '../../../scripts/browser/tabId.ts';
import { isAllRead, readPainted } from './painted.ts';
import { showRow } from './showRow.ts';

/** Waits for something outside a test, where `expect.poll` cannot. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${holds}`);
}

export const painted = (page: Page) => page.evaluate(readPainted);
export const isRead = async (page: Page) => isAllRead(await painted(page));
export const hiddenText = async (page: Page) => (await painted(page)).hidden.join('\n');
export const hiddenCount = async (page: Page) => (await painted(page)).hidden.length;
/** The same, once all of the page is read: before, there may be more to come. */
export async function hiddenCountWhenRead(page: Page): Promise<number> {
  await until(() => isRead(page));
  return hiddenCount(page);
}

/** Somebody with a Chromium in which Sofar is installed, and pages to read. */
export class Person {
  readonly browser: OpenedChromium;
  /** What pages and popup logged as errors. */
  readonly complaints: string[] = [];
  /** Requests to other machines. */
  readonly outside: string[] = [];
  readonly #server: Awaited<ReturnType<typeof servePages>>;

  private constructor(browser: OpenedChromium, server: Awaited<ReturnType<typeof servePages>>) {
    this.browser = browser;
    this.#server = server;
    browser.context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') this.outside.push(request.url());
    });
  }

  /** @param pages by their path. */
  static async open(pages: Record<string, string | Buffer>, options: Parameters<typeof openChromium>[0] = {}): Promise<Person> {
    const server = await servePages((path) => pages[path]);
    return new Person(await openChromium(options), server);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }

  /** Opens a page in a tab of its own. */
  async read(path: string): Promise<Page> {
    const page = await this.browser.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/favicon|404/.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    await page.goto(this.#server.url(path));
    return page;
  }

  /** Has watched the first season of Heartstopper, and reads a page: all of it is read, by Sofar too. */
  async readAfterSeason1(path: string): Promise<{ page: Page; popup: Page }> {
    const popup = await this.openPopup();
    await this.watch(popup, 'Heartstopper', 1, 8);
    const page = await this.read(path);
    await until(() => isRead(page));
    return { page, popup };
  }

  async openPopup(tab?: Page): Promise<Page> {
    const id = tab && (await tabId(this.browser, tab));
    const popup = await this.browser.context.newPage();
    popup.on('pageerror', (error) => this.complaints.push(`popup: ${error.message}`));
    await popup.goto(this.browser.extensionUrl(`popup.html${id === undefined ? '' : `?tab=${id}`}`));
    await popup.getByRole('heading', { name: 'Sofar' }).waitFor();
    return popup;
  }

  /** Sets progress through the popup's search and pickers. */
  async watch(popup: Page, show: string, season: number, episode: number): Promise<void> {
    if (!(await showRow(popup, show).count())) {
      await popup.getByRole('searchbox').fill(show.slice(0, 5).toLowerCase());
      await popup
        .getByRole('region', { name: 'Add a show' })
        .getByRole('button', { name: new RegExp(show) })
        .click();
    } else if (!(await popup.getByRole('combobox', { name: 'Season' }).count())) {
      await showRow(popup, show).click();
    }
    await popup.getByRole('combobox', { name: 'Season' }).selectOption(String(season));
    if (season === 0) return;
    await popup.getByRole('combobox', { name: 'Episode' }).selectOption(String(episode));
    const reached = new RegExp(`S${season}E${episode}\\b|Finished`);
    await until(async () => reached.test(await popup.locator('.show-toggle').innerText()));
  }
}
