// Checks what was built: that the Content Security Policy will let it run, that no window carries
// the commands of another role, that nothing names a place on a network, and what it weighs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ui = fileURLToPath(new URL('..', import.meta.url));
const dist = join(ui, 'dist');
const read = (/** @type {string} */ path) => readFileSync(join(dist, path), 'utf8');

/** What a window may weigh, gzipped, without fonts: kB of 1,000 bytes. */
const MOST = 200;

/** The commands of each role, from the committed contract. */
const contract = readFileSync(join(ui, 'src/backend/contract.ts'), 'utf8');
const commandsOf = (/** @type {string} */ table) => {
  const body = contract.split(`export interface ${table} {`)[1]?.split('\n}')[0] ?? '';
  return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? '');
};
const commands = { keys: commandsOf('KeysCommands'), journal: commandsOf('JournalCommands') };

/** @type {string[]} */
const problems = [];

for (const role of /** @type {const} */ (['keys', 'journal'])) {
  const html = read(`${role}.html`);
  if (/<script(?![^>]*\ssrc=)/.test(html)) problems.push(`${role}.html has a script of its own`);
  if (/<style|\sstyle=/.test(html)) problems.push(`${role}.html has a style of its own`);

  const files = reached(html);
  const scripts = files.filter((file) => file.endsWith('.js')).map(read);
  const styles = files.filter((file) => file.endsWith('.css')).map(read);

  const carries = (/** @type {string} */ command) =>
    scripts.some((script) => new RegExp(`["'\`]${command}["'\`]`).test(script));
  const foreign = commands[role === 'keys' ? 'journal' : 'keys'];
  if (!commands[role].some(carries)) problems.push(`${role}: carries none of its own commands`);
  for (const command of foreign) {
    if (carries(command))
      problems.push(`${role}: carries the command ${command} of the other role`);
  }
  for (const own of commands[role]) {
    if (commands.keys.includes(own) && commands.journal.includes(own))
      problems.push(`${own} is a command of both roles`);
  }
  for (const text of [...scripts, ...styles]) {
    for (const [address] of text.matchAll(/(?:https?|wss?):\/\/[\w./-]+/g)) {
      if (!allowed(address)) problems.push(`${role}: names ${address}`);
    }
    if (/url\(["']?data:/.test(text)) problems.push(`${role}: has a data address in its styles`);
  }

  const weigh = (/** @type {string} */ file) => gzipSync(read(file)).length / 1000;
  // A window fetches the words of one language; the heavier one counts.
  const words = files.filter((file) => /^assets\/(?:nl|en)-[^/]*\.js$/.test(file));
  if (words.length !== 2) problems.push(`${role}: the words of both languages stand apart`);
  const others = files.filter((file) => /\.(?:js|css)$/.test(file) && !words.includes(file));
  const kilobytes =
    others.reduce((sum, file) => sum + weigh(file), 0) + Math.max(...words.map(weigh));
  process.stdout.write(`${role}: ${kilobytes.toFixed(1)} kB gzipped, without fonts\n`);
  if (kilobytes > MOST) problems.push(`${role}: more than ${MOST} kB`);
}
if (readdirSync(dist).some((name) => name.includes('preview')))
  problems.push('dist contains a preview');

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * Every script and style that a page loads, by itself or through another.
 * @param {string} html
 */
function reached(html) {
  const found = new Set(
    [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path ?? ''),
  );
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const [, path] of read(file).matchAll(/["'`]\.\/([\w.-]+\.(?:js|css))["'`]/g)) {
      found.add(`assets/${path}`);
    }
  }
  return [...found];
}

/**
 * Names that are no places: XML namespaces, and the address inside Svelte's error texts.
 * @param {string} address
 */
function allowed(address) {
  return address.startsWith('http://www.w3.org/') || address.startsWith('https://svelte.dev/e/');
}
