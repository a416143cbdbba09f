/** Where everything stands on a line of days. */
import { expect, it } from 'vitest';

import { daysLayout, pointsPath, type LineMark } from './days';

const months: LineMark[] = 'jul aug sep okt nov dec'
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

it('draws a ring around each point in one path, and a bar where rings would lie over each other', () => {
  const rings = daysLayout([0, 91.5, 183], months, 183, { width: 700, rem: 16 });
  expect(pointsPath(rings).match(/M[\d.]+,20a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z/g)).toHaveLength(3);
  expect(pointsPath(rings)).toMatch(/^M1,20a.*M345,20a.*M689,20a/);

  const days = Array.from({ length: 69 }, (_, day) => day);
  expect(daysLayout(days.slice(0, 68), months, 183, { width: 700, rem: 16 }).isCrowded).toBe(false);
  const bars = daysLayout(days, months, 183, { width: 700, rem: 16 });
  expect(bars.isCrowded).toBe(true);
  expect(pointsPath(bars).match(/M[\d.]+,20v-10/g)).toHaveLength(69);
});
