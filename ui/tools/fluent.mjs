// Reads the Fluent catalogues while the windows are built, so that no window does at its start: half
// a thousand messages by regular expressions, before the webview has compiled them, cost a few
// milliseconds on the way to the first words.
import { FluentResource } from '@fluent/bundle';

/**
 * `import catalogue from './nl.ftl'` gives the JSON text of all messages by id, in the form in
 * which the Fluent runtime keeps them.
 * @returns {import('vite').Plugin}
 */
export function fluent() {
  return {
    name: 'fluent',
    transform: {
      filter: { id: /\.ftl$/ },
      handler: (source) => ({
        code: `export default ${JSON.stringify(JSON.stringify(patternsOf(source)))};`,
        map: null,
      }),
    },
  };
}

/**
 * The pattern of every message and term that a window can say, by id; the rest is said by Rust. Read by the runtime's own parser, so that nothing
 * can come out differently.
 * @param {string} source
 * @returns {Record<string, import('@fluent/bundle/esm/ast.js').Pattern | null>}
 */
export function patternsOf(source) {
  const messages = new FluentResource(source).body.map(({ id, value }) => [id, value]);
  return Object.fromEntries(messages.filter(([id]) => !String(id).startsWith('native-')));
}
