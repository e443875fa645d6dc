import { defineConfig } from 'vitest/config';

/** The built extension in real browsers: one file at a time, since each opens a browser of its own. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A card rests half a second before it opens, and a machine may be busy.
    expect: { poll: { timeout: 5000 } },
  },
});
