import { defineConfig } from 'vitest/config';

/** Pages in a real browser: apart from the other tests, which need none. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['browser/**/*.browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
    env: { NO_COLOR: '1' },
  },
});
