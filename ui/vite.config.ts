import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

import { fluent } from './tools/fluent.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One HTML entry per role, so that no window carries the code of another.
export default defineConfig({
  root: here('.'),
  plugins: [svelte(), fluent()],
  build: {
    // The oldest WebKit that a supported system ships.
    target: 'safari16',
    // Data addresses would need `data:` in the Content Security Policy.
    assetsInlineLimit: 0,
    // What the windows share is fetched beside a window's own script, not after it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        keys: here('./keys.html'),
        journal: here('./journal.html'),
        'walk-through': here('./walk-through.html'),
      },
    },
  },
  server: {
    // Fonts and catalogues stand in assets/, beside this folder.
    fs: { allow: [here('..')] },
  },
});
