/**
 * Where everything stands on a line of days: a point for each day on which something was. Pure:
 * pixels from days, so that it can be tested without a window.
 */
import type { Label, Room } from './layout';

/** Where a month or a year begins on the line. */
export interface LineMark {
  /** How many days after the line begins. */
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
  /** Whether points would stand one over another, so that each is a bar. */
  readonly isCrowded: boolean;
  /** Where months or years begin. */
  readonly ticks: readonly number[];
  /** Their names, as many as there is room for. */
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
  marks: readonly LineMark[],
  length: number,
  { width, rem }: Room,
): DrawnDays {
  const radius = 0.3125 * rem;
  const left = radius + 1;
  const right = Math.max(width - radius - 1, left + 1);
  const line = 1.25 * rem;
  const at = (day: number): number => left + (day / Math.max(length, 1)) * (right - left);

  let free = 0;
  const names = marks.flatMap(({ begins, name }): Label[] => {
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
    isCrowded: days.length * 2 * radius > right - left,
    ticks: marks.map(({ begins }) => at(begins)),
    names,
    radius,
  };
}

/**
 * The points of a drawing as one path, which is a ring each, or a bar that stands on the line. An
 * element for each of the hundreds of days of some years takes a window longer than the rest of its
 * screen.
 */
export function pointsPath({ points, isCrowded, line, radius }: DrawnDays): string {
  if (isCrowded) return points.map((x) => `M${x},${line}v${-2 * radius}`).join('');
  const half = (width: number): string => `a${radius},${radius} 0 1 0 ${width},0`;
  const ring = half(2 * radius) + half(-2 * radius);
  return points.map((x) => `M${x - radius},${line}${ring}z`).join('');
}
