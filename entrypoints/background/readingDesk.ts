import { browser } from 'wxt/browser';
import storedModel from '../../data/model/weights.json';
import { type KeyValueStore, NAMES_KEY, readIndexes } from '../../lib/dataset/snapshot.ts';
import { onMessage } from '../../lib/messages.ts';
import { unpackModel } from '../../lib/spoilers/engineModel.ts';
import { compileNameBook } from '../../lib/spoilers/nameBook.ts';
import { StretchReader } from '../../lib/spoilers/stretchReader.ts';

/**
 * Reads for all pages: the engine is set up once, stays warm from page to page, and costs the pages nothing. Pages send what
 * speaks of a tracked show; it goes no further than the background.
 */
export function openReadingDesk(store: KeyValueStore): void {
  let reader: Promise<StretchReader> | undefined;
  const open = async () => new StretchReader(compileNameBook(await readIndexes(store)), unpackModel(storedModel));
  onMessage('read', async ({ data }) => {
    reader ??= open();
    const ours = reader;
    try {
      return (await ours).read(data);
    } catch (error) {
      // The next page tries anew.
      if (reader === ours) reader = undefined;
      throw error;
    }
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && NAMES_KEY in changes) reader = undefined;
  });
}
