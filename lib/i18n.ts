import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/** A string of the interface, by its key in public/_locales. */
export type MessageKey = keyof typeof messages;

/** The text in the browser's language. Substitutions stand where the message says $1, $2, … */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key as never, substitutions.map(String)) || key;
}
