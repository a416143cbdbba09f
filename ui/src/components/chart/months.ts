/**
 * Where everything stands in a small chart of months: a bar for each, as high as in how many entries
 * something stands. Pure: pixels from numbers, so that it can be tested without a window.
 */
import type { Label, Room } from './layout';

/** A month of the chart. */
export interface ChartMonth {
  /** Its name, in a few characters. */
  readonly name: string;
  /** In how many entries. */
  readonly count: number;
  /** Whether it is not over yet. */
  readonly running: boolean;
}

/** The bar of a month; none has no height and is not drawn. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly running: boolean;
}

/** A chart of months, drawn. */
export interface DrawnMonths {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The bars of the months that have any, in the order of time. */
  readonly bars: readonly Bar[];
  /** What the line at the top stands for. */
  readonly scale: Label;
  /** The names of months, as many as there is room for; the last month always has its own. */
  readonly names: readonly Label[];
}

/** The mean width of a letter, as a part of its size. Rather too wide than over another word. */
const LETTER = 0.56;
/** The size of words in the chart, in rem; the style says the same. */
const SIZE = 0.8125;
/** What a bar takes of the room of its month. */
const BAR = 0.62;
/** How many months may lie between two that are named. */
const STEPS = [1, 2, 3, 4, 6, 12];

/** The whole number at which the scale of several charts beside each other ends. */
export function topOf(counts: readonly number[]): number {
  const highest = Math.max(0, ...counts);
  const tops = [3, 5, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600];
  return tops.find((top) => highest <= top) ?? Math.ceil(highest / 500) * 500;
}

/** Draws the months between two sides, on a scale from nothing to `most`. */
export function monthsLayout(
  months: readonly ChartMonth[],
  most: number,
  { width, rem }: Room,
): DrawnMonths {
  const figure = String(most);
  const left = widthOf(figure, rem) + 0.5 * rem;
  const right = Math.max(width - 0.25 * rem, left + 1);
  const top = 0.75 * rem;
  const bottom = top + Math.min(Math.max(width * 0.2, 3.5 * rem), 5.5 * rem);
  const slot = (right - left) / Math.max(months.length, 1);
  const bar = Math.max(slot * BAR, 1);
  const middle = (at: number): number => left + (at + 0.5) * slot;

  const bars = months.flatMap(({ count, running }, at): Bar[] => {
    if (count <= 0) return [];
    const height = (Math.min(count, most) / most) * (bottom - top);
    return [{ x: middle(at) - bar / 2, y: bottom - height, width: bar, height, running }];
  });

  const widest = Math.max(0, ...months.map(({ name }) => widthOf(name, rem)));
  const step = STEPS.find((each) => widest + 0.375 * rem <= each * slot) ?? 12;
  const names = months.flatMap(({ name }, at): Label[] => {
    // From the last one back: what is now is what one counts from.
    if ((months.length - 1 - at) % step !== 0) return [];
    const half = widthOf(name, rem) / 2;
    const x = Math.min(Math.max(middle(at), half), width - half);
    return [{ x, y: bottom + 1.125 * rem, text: name, anchor: 'middle' }];
  });

  return {
    width,
    height: bottom + 1.5 * rem,
    left,
    right,
    top,
    bottom,
    bars,
    scale: { x: left - 0.375 * rem, y: top + 0.28 * rem, text: figure, anchor: 'end' },
    names,
  };
}

function widthOf(text: string, rem: number): number {
  return text.length * LETTER * SIZE * rem;
}
