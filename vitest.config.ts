import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-first.ts'],
    maxWorkers: '100%', // by default one processor is left idle, which of two is half
    testTimeout: 300_000, // a guard against hanging, not a measurement
    hookTimeout: 300_000,
    env: { FORCE_COLOR: '0' },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      // What counts, and what writes into a ledger: `npm test -- --coverage` fails below.
      thresholds: Object.fromEntries(
        ['measures', 'engine', 'records', 'workbook'].map((room) => [`src/${room}/**`, { branches: 95 }]),
      ),
    },
  },
});
