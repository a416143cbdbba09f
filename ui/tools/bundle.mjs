// Checks what was built: that the Content Security Policy will let it run, that no window carries
// the commands of another role, that nothing names a place on a network, and what it weighs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ui = fileURLToPath(new URL('..', import.meta.url));
const dist = join(ui, 'dist');
const read = (/** @type {string} */ path) => readFileSync(join(dist, path), 'utf8');

/** What a window may weigh when it first shows something, gzipped, without fonts: kB of 1,000 bytes. */
const MOST = { keys: 200, journal: 200, 'walk-through': 80 };

/** What may be fetched at once later, when a place is opened that has not been seen. */
const MOST_LATER = 40;

/** The commands of each role, from the committed contract. */
const contract = readFileSync(join(ui, 'src/backend/contract.ts'), 'utf8');
const commandsOf = (/** @type {string} */ table) => {
  const body = contract.split(`export interface ${table} {`)[1]?.split('\n}')[0] ?? '';
  return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? '');
};
const commands = {
  keys: commandsOf('KeysCommands'),
  journal: commandsOf('JournalCommands'),
  'walk-through': commandsOf('WalkThroughCommands'),
};
const roles = /** @type {(keyof typeof commands)[]} */ (Object.keys(commands));

/** @type {string[]} */
const problems = [];

for (const role of roles) {
  const html = read(`${role}.html`);
  if (/<script(?![^>]*\ssrc=)/.test(html)) problems.push(`${role}.html has a script of its own`);
  if (/<style|\sstyle=/.test(html)) problems.push(`${role}.html has a style of its own`);

  const first = fetched(linked(html));
  const files = reached(first);
  const scripts = files.filter((file) => file.endsWith('.js')).map(read);
  const styles = files.filter((file) => file.endsWith('.css')).map(read);

  const carries = (/** @type {string} */ command) =>
    scripts.some((script) => new RegExp(`["'\`]${command}["'\`]`).test(script));
  if (!commands[role].some(carries)) problems.push(`${role}: carries none of its own commands`);
  for (const other of roles.filter((other) => other !== role)) {
    for (const command of commands[other]) {
      if (commands[role].includes(command))
        problems.push(`${command} is a command of ${role} and of ${other}`);
      else if (carries(command))
        problems.push(`${role}: carries the command ${command} of ${other}`);
    }
  }
  for (const text of [...scripts, ...styles]) {
    for (const [address] of text.matchAll(/(?:https?|wss?):\/\/[\w./-]+/g)) {
      if (!allowed(address)) problems.push(`${role}: names ${address}`);
    }
    if (/url\(["']?data:/.test(text)) problems.push(`${role}: has a data address in its styles`);
  }

  // A window fetches the words of one language before it shows anything; the heavier one counts.
  const words = files.filter((file) => /^assets\/(?:nl|en)-[^/]*\.js$/.test(file));
  if (words.length !== 2) problems.push(`${role}: the words of both languages stand apart`);
  const kilobytes =
    weigh(first.filter((file) => !words.includes(file))) +
    Math.max(...words.map((file) => weigh([file])));
  process.stdout.write(`${role}: ${kilobytes.toFixed(1)} kB gzipped, without fonts\n`);
  if (kilobytes > MOST[role]) problems.push(`${role}: more than ${MOST[role]} kB`);

  const accounted = new Set([...first, ...words]);
  for (const [chunk, brought] of fetchedLater(files.filter((file) => file.endsWith('.js')))) {
    if (words.includes(chunk)) continue;
    // With what it brings along that is not there yet.
    const more = fetched(brought).filter((file) => !first.includes(file));
    for (const file of more) accounted.add(file);
    const kilobytes = weigh(more);
    process.stdout.write(`  ${chunk}: ${kilobytes.toFixed(1)} kB, fetched later\n`);
    if (kilobytes > MOST_LATER) problems.push(`${role}: ${chunk} is more than ${MOST_LATER} kB`);
  }
  for (const file of files.filter((file) => !accounted.has(file)))
    problems.push(`${role}: nothing says when ${file} is fetched`);
}
if (readdirSync(dist).some((name) => name.includes('preview')))
  problems.push('dist contains a preview');

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * The scripts and styles that a page names itself.
 * @param {string} html
 */
function linked(html) {
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
}

/**
 * These files and what their scripts import as they begin: all that is fetched at once.
 * @param {string[]} files
 */
function fetched(files) {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    // `import"./x.js"` and `from"./x.js"`; `import("./x.js")` waits until it is carried out.
    for (const [, path] of read(file).matchAll(/\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      found.add(`assets/${path}`);
  }
  return [...found];
}

/**
 * These files and all that their scripts ever fetch, by themselves or through another.
 * @param {string[]} files
 */
function reached(files) {
  const found = new Set(files);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const [, path] of read(file).matchAll(/["'`](?:\.|assets)\/([\w.-]+\.(?:js|css))["'`]/g))
      found.add(`assets/${path}`);
  }
  return [...found];
}

/**
 * What is fetched when one of these scripts carries out an import: the script and its styles.
 * @param {string[]} scripts
 * @returns {Map<string, string[]>}
 */
function fetchedLater(scripts) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const script of scripts.map(read)) {
    const named = JSON.parse(/\bm\.f=(\[[^\]]*\])/.exec(script)?.[1] ?? '[]');
    const imports = script.matchAll(
      /\bimport\(["'`]\.\/([\w.-]+\.js)["'`]\)(?:,__vite__mapDeps\(\[([\d,]*)\]\))?/g,
    );
    for (const [, path, brought] of imports) {
      const places = brought ? brought.split(',').map(Number) : [];
      found.set(`assets/${path}`, [`assets/${path}`, ...places.map((place) => named[place])]);
    }
  }
  return found;
}

/**
 * What files weigh together, gzipped one by one, in kB of 1,000 bytes.
 * @param {string[]} files
 */
function weigh(files) {
  return files.reduce((sum, file) => sum + gzipSync(read(file)).length / 1000, 0);
}

/**
 * Names that are no places: XML namespaces, and the address inside Svelte's error texts.
 * @param {string} address
 */
function allowed(address) {
  return address.startsWith('http://www.w3.org/') || address.startsWith('https://svelte.dev/e/');
}
