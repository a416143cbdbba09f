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
      // The contrast of the tokens is read from the file itself.
      setupFiles: ['src/i18n/all-words.test-setup.ts'],
      css: { include: /tokens\.css/ },
      restoreMocks: true,
      // Looking a whole page over with axe takes seconds where the machine is busy.
      testTimeout: 20_000,
    },
  }),
);
