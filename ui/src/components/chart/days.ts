/**
 * Where everything stands on a line of days: a point for each day on which something was. Pure:
 * pixels from days, so that it can be tested without a window.
 */
import type { Label, Room } from './layout';

/** A month on the line. */
export interface LineMonth {
  /** How many days it begins after the first month of the line. */
  readonly begins: number;
  /** Its name, in a few characters. */
  readonly name: string;
}

/** A line of days, drawn. */
export interface DrawnDays {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** The height of the line. */
  readonly line: number;
  /** Where the points stand, in the order given. */
  readonly points: readonly number[];
  /** Where months begin. */
  readonly ticks: readonly number[];
  /** The names of months, as many as there is room for. */
  readonly names: readonly Label[];
  /** Half the width of a point. */
  readonly radius: number;
}

/** The mean width of a letter, as a part of its size. Rather too wide than over another word. */
const LETTER = 0.56;
/** The size of words in the chart, in rem; the style says the same. */
const SIZE = 0.8125;

/** Draws days, each so many after the beginning of the line, which is `length` days long. */
export function daysLayout(
  days: readonly number[],
  months: readonly LineMonth[],
  length: number,
  { width, rem }: Room,
): DrawnDays {
  const radius = 0.3125 * rem;
  const left = radius + 1;
  const right = Math.max(width - radius - 1, left + 1);
  const line = 1.25 * rem;
  const at = (day: number): number => left + (day / Math.max(length, 1)) * (right - left);

  let free = 0;
  const names = months.flatMap(({ begins, name }): Label[] => {
    const x = at(begins);
    const end = x + name.length * LETTER * SIZE * rem;
    if (x < free || end > width) return [];
    free = end + 0.5 * rem;
    return [{ x, y: line + 1.625 * rem, text: name, anchor: 'start' }];
  });

  return {
    width,
    height: line + 2 * rem,
    left,
    right,
    line,
    points: days.map(at),
    ticks: months.map(({ begins }) => at(begins)),
    names,
    radius,
  };
}
