// Reads the Fluent catalogues and says what is wrong with them, with file and line.
import {
  FluentParser,
  Message,
  Term,
  TextElement,
  Junk,
  GroupComment,
  FunctionReference,
  MessageReference,
  NumberLiteral,
  SelectExpression,
  TermReference,
  VariableReference,
  Visitor,
} from '@fluent/syntax';

/** What the runtime and the Rust side know; see src/i18n/i18n.svelte.ts. */
const FUNCTIONS = new Set(['RESIDENT', 'WORKER', 'NUMBER', 'DATETIME']);
const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/**
 * @typedef {{ line: number, section: string, variables: Map<string, 'number' | 'text'>,
 *   messages: Set<string>, terms: Set<string> }} Entry
 * @typedef {{ file: string, messages: Map<string, Entry>, terms: Map<string, Entry>,
 *   problems: string[] }} Catalogue
 */

class Collector extends Visitor {
  /** @param {Entry} entry @param {(what: string) => void} complain */
  constructor(entry, complain) {
    super();
    this.entry = entry;
    this.complain = complain;
  }

  /** @param {VariableReference} node */
  visitVariableReference(node) {
    const name = node.id.name;
    if (!this.entry.variables.has(name)) this.entry.variables.set(name, 'text');
  }

  /** @param {SelectExpression} node */
  visitSelectExpression(node) {
    const { selector, variants } = node;
    const counts = variants.every(
      ({ key }) => key instanceof NumberLiteral || PLURALS.has(key.name),
    );
    if (selector instanceof VariableReference && counts) {
      this.entry.variables.set(selector.id.name, 'number');
    }
    this.genericVisit(node);
  }

  /** @param {FunctionReference} node */
  visitFunctionReference(node) {
    if (!FUNCTIONS.has(node.id.name)) this.complain(`unknown function ${node.id.name}()`);
    const [first] = node.arguments.positional;
    if (node.id.name === 'NUMBER' && first instanceof VariableReference) {
      this.entry.variables.set(first.id.name, 'number');
    }
    this.genericVisit(node);
  }

  /** @param {MessageReference} node */
  visitMessageReference(node) {
    this.entry.messages.add(node.id.name);
    this.genericVisit(node);
  }

  /** @param {TermReference} node */
  visitTermReference(node) {
    this.entry.terms.add(node.id.name);
    // A term sees only what it is given by name; its own variables are not the message's.
    if (node.arguments) this.genericVisit(node.arguments);
  }
}

/** What stands in a text by itself, and in a term: the words that hold when nobody chose others. */
class Words extends Visitor {
  /** @type {string[]} */
  texts = [];
  /** @type {string[]} */
  unchosen = [];

  /** @param {SelectExpression} node */
  visitSelectExpression(node) {
    if (node.selector instanceof FunctionReference) {
      const [element] = node.variants.find((variant) => variant.default)?.value.elements ?? [];
      if (element instanceof TextElement) this.unchosen.push(element.value.trim().toLowerCase());
    }
    this.genericVisit(node);
  }

  /** @param {TextElement} node */
  visitTextElement(node) {
    this.texts.push(node.value);
  }
}

/**
 * Messages that write out a word of which an organisation chooses its own. The settings, where it
 * is chosen, name each.
 * @param {import('@fluent/syntax').Resource} resource
 * @param {(node: Message, what: string) => void} complain
 */
function ownWords(resource, complain) {
  const terms = new Words();
  for (const node of resource.body) if (node instanceof Term) terms.visit(node);
  if (terms.unchosen.length === 0) return;
  const word = new RegExp(`(?<!\\p{L})(${terms.unchosen.join('|')})(?!\\p{L})`, 'iu');
  for (const node of resource.body) {
    if (!(node instanceof Message) || node.id.name.startsWith('settings-')) continue;
    const message = new Words();
    message.visit(node);
    const found = message.texts.map((text) => word.exec(text)?.[0]).find(Boolean);
    if (found)
      complain(node, `${node.id.name} says "${found}", which an organisation may call otherwise`);
  }
}

/**
 * Reads one catalogue.
 * @param {string} file the name to show in a complaint
 * @param {string} source
 * @returns {Catalogue}
 */
