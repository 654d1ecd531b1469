import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // A machine that does other work at the same time is slow; nothing here is a test of speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
