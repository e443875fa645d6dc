import type { Page } from 'playwright-core';

/** Listens to one of Sofar's own pages: the errors that it throws or logs become complaints. */
export function listen(to: Page, complaints: string[]): Page {
  to.setDefaultTimeout(15_000);
  to.on('pageerror', (error) => complaints.push(error.message));
  to.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return to;
}
