import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ToolbarButton } from '../../entrypoints/background/toolbarButton.ts';
import { NEW_VIEWER } from '../../lib/model/viewer.ts';

/** A browser's button: what was set for all tabs (0) and for each. A tab that goes to another page loses what is its own. */
function fakeAction() {
  const texts = new Map<number, string>();
  const titles = new Map<number, string>();
  let icon = '';
  const action = {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setIcon: async ({ path }: { path: Record<string, string> }) => {
      icon = path['16'] ?? '';
    },
    setTitle: async ({ tabId = 0, title }: { tabId?: number; title: string }) => {
      titles.set(tabId, title);
    },
    setBadgeText: async ({ tabId = 0, text }: { tabId?: number; text: string }) => {
      texts.set(tabId, text);
    },
    getBadgeText: async ({ tabId }: { tabId: number }) => texts.get(tabId) ?? '',
  };
  return {
    action,
    navigate: (tab: number) => {
      texts.delete(tab);
      titles.delete(tab);
    },
    text: (tab: number) => texts.get(tab) ?? '',
    title: (tab: number) => titles.get(tab) ?? titles.get(0),
    icon: () => icon,
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
let fake: ReturnType<typeof fakeAction>;

beforeEach(() => {
  fake = fakeAction();
  Object.assign(browser, { action: fake.action });
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, values = []) => (key === 'languageTag' ? 'en' : [key, values].flat().join(' ')));
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});

describe('the toolbar button', () => {
  it('has another picture and tooltip for on, off and paused', async () => {
    const button = new ToolbarButton();
    button.show(NEW_VIEWER);
    expect([fake.icon(), fake.title(7)]).toEqual(['/icons/16.png', 'extensionName']);
    button.show({ ...NEW_VIEWER, enabled: false });
    expect([fake.icon(), fake.title(7)]).toEqual(['/icons/off/16.png', 'titleOff']);
    button.show({ ...NEW_VIEWER, pausedUntil: Date.now() + 60_000 });
    expect(fake.icon()).toBe('/icons/paused/16.png');
    expect(fake.title(7)).toMatch(/^titlePaused \d\d:\d\d/);
    button.show(NEW_VIEWER);
  });

  it('changes back by itself when a pause ends', async () => {
    const button = new ToolbarButton();
    button.show({ ...NEW_VIEWER, pausedUntil: Date.now() + 60 });
    expect(fake.icon()).toBe('/icons/paused/16.png');
    await expect.poll(() => fake.icon()).toBe('/icons/16.png');
  });

  it('adds up what the frames of a tab hide', async () => {
    const button = new ToolbarButton();
    button.count(7, 0, 3);
    button.count(7, 12, 2);
    button.count(8, 0, 1200);
    await settle();
    expect([fake.text(7), fake.title(7)]).toEqual(['5', 'titleHidden_other 5']);
    expect(fake.text(8)).toBe('999+');
    button.count(7, 0, 0);
    await settle();
    expect([fake.text(7), fake.title(7)]).toEqual(['2', 'titleHidden_other 2']);
  });

  it('knows the other frames after a sleep', async () => {
    new ToolbarButton().count(7, 0, 3);
    await settle();
    new ToolbarButton().count(7, 12, 2);
    await settle();
    expect(fake.text(7)).toBe('5');
  });

  it('forgets the frames of a page that was left', async () => {
    const button = new ToolbarButton();
    button.count(7, 0, 3);
    button.count(7, 12, 2);
    await settle();
    fake.navigate(7);
    button.count(7, 13, 4);
    await settle();
    expect(fake.text(7)).toBe('4');
  });

  it('leaves no old title on a tab when the state changes', async () => {
    const button = new ToolbarButton();
    button.count(7, 0, 3);
    await settle();
    button.show({ ...NEW_VIEWER, enabled: false });
    button.count(7, 0, 0);
    await settle();
    expect([fake.text(7), fake.title(7)]).toEqual(['', 'titleOff']);
    button.show(NEW_VIEWER);
    await settle();
    expect(fake.title(7)).toBe('extensionName');
  });

  it('bears a tab that has closed', async () => {
    const button = new ToolbarButton();
    fake.action.setBadgeText = async () => {
      throw new Error('No tab with id: 7.');
    };
    button.count(7, 0, 3);
    await settle();
    fake.action.setBadgeText = async () => undefined;
    button.count(8, 0, 1);
    await settle();
    expect(fake.title(8)).toBe('titleHidden_one 1');
  });
});
