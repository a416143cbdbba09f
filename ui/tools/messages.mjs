// Checks assets/i18n/*.ftl and keeps src/i18n/messages.ts in step with them.
//   node tools/messages.mjs            fails on any fault and on a stale messages.ts
//   node tools/messages.mjs --write    writes messages.ts
//   node tools/messages.mjs --unused   fails on messages that nothing names, too
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compareCatalogues, readCatalogue, typesOf, unusedOf } from './catalogue.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'ui/src/i18n/messages.ts');
const options = new Set(process.argv.slice(2));

const read = (/** @type {string} */ file) =>
  readCatalogue(file, readFileSync(join(root, file), 'utf8'));
const dutch = read('assets/i18n/nl.ftl');
const english = read('assets/i18n/en.ftl');
const problems = [...dutch.problems, ...english.problems, ...compareCatalogues(dutch, english)];
if (options.has('--unused')) problems.push(...unusedOf(dutch, sourceCode()));

const wanted = typesOf(dutch);
if (options.has('--write')) writeFileSync(target, wanted);
else if (readFileSync(target, 'utf8') !== wanted)
  problems.push('ui/src/i18n/messages.ts is stale: run `npm run messages`');

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** All source text of the windows and of the roles that may name a message. */
function sourceCode() {
  return ['ui/src', 'src-tauri']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(root, folder, name),
      ),
    )
    .filter((path) => /\.(ts|svelte|rs)$/.test(path) && path !== target)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
