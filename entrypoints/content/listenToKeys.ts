/** What keys do on a page, by their place on the keyboard: with Alt and Shift, whatever letters the layout has there. */
const KEYS: Record<string, 'next' | 'previous' | 'toggle'> = { KeyS: 'next', KeyA: 'previous', KeyR: 'toggle' };

/** Listens to Sofar's own keys, until the signal: Alt+Shift+S and A step through the marks, Alt+Shift+R shows all or hides it again. */
export function listenToKeys(page: { step: (direction: 1 | -1) => void; toggle: () => void }, signal: AbortSignal): void {
  addEventListener(
    'keydown',
    (event) => {
      const does = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey ? KEYS[event.code] : undefined;
      if (!does) return;
      event.preventDefault();
      if (does === 'toggle') page.toggle();
      else page.step(does === 'next' ? 1 : -1);
    },
    { capture: true, signal },
  );
}
