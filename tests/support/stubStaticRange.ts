import { vi } from 'vitest';

/** happy-dom has no static ranges: what one is made of is all that is asked of it. */
export function stubStaticRange(): void {
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init);
      }
    },
  );
}