export function readCatalogue(file, source) {
  const resource = new FluentParser({ withSpans: true }).parse(source);
  /** @type {Catalogue} */
  const catalogue = { file, messages: new Map(), terms: new Map(), problems: [] };
  const lineOf = (/** @type {number} */ offset) => source.slice(0, offset).split('\n').length;
  let section = '';

  for (const node of resource.body) {
    const line = lineOf(node.span?.start ?? 0);
    const complain = (/** @type {string} */ what) =>
      void catalogue.problems.push(`${file}:${line}: ${what}`);

    if (node instanceof GroupComment) section = node.content.split('\n')[0] ?? '';
    else if (node instanceof Junk) {
      const said = node.annotations[0];
      catalogue.problems.push(
        `${file}:${said?.span ? lineOf(said.span.start) : line}: ${said?.message ?? 'unreadable'}`,
      );
    } else if (node instanceof Message || node instanceof Term) {
      const isTerm = node instanceof Term;
      const name = node.id.name;
      /** @type {Entry} */
      const entry = {
        line: lineOf(node.id.span?.start ?? 0),
        section,
        variables: new Map(),
        messages: new Set(),
        terms: new Set(),
      };
      const table = isTerm ? catalogue.terms : catalogue.messages;
      if (table.has(name)) complain(`${name} stands here twice`);
      if (!section) complain(`${name} stands under no "## section"`);
      if (!isTerm && !name.includes('-'))
        complain(`${name} needs a prefix, as in "shared-${name}"`);
      if (node.attributes.length > 0) complain(`${name} has an attribute; write its own message`);
      if (node.value) new Collector(entry, complain).visit(node.value);
      table.set(name, entry);
    }
  }
  ownWords(resource, (node, what) => {
    catalogue.problems.push(`${file}:${lineOf(node.id.span?.start ?? 0)}: ${what}`);
  });
  for (const entry of catalogue.messages.values()) inherit(catalogue, entry, new Set());
  for (const [name, entry] of [...catalogue.messages, ...catalogue.terms]) {
    for (const term of entry.terms) {
      if (!catalogue.terms.has(term))
        catalogue.problems.push(
          `${file}:${entry.line}: ${name} names a term -${term} that is not here`,
        );
    }
    for (const other of entry.messages) {
      if (!catalogue.messages.has(other))
        catalogue.problems.push(
          `${file}:${entry.line}: ${name} names a message ${other} that is not here`,
        );
    }
  }
  return catalogue;
}

/**
 * A message that quotes another one needs that one's variables too.
 * @param {Catalogue} catalogue @param {Entry} entry @param {Set<Entry>} seen
 */
function inherit(catalogue, entry, seen) {
  if (seen.has(entry)) return;
  seen.add(entry);
  for (const name of entry.messages) {
    const other = catalogue.messages.get(name);
    if (!other) continue;
    inherit(catalogue, other, seen);
    for (const [variable, kind] of other.variables) {
      if (entry.variables.get(variable) !== 'number') entry.variables.set(variable, kind);
    }
  }
}

/**
 * What differs between two languages that must say the same things.
 * @param {Catalogue} one @param {Catalogue} other
 * @returns {string[]}
 */
export function compareCatalogues(one, other) {
  const problems = [];
  for (const table of /** @type {const} */ (['messages', 'terms'])) {
    for (const [from, to] of /** @type {const} */ ([
      [one, other],
      [other, one],
    ])) {
      for (const [name, entry] of from[table]) {
        if (!to[table].has(name))
          problems.push(`${from.file}:${entry.line}: ${name} is missing in ${to.file}`);
      }
    }
  }
  for (const [name, entry] of one.messages) {
    const twin = other.messages.get(name);
    if (!twin) continue;
    const here = describe(entry);
    const there = describe(twin);
    if (here !== there)
      problems.push(
        `${other.file}:${twin.line}: ${name} has variables ${there || 'none'}, but ${here || 'none'} in ${one.file}`,
      );
    if (entry.section !== twin.section)
      problems.push(`${other.file}:${twin.line}: ${name} stands under "${twin.section}"`);
  }
  return problems;
}

/** @param {Entry} entry */
function describe(entry) {
  return [...entry.variables]
    .map(([name, kind]) => `$${name} (${kind})`)
    .sort()
    .join(', ');
}

/** The section whose messages only the Rust side uses. */
const NATIVE = 'Native (menus, window titles, command line)';

/**
 * The TypeScript that makes a wrong id or a forgotten variable a type error.
 * @param {Catalogue} catalogue
 */
export function typesOf(catalogue) {
  const lines = [...catalogue.messages]
    .filter(([, entry]) => entry.section !== NATIVE)
    .map(([name, entry]) => {
      const variables = [...entry.variables]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(
          ([variable, kind]) => `${variable}: ${kind === 'number' ? 'number' : 'string | number'}`,
        );
      const line = `  '${name}': ${variables.length ? `{ ${variables.join('; ')} }` : 'null'};`;
      // As the formatter would have it.
      return line.length > 100 ? `  '${name}': {\n    ${variables.join(';\n    ')};\n  };` : line;
    });
  return `// Generated from assets/i18n/nl.ftl and en.ftl by \`npm run messages\`. Do not edit.

/** The variables of each message of the windows; null where it has none. */
export interface Messages {
${lines.join('\n')}
}

/** The name of a message. */
export type MessageId = keyof Messages;
`;
}

/**
 * Messages that nothing names. Terms are a vocabulary: one that waits for its message is no fault.
 * @param {Catalogue} catalogue
 * @param {string} code all source text that may name a message, joined
 */
export function unusedOf(catalogue, code) {
  const named = new Set(code.match(/(?<=['"`])[a-z][a-z0-9-]*(?=['"`])/g));
  const quoted = new Set([...catalogue.messages.values()].flatMap((entry) => [...entry.messages]));
  return [...catalogue.messages]
    .filter(([name]) => !named.has(name) && !quoted.has(name))
    .map(([name, entry]) => `${catalogue.file}:${entry.line}: ${name} is used nowhere`);
}
