// The pairs that NL Design System's theme check asks for, and those of WCAG 1.4.11 that axe leaves
// out: for light and dark, each with and without more contrast.
import { describe, expect, it } from 'vitest';

import source from './tokens.css?raw';

const css = source.replace(/\/\*[^]*?\*\//g, '');

/** The blocks of the file: what asks for them, and the colours that they set. */
const blocks = [...css.matchAll(/(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}/g)].map(
  ([, media, body]) => ({
    dark: media?.includes('prefers-color-scheme: dark') ?? false,
    more: media?.includes('prefers-contrast: more') ?? false,
    colours: [...(body ?? '').matchAll(/--basis-([\w-]+):\s*(#[0-9a-f]{6});/g)],
  }),
);

/** What holds when these preferences are set, in the order of the cascade. */
function palette(dark: boolean, more: boolean): Map<string, string> {
  const holding = blocks.filter((block) => (dark || !block.dark) && (more || !block.more));
  return new Map(
    holding.flatMap(({ colours }) => colours.map(([, name, hex]) => [name ?? '', hex ?? ''])),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['bg-document', 'bg-subtle', 'bg-default'].map((step) => `color-default-${step}`);
const pressed = ['bg-hover', 'bg-active'].map((step) => `color-default-${step}`);
const purposes = ['info', 'positive', 'warning', 'negative'];

/** Pairs of text and what it stands on. */
const texts: [string, string][] = [
  ...[...papers, ...pressed].flatMap((paper): [string, string][] => [
    ['color-default-color-default', paper],
    ['color-default-color-subtle', paper],
    ['color-action-1-color-default', paper],
    ['color-action-1-color-hover', paper],
  ]),
  ...['bg-default', 'bg-hover', 'bg-active'].flatMap((step): [string, string][] => [
    ['color-action-1-inverse-color-default', `color-action-1-inverse-${step}`],
    ['color-negative-inverse-color-default', `color-negative-inverse-${step}`],
  ]),
  ...purposes.map((purpose): [string, string] => [
    `color-${purpose}-color-default`,
    `color-${purpose}-bg-default`,
  ]),
  ...papers.map((paper): [string, string] => ['color-negative-color-default', paper]),
  ...papers.map((paper): [string, string] => ['color-warning-color-default', paper]),
  ['color-selected-color-default', 'color-selected-bg-default'],
  ['color-highlight-color-default', 'color-highlight-bg-default'],
  ['color-default-color-default', 'color-mirror-bg-default'],
];

/** Pairs of what must be seen without being read: borders of controls, the focus ring. */
const shapes: [string, string][] = [
  ...papers.flatMap((paper): [string, string][] => [
    ['color-default-border-default', paper],
    ['color-default-border-hover', paper],
    ['color-action-1-border-default', paper],
    ['color-action-1-inverse-bg-default', paper],
    ['color-negative-inverse-bg-default', paper],
    ['color-selected-border-default', paper],
    ['color-negative-border-default', paper],
    ['focus-outline-color', paper],
  ]),
  ...purposes.flatMap((purpose): [string, string][] => [
    [`color-${purpose}-border-default`, `color-${purpose}-bg-default`],
    ['focus-outline-color', `color-${purpose}-bg-default`],
  ]),
  ['focus-outline-color', 'color-selected-bg-default'],
  ...[...papers, 'color-mirror-bg-default'].map((paper): [string, string] => [
    'color-mirror-border-default',
    paper,
  ]),
];

const themes = [
  { name: 'light', dark: false, more: false },
  { name: 'dark', dark: true, more: false },
  { name: 'light with more contrast', dark: false, more: true },
  { name: 'dark with more contrast', dark: true, more: true },
];

describe.each(themes)('tokens, $name', ({ dark, more }) => {
  const colours = palette(dark, more);
  const tooClose = (pairs: [string, string][], least: number) =>
    pairs
      .map(([front, back]) => {
        const [one, other] = [colours.get(front), colours.get(back)];
        if (!one || !other) return `${front} on ${back}: not set`;
        const ratio = contrast(one, other);
        return ratio < least ? `${front} on ${back}: ${ratio.toFixed(2)}` : '';
      })
      .filter(Boolean);

  it('keeps text readable', () => {
    expect(tooClose(texts, more ? 7 : 4.5)).toEqual([]);
  });

  it('keeps controls and focus visible', () => {
    expect(tooClose(shapes, more ? 4.5 : 3)).toEqual([]);
  });
});

it('knows black from white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('reads all four blocks of the file', () => {
  expect(blocks.map(({ dark, more }) => [dark, more])).toEqual([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ]);
});
