import { defineConfig, mergeConfig } from 'vitest/config';

import base from './vite.config.ts';

export default mergeConfig(
  base,
  defineConfig({
    // Without it Svelte would load its server build, which mounts nothing.
    resolve: { conditions: ['browser'] },
    test: {
      environment: 'happy-dom',
      include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
      restoreMocks: true,
    },
  }),
);
