import { defineConfig } from 'vitest/config';

/** The built extension in real browsers: one file at a time, since each opens a browser of its own. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A loaded machine takes its time until a change arrives in a page.
    expect: { poll: { timeout: 10_000 } },
  },
});
