import type { Page } from 'playwright-core';
import { send } from '../../../scripts/browser/trackShow.ts';
import { corrections } from './corrections.ts';

const SHOWS = { heartstopper: 'S1E8', severance: 'S0E0', wednesday: 'S0E0' };

/** Tells Sofar, through one of its own pages, something in every section of the settings, and nothing that is so after the installation. */
export async function fillViewer(page: Page): Promise<void> {
  for (const [show, watched] of Object.entries(SHOWS)) await send(page, 'setProgress', { show, watched });
  await send(page, 'changeShow', { show: 'severance', off: true });
  await send(page, 'changeViewer', {
    strictness: 'strict',
    look: { style: 'bar', strength: 3 },
    cards: false,
    quietForReaders: true,
    hideTabTitle: true,
    sitesOff: ['www.example.com'],
    sitesOnly: ['fans.example'],
  });
  for (const correction of corrections) await send(page, 'correct', correction);
}
