import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { passCommandsOn } from '../../entrypoints/background/pageCommands.ts';

type Listener = (...args: never[]) => unknown;

/** What the fake browser does not have: commands and menus whose listeners a test can call. */
function fake() {
  const listeners: Record<string, Listener> = {};
  const event = (name: string) => ({ addListener: (listener: Listener) => Object.assign(listeners, { [name]: listener }) });
  const create = vi.fn();
  const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => String(key));
  Object.assign(fakeBrowser, {
    commands: { onCommand: event('command') },
    contextMenus: { onClicked: event('menu'), create, removeAll: vi.fn(async () => undefined) },
  });
  return { call: (name: string, ...args: unknown[]) => listeners[name]?.(...(args as never[])), create, sent };
}

describe('what is chosen by key or menu', () => {
  let on: ReturnType<typeof fake>;
  const messages = () => on.sent.mock.calls.map(([tab, message, options]) => ({ tab, ...(message as { type: string; data: unknown }), options }));

  beforeEach(() => {
    on = fake();
    passCommandsOn();
  });

  it.each([
    ['step-forward', 'stepThroughMarks', { direction: 1 }],
    ['step-back', 'stepThroughMarks', { direction: -1 }],
    ['toggle-revealed', 'toggleRevealed', undefined],
  ])('%s goes to the page', async (command, type, data) => {
    on.call('command', command, { id: 7 });
    await vi.waitFor(() => expect(messages()).toMatchObject([{ tab: 7, type, ...(data && { data }) }]));
  });

  it('sends what is selected to its frame', async () => {
    on.call('menu', { menuItemId: 'hide-selection', selectionText: 'He left.', frameId: 3 }, { id: 7 });
    await vi.waitFor(() => expect(messages()).toMatchObject([{ tab: 7, type: 'hideSelection', data: { text: 'He left.' }, options: { frameId: 3 } }]));
  });

  it.each([
    ['a command of another', ['command', 'other', { id: 7 }]],
    ['no tab', ['command', 'step-forward', undefined]],
    ['another menu', ['menu', { menuItemId: 'other', selectionText: 'x' }, { id: 7 }]],
    ['no text', ['menu', { menuItemId: 'hide-selection' }, { id: 7 }]],
  ] as const)('sends nothing for %s', async (_, [name, ...args]) => {
    on.call(name, ...args);
    await new Promise((resolve) => setTimeout(resolve));
    expect(messages()).toEqual([]);
  });

  it('offers its menu anew when it is installed', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    await vi.waitFor(() => expect(on.create).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'hide-selection', contexts: ['selection'] })));
  });
});
