/** A Fluent catalogue, read at build time: the JSON text of its patterns by id; see tools/fluent.mjs. */
declare module '*.ftl' {
  const patterns: string;
  export default patterns;
}
