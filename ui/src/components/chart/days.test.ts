/** Where everything stands on a line of days. */
import { expect, it } from 'vitest';

import { daysLayout, type LineMonth } from './days';

const months: LineMonth[] = 'jul aug sep okt nov dec'
  .split(' ')
  .map((name, at) => ({ name, begins: at * 30.5 }));
const rooms = [
  { width: 700, rem: 16 },
  { width: 250, rem: 16 },
  { width: 190, rem: 25 },
  { width: 60, rem: 25 },
];

it('has a point for each day, as far along as its day, within the sides', () => {
  for (const room of rooms) {
    const drawing = daysLayout([0, 91.5, 183], months, 183, room);
    const [first = 0, middle = 0, last = 0] = drawing.points;
    expect(first).toBe(drawing.left);
    expect(middle).toBeCloseTo((drawing.left + drawing.right) / 2, 9);
    expect(last).toBe(drawing.right);
    expect(first - drawing.radius).toBeGreaterThanOrEqual(0);
    expect(drawing.ticks).toHaveLength(months.length);
  }
});

it('names as many months as there is room for, and none over another', () => {
  const named = rooms.map((room) => {
    const { names } = daysLayout([3], months, 183, room);
    let free = 0;
    for (const { x, text } of names) {
      expect(x).toBeGreaterThanOrEqual(free);
      // What a letter takes on average in the face that is used.
      free = x + text.length * 0.5 * 0.8125 * room.rem;
      expect(free).toBeLessThanOrEqual(room.width);
    }
    return names.length;
  });
  expect(named[0]).toBe(months.length);
  expect(named[2]).toBeLessThan(months.length);
  expect(named[2]).toBeGreaterThan(0);
});
