import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import base from './vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Builds the windows with roles in memory, to look at their screens. Nothing of it ships: the
// ordinary build never reads preview/. One page alone: PREVIEW=keys.
const pages = readdirSync(here('./preview'))
  .filter((name) => name.endsWith('.html'))
  .filter((name) => !process.env['PREVIEW'] || name === `${process.env['PREVIEW']}.html`)
  .map((name) => here(`./preview/${name}`));

export default defineConfig({
  ...base,
  build: {
    ...base.build,
    outDir: here('./.preview'),
    emptyOutDir: false,
    rolldownOptions: { input: pages },
  },
});
