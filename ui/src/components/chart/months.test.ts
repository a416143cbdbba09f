/** Where everything stands in a small chart of months. */
import { describe, expect, it } from 'vitest';

import { monthsLayout, topOf, type ChartMonth } from './months';

const names = 'dec jan feb mrt apr mei jun jul aug sep okt nov'.split(' ');
const year = (counts: readonly number[]): ChartMonth[] =>
  names.map((name, at) => ({
    name,
    count: counts[at] ?? 0,
    running: at === names.length - 1,
  }));

const some = year([0, 2, 1, 0, 0, 3, 5, 0, 1, 4, 2, 1]);
const wide = { width: 420, rem: 16 };
const rooms = [wide, { width: 230, rem: 16 }, { width: 230, rem: 25 }, { width: 120, rem: 25 }];

describe('the scale', () => {
  it('ends at a whole number over the highest of all charts beside each other', () => {
    for (const highest of [0, 1, 3, 4, 11, 99, 100, 599, 601, 5_000]) {
      const top = topOf([0, highest, 1]);
      expect(Number.isInteger(top)).toBe(true);
      expect(top).toBeGreaterThanOrEqual(Math.max(highest, 1));
    }
  });
});

describe('the bars', () => {
  it('stand in the order of the months, as high as their number', () => {
    const drawing = monthsLayout(some, 5, wide);
    const counts = some.map(({ count }) => count).filter((count) => count > 0);
    expect(drawing.bars).toHaveLength(counts.length);
    for (const [at, bar] of drawing.bars.entries()) {
      const share = bar.height / (drawing.bottom - drawing.top);
      expect(share * 5).toBeCloseTo(counts[at] ?? -1, 9);
      expect(bar.y + bar.height).toBeCloseTo(drawing.bottom, 9);
      expect(bar.x).toBeGreaterThan(drawing.bars[at - 1]?.x ?? -1);
    }
  });

  it('say of the last month alone that it is not over', () => {
    const { bars } = monthsLayout(some, 5, wide);
    expect(bars.map(({ running }) => running)).toEqual([...bars.slice(1).map(() => false), true]);
  });

  it('are none where there is nothing, and there is still a chart', () => {
    const drawing = monthsLayout(year([]), topOf([]), wide);
    expect(drawing.bars).toEqual([]);
    expect(drawing.names).toHaveLength(12);
    expect(drawing.height).toBeGreaterThan(drawing.bottom);
  });
});

describe('the names', () => {
  it('are all there where there is room, and fewer where there is less', () => {
    expect(monthsLayout(some, 5, wide).names.map(({ text }) => text)).toEqual(names);
    for (const room of rooms) {
      const drawing = monthsLayout(some, 5, room);
      expect(drawing.names.at(-1)?.text).toBe('nov');
      let free = 0;
      for (const { x, text } of drawing.names) {
        // What a letter takes on average in the face that is used.
        const half = (text.length * 0.5 * 0.8125 * room.rem) / 2;
        expect(x - half).toBeGreaterThanOrEqual(free);
        expect(x + half).toBeLessThanOrEqual(room.width);
        free = x + half;
      }
    }
  });

  it('leave the bars between the sides, however narrow', () => {
    for (const room of rooms) {
      const drawing = monthsLayout(some, 5, room);
      for (const { x, width } of drawing.bars) {
        expect(x).toBeGreaterThanOrEqual(drawing.left);
        expect(x + width).toBeLessThanOrEqual(drawing.right);
      }
    }
  });
});
