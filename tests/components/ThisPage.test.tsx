// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ThisPage } from '../../components/ThisPage.tsx';
import type { PageStatus } from '../../lib/model/pageStatus.ts';
import { NEW_VIEWER, type Viewer } from '../../lib/model/viewer.ts';
import messages from '../../public/_locales/en/messages.json';

const NOW = new Date(2026, 0, 15, 16, 41).getTime();
const viewer: Viewer = { ...NEW_VIEWER, shows: { lost: { watched: 'S1E1', changedAt: 0 } } };
const hidden = (revealedIn: PageStatus['hidden'][number]['revealedIn'], show = 'lost') => ({ show, revealedIn });
const status: PageStatus = {
  host: 'a.example',
  active: true,
  shows: [{ id: 'lost', names: 1, hidden: 3 }],
  hidden: [hidden('S2E10'), hidden('S2E9'), hidden('S2E10')],
  revealed: false,
};

beforeEach(() => {
  const english: Record<string, { message: string }> = messages;
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, values = []) =>
    (english[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => [values].flat()[Number(number) - 1] ?? ''),
  );
});

function textOf(of: PageStatus | undefined, as: Viewer = viewer): string {
  const place = document.createElement('div');
  render(<ThisPage viewer={as} status={of} now={NOW} titleOf={() => 'Lost'} onRevealAll={() => undefined} />, place);
  return (place.textContent ?? '').replace(/\s+/g, ' ');
}

describe('this page', () => {
  it('counts names and hidden sentences, and names the episodes in the order of the show', () => {
    const text = textOf(status);
    expect(text).toContain('3 hidden');
    expect(text).toContain('1 name · 3 hidden');
    expect(text).toContain('Ahead: S2E9, S2E10 (2)');
  });

  it('names the nearest episodes only', () => {
    const many = { ...status, hidden: [1, 2, 3, 4, 5, 6, 7].map((number) => hidden(`S3E${number}`)) };
    expect(textOf(many)).toMatch(/S3E5, …/);
    expect(textOf({ ...many, hidden: many.hidden.slice(0, 6) })).toContain('S3E6');
  });

  it('tells no episode of another show', () => {
    const two = { ...status, shows: [...status.shows, { id: 'severance', names: 2, hidden: 1 }], hidden: [...status.hidden, hidden('S9E9', 'severance')] };
    expect(textOf(two).split('Lost')[1]).not.toContain('S9E9');
    expect(textOf(two)).toContain('4 hidden');
  });

  it('says that a page is too busy to be read', () => {
    expect(textOf({ ...status, isBusy: true })).toContain('changes faster than Sofar can read');
    expect(textOf(status)).not.toContain('changes faster');
  });

  it.each<[string, PageStatus | undefined, Partial<Viewer>]>([
    ['Sofar is off.', status, { enabled: false }],
    ['Paused. Sofar goes on at 17:40, in 59 minutes.', undefined, { pausedUntil: NOW + 59 * 60_000 }],
    ['Sofar is off on this site.', status, { sitesOff: ['a.example'] }],
    ['This is not one of them.', status, { sitesOnly: ['b.example'] }],
    ['Add the show you are watching', undefined, { shows: {} }],
    ['If it is an ordinary one, reload it.', undefined, {}],
    ['No show of yours', { ...status, shows: [] }, {}],
    ['Nothing is hidden here.', { ...status, shows: [{ id: 'lost', names: 1, hidden: 0 }], hidden: [] }, {}],
    ['Everything is shown on this page.', { ...status, shows: [{ id: 'lost', names: 1, hidden: 0 }], hidden: [], revealed: true }, {}],
  ])('says "%s"', (words, of, as) => {
    expect(textOf(of, { ...viewer, ...as })).toContain(words);
  });
});
