/** The charts where a person's system chooses all colours, which the webview here cannot show. */
import { expect, it } from 'vitest';

import days from './DayLine.svelte?raw';
import months from './MonthBars.svelte?raw';
import phases from './PhaseChart.svelte?raw';

/** What each selector paints, in a style sheet of one level. */
function painted(css: string): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.replaceAll(/\/\*.*?\*\//gs, '').split(',')) {
      const paints = [...body.matchAll(/(fill|stroke): ([^;]+);/g)];
      const known = all.get(selector.trim()) ?? [];
      all.set(selector.trim(), [
        ...known,
        ...paints.map(([, part, colour]) => `${part} ${colour}`),
      ]);
    }
  }
  return all;
}

it.each([
  ['of phases', phases, 8],
  ['of months', months, 5],
  ['of days', days, 4],
])('a chart %s has a colour of the system for all that it paints', (_, chart, least) => {
  const style = chart.slice(chart.indexOf('<style>') + '<style>'.length, chart.indexOf('</style>'));
  const [own = '', rest = ''] = style.split('@media (forced-colors: active) {');
  const forced = painted(rest);
  const ours = [...painted(own.replaceAll(/@media[^{]+\{/g, ''))].flatMap(([selector, paints]) =>
    paints.filter((paint) => paint.includes('var(')).map((paint) => [selector, paint] as const),
  );
  expect(ours.length).toBeGreaterThan(least);
  for (const [selector, paint] of ours) {
    const [part = ''] = paint.split(' ');
    const there = (forced.get(selector) ?? []).find((other) => other.startsWith(`${part} `));
    expect(there, `${selector} paints its ${part}`).toMatch(
      / (Canvas|CanvasText|GrayText|Highlight)$/,
    );
  }
});
