import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from '../../scripts/browser/openChromium.ts';
import { copyBuild } from './support/openInLanguage.ts';

let build: string;

beforeEach(() => {
  build = copyBuild();
});

afterEach(() => rmSync(build, { recursive: true, force: true }));

describe('where the data cannot be set up', () => {
  it('the popup says so, and finds them when it tries again', async () => {
    const [packs, away] = [join(build, 'packs'), join(build, 'packs-away')];
    renameSync(packs, away);
    const broken = await openChromium({ build });
    try {
      const opened = await broken.context.newPage();
      await opened.goto(broken.extensionUrl('popup.html'));
      await expect.poll(() => opened.getByRole('alert').innerText()).toContain('Sofar could not read its shows.');
      cpSync(away, packs, { recursive: true });
      await opened.getByRole('button', { name: 'Try again' }).click();
      await opened.getByRole('button', { name: /Heartstopper/ }).waitFor();
      expect(await opened.getByRole('alert').count()).toBe(0);
    } finally {
      await broken.close();
    }
  });

  it('pages say so, and work once it can', async () => {
    const index = join(build, 'packs/index.json');
    renameSync(index, `${index}.away`);
    const broken = await openChromium({ build });
    try {
      const pages = await Promise.all(
        ['options.html', 'popup.html', 'welcome.html'].map(async (path) => {
          const open = await broken.context.newPage();
          await open.goto(broken.extensionUrl(path));
          return open;
        }),
      );
      for (const open of pages) await expect.poll(() => open.getByRole('alert').innerText()).toContain('Sofar could not read its shows.');
      renameSync(`${index}.away`, index);
      for (const open of pages) {
        await open.bringToFront();
        await open.getByRole('button', { name: 'Try again' }).click();
        await open.getByRole('button', { name: /Heartstopper/ }).waitFor();
      }
    } finally {
      await broken.close();
    }
  });
});
