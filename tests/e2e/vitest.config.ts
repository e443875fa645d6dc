import { defineConfig } from 'vitest/config';

/** The built extension in real browsers: one file at a time, since each opens a browser of its own. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How soon something happens depends on what else the machine does; that it happens is what is tested.
    expect: { poll: { timeout: 10_000 } },
  },
});
